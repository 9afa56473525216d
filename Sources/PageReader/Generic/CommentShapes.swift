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
    /// By the names that the elements share, in the order of their first elements.
    private(set) var shapes: [CommentShape] = []

    private static let blocks: Set<String> = [
        "div", "li", "article", "section", "tr", "dd", "dt", "p", "blockquote", "table", "ul", "ol", "dl", "td",
    ]
    /// No conversation is inside these.
    private static let fixtures: Set<String> = ["nav", "form", "head", "template", "select"]
    private static let mostShapes = 4_000

    init(_ survey: PageSurvey) {
        var numbers: [String: Int] = [:]
        var outsideEnd = 0
        for node in survey.nodes where !node.isText && node.index >= outsideEnd {
            if Self.isOutside(node, survey) {
                outsideEnd = node.end
                continue
            }
            guard Self.blocks.contains(node.name), node.visibleLength > 0 else { continue }
            for key in Self.keys(of: node) {
                if let number = numbers[key.name] {
                    shapes[number].nodes.append(node)
                } else if shapes.count < Self.mostShapes {
                    numbers[key.name] = shapes.count
                    shapes.append(CommentShape(nodes: [node], isNamed: key.isNamed))
                }
                if key.isNamed, let number = numbers[key.name] { shapes[number].isNamed = true }
            }
        }
    }

    /// Sidebars and menus; a page's body or main part is not one, whatever its class says.
    private static func isOutside(_ node: Node, _ survey: PageSurvey) -> Bool {
        if fixtures.contains(node.name) { return !node.isPageForm }
        guard survey.hints.has(.widget, node), node.name != "body", node.name != "html", node.name != "main" else { return false }
        return node.visibleLength * 2 < survey.nodes[0].visibleLength
    }

    private static let stripes: Set<String> = [
        "odd", "even", "alt", "first", "last", "par", "impar", "clearfix", "row", "col", "item", "thread", "alternate", "block", "box",
        "inner",
    ]

    /// The names by which an element may be alike to others: its first telling class, its id without the number, else its place.
    private static func keys(of node: Node) -> [(name: String, isNamed: Bool)] {
        var keys: [(name: String, isNamed: Bool)] = []
        let classes = node.classes
        let telling =
            classes.first { isCommentName($0) && !$0.contains(where: \.isNumber) }
            ?? classes.first { !stripes.contains($0) && !$0.contains(where: \.isNumber) } ?? classes.first { stripes.contains($0) }
        let isDeclared = isDeclaredComment(node)
        if let telling {
            keys.append(("\(node.name).\(telling)", isDeclared || classes.contains { isCommentName($0) }))
        }
        if let id = node.attribute("id"), id.contains(where: \.isNumber) {
            let pattern = id.filter { !$0.isNumber }
            keys.append(("\(node.name)#\(pattern)", isDeclared || isCommentName(pattern)))
        }
        if keys.isEmpty {
            let parent = node.parent.map { $0.name + "." + ($0.classes.first ?? $0.attribute("id") ?? "") } ?? ""
            keys.append(("\(parent)>\(node.name)", isDeclared))
        }
        return keys
    }

    private static func isDeclaredComment(_ node: Node) -> Bool {
        let type = node.attribute("itemtype") ?? node.attribute("typeof") ?? ""
        return type.hasSuffix("Comment") || type.hasSuffix("UserComments") || type.hasSuffix("sioc:Post sioct:Comment")
            || node.attribute("itemprop") == "comment" || node.hasClass("h-cite") || node.hasClass("u-comment")
    }

    private static func isCommentName(_ name: String) -> Bool {
        let hints = Hints(in: name)
        return hints.contains(.comment) && hints.isDisjoint(with: [.widget, .author, .date, .body, .meta])
    }
}
