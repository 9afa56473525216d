internal import Markup

/// Elements of one shape: the same name, and the same kind of class or id. Comments are written by one template, so they have one shape.
struct CommentShape {
    /// In document order.
    var nodes: [Node] = []
    /// Whether the class or id of the elements calls them comments.
    var isNamed = false
}

/// The shapes of a page in which comments may be written.
struct CommentShapes {
    /// In the order of their first elements.
    private(set) var shapes: [CommentShape] = []

    private static let blocks: TagSet = [
        .div, .li, .article, .section, .tr, .dd, .dt, .p, .blockquote, .table, .ul, .ol, .dl, .td, .other, .h3, .h4, .h5, .h6,
    ]
    /// No conversation is inside these.
    private static let fixtures: TagSet = [.nav, .form, .head, .template, .select]
    private static let mostShapes = 4_000

    /// What elements have in common.
    private enum Key: Hashable {
        /// The telling class.
        case kind(Tag, Int)
        /// The id without its number.
        case pattern(Tag, String)
        /// Neither class nor id: the kind of the parent.
        case inside(Tag, parent: Tag, Int)
    }

    /// What a value of `class` says.
    private struct Kind {
        /// The number of its telling token; -1 where there is none.
        var token: Int
        var isNamed: Bool
    }

    init(_ survey: PageSurvey) {
        let page = survey.page
        let kinds = Self.kinds(of: page)
        var numbers: [Key: Int] = [:]
        var index = 0
        while index < page.count {
            defer { index += 1 }
            let tag = page.tag(of: index)
            guard tag != .text, let node = page.node(index) else { continue }
            if Self.isOutside(node, survey) {
                index = max(index, node.end - 1)
                continue
            }
            guard Self.blocks.contains(tag), node.visibleLength > 0 else { continue }
            for (key, isNamed) in Self.keys(of: node, kinds) {
                if let number = numbers[key] {
                    shapes[number].nodes.append(node)
                    if isNamed { shapes[number].isNamed = true }
                } else if shapes.count < Self.mostShapes {
                    numbers[key] = shapes.count
                    shapes.append(CommentShape(nodes: [node], isNamed: isNamed))
                }
            }
        }
    }

    /// Sidebars and menus; a page's body or main part is not one, whatever its class says.
    static func isOutside(_ node: Node, _ survey: PageSurvey) -> Bool {
        if fixtures.contains(node.tag) { return !node.isPageForm }
        guard survey.hints.has([.widget, .frame], node), node.tag != .body, node.tag != .html, node.tag != .main else { return false }
        // `comment-form-area` may hold the comments too.
        if !survey.hints.has(.widget, node), survey.hints.has(.comment, node), survey.datePlaces(in: node).count > 1 { return false }
        guard node.visibleLength * 2 < survey.page.visibleLength(of: 0..<survey.page.count) else { return false }
        // Blogger's main part is a widget, and so is each of its sidebar.
        return !survey.page.elements(with: .id, in: node.range).contains {
            survey.page.node(Int($0))?.attribute(.id, is: "comments") == true
        }
    }

    private static let stripes: Set<String> = [
        "odd", "even", "alt", "first", "last", "par", "impar", "clearfix", "row", "col", "column", "columns", "item", "thread", "alternate",
        "block", "box", "inner", "flex", "left", "right", "small", "media", "container", "wrapper", "wrap", "panel", "card", "cf", "group",
    ]

    /// For each value of `class`, its first token that tells something: one that speaks of comments, one that is no stripe, or any.
    private static func kinds(of page: HTMLDocument) -> [Kind] {
        let names = (0..<page.classTokenCount).map { page.withClassToken($0) { ClassName(String(decoding: $0, as: UTF8.self)) } }
        return (0..<page.classValueCount).map { value in
            var classes: [Int] = []
            page.forEachClassToken(ofValue: value) { classes.append($0) }
            let named = classes.first { names[$0].isOfComments }
            // A reply is a comment of the same kind as the others.
            let telling =
                classes.first { names[$0].isOfComments && !names[$0].isReply } ?? classes.first {
                    names[$0].isTelling && !names[$0].isReply
                }
                ?? named ?? classes.first { names[$0].isTelling } ?? classes.first { names[$0].isStripe }
            guard let telling else { return Kind(token: -1, isNamed: false) }
            return Kind(token: telling, isNamed: named != nil || classes.contains { names[$0].isMicroformat })
        }
    }

    /// What a class says of the elements that have it.
    private struct ClassName {
        let isOfComments, isStripe, isTelling, isMicroformat, isReply: Bool

        init(_ name: String) {
            let hasDigit = name.utf8.contains { (0x30...0x39).contains($0) }
            isStripe = stripes.contains(name)
            isReply = ReplyDepth.isReply(name)
            isTelling = !isStripe && !hasDigit
            isOfComments = !hasDigit && isCommentName(name)
            isMicroformat = name == "h-cite" || name == "u-comment"
        }
    }

    /// The names by which an element may be alike to others: its telling class, its id without the number, else its place.
    private static func keys(of node: Node, _ kinds: [Kind]) -> [(Key, isNamed: Bool)] {
        var keys: [(Key, isNamed: Bool)] = []
        let isDeclared = isDeclaredComment(node)
        if let value = node.document.classValue(of: node.index), kinds[value].token >= 0 {
            keys.append((.kind(node.tag, kinds[value].token), isDeclared || kinds[value].isNamed))
        }
        if let id = node.attributeBytes(.id), id.count <= 80, id.contains(where: { (0x30...0x39).contains($0) }) {
            let pattern = String(decoding: id.filter { !(0x30...0x39).contains($0) }, as: UTF8.self)
            keys.append((.pattern(node.tag, pattern), isDeclared || isCommentName(pattern)))
        }
        if keys.isEmpty {
            let parent = node.parent
            let kind = parent.flatMap { node.document.classValue(of: $0.index) }.map { kinds[$0].token } ?? -1
            keys.append((.inside(node.tag, parent: parent?.tag ?? .other, kind), isDeclared))
        }
        return keys
    }

    private static func isDeclaredComment(_ node: Node) -> Bool {
        guard let type = node.attributeBytes(.itemtype) ?? node.attributeBytes(.typeof) else {
            return node.attribute(.itemprop, is: "comment")
        }
        return type.suffix(7).elementsEqual("Comment".utf8) || type.suffix(12).elementsEqual("UserComments".utf8)
            || node.attribute(.itemprop, is: "comment")
    }

    private static func isCommentName(_ name: String) -> Bool {
        let hints = Hints(in: name)
        let isOfUser = name.lowercased().hasPrefix("user")
        return hints.contains(.comment) && hints.isDisjoint(with: [.widget, .frame, .date, .body, .meta])
            && (isOfUser || !hints.contains(.author))
    }
}
