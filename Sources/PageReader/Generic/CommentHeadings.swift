internal import Markup

/// The headings of a page that speak of comments, found once a page.
struct CommentHeadings {
    private let survey: PageSurvey
    /// Their numbers, in document order.
    private let places: [Int]

    /// Looked for in the bytes of a line, in which only the letters of ASCII are in lower case: others stand here without their first letter.
    private static let words = [UInt8].words(
        "comment", "kommentar", "comentario", "coment\u{E1}rio", "reacti", "reaktion", "coment", "opinion", "responses", "replies",
        "antworten", "コメント", "留言", "评论", "評論", "回應", "回复", "感想", "омментар", "оментар", "ідгук", "тзыв", "тзив", "остевая книга",
        "yorum", "댓글", "sagen", "thoughts on", "meinung", "leserbrief", "avis", "gedanken zu", "reponse", "réponse", "respuesta",
        "discussion", "diskussion", "diskus", "réactions", "forum", "gästebuch", "guestbook", "guest book", "livre d'or",
        "libro de visitas", "libro degli ospiti", "gastenboek", "księga gości", "reviews", "koment", "kommentti", "kommentit",
        "kommentaar", "hozzász", "opinie", "χόλια", "תגוב", "دیدگاه", "نظرات", "تعليق", "luận", "iruzkin", "ความคิดเห็น", "टिप्पण")
    /// What stands above those of other pages.
    private static let recent = [UInt8].words(
        "recent", "latest", "neueste", "letzte", "derniers", "dernières", "récents", "últimos", "ultimi", "laatste", "ostatnie",
        "najnowsze",
        "senaste", "seneste", "оследние", "最近", "最新")
    /// What calls for comments, above their form or above themselves.
    private static let reply = [UInt8].words(
        "repl", "respon", "antwort", "répon", "write", "add", "login", "log in", "join", "conversa", "beteilig", "mitreden", "mitdiskut",
        "particip", "partecipa", "doe mee", "praat mee")

    init(_ survey: PageSurvey) {
        self.survey = survey
        var found: [Int] = []
        let page = survey.page
        for index in 0..<page.count {
            let tag = page.tag(of: index)
            guard
                tag.isHeading || tag == .legend || tag == .summary || tag == .strong
                    || tag != .text && !survey.hints[index].isDisjoint(with: [.subject, .comment])
            else { continue }
            let length = page.visibleLength(of: index..<page.end(of: index))
            guard (4...120).contains(length), let line = page.node(index)?.foldedLineBytes[...] else { continue }
            if line.holds(anyOf: Self.words), Self.isQuoting(line) || !line.holds(anyOf: Self.recent) { found.append(index) }
        }
        places = found
    }

    /// "2 responses to “The latest news”": the words of a title say nothing of the comments.
    private static func isQuoting(_ line: ArraySlice<UInt8>) -> Bool {
        line.contains { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "\"") } || line.holds(anyOf: quotes)
    }

    private static let quotes = [UInt8].words("“", "„", "«", "‘", "「", "&quot;")

    /// Whether a node is such a heading.
    func isOne(_ node: Node) -> Bool {
        let place = places.partitioningIndex { $0 >= node.index }
        return place < places.count && places[place] == node.index
    }

    private static let reach = 60

    /// Whether such a heading stands above a node, and no other one between them: "Comments / No comments yet / You may also like".
    func isAbove(_ first: Node) -> Bool {
        let place = places.partitioningIndex { $0 >= first.index }
        guard place > 0, places[place - 1] >= first.index - Self.reach else { return false }
        let end = survey.page.end(of: places[place - 1])
        let level = survey.page.tag(of: places[place - 1]).level
        return end > first.index || !(end..<first.index).contains { isOther($0, level: level) }
    }

    /// Whether no heading of any rank stands between such a heading and a node, but one that calls for replies.
    func isRightAbove(_ first: Node) -> Bool {
        let place = places.partitioningIndex { $0 >= first.index }
        guard place > 0, places[place - 1] >= first.index - Self.reach else { return false }
        let end = survey.page.end(of: places[place - 1])
        return end > first.index || !(end..<first.index).contains { isOther($0, level: Tag.h6.level) }
    }

    /// A heading of something else, of the same rank or a higher one; one that calls for replies stands above the form for them.
    private func isOther(_ index: Int, level: Int) -> Bool {
        let tag = survey.page.tag(of: index)
        guard tag.isHeading, tag.level <= level, let heading = survey.page.node(index), !heading.isBlank else { return false }
        return !heading.foldedLineBytes[...].holds(anyOf: Self.reply)
    }

    /// Whether a node stands under a heading that is neither the page's nor about comments: news, events, changes.
    func isOfOtherSection(_ first: Node) -> Bool {
        for index in stride(from: first.index - 1, through: 0, by: -1) where survey.page.tag(of: index).isHeading {
            guard let heading = survey.page.node(index), !heading.isBlank else { continue }
            return heading.tag != .h1 && !isPageTitle(heading.line)
        }
        return false
    }

    private func isPageTitle(_ line: String) -> Bool {
        survey.page.all(Tag.title).first.map { $0.line.contains(line) } ?? false
    }
}

extension Tag {
    /// The rank of a heading; what is no heading has the lowest.
    fileprivate var level: Int {
        switch self {
        case .h1: 1
        case .h2: 2
        case .h3: 3
        case .h4: 4
        case .h5: 5
        default: 6
        }
    }
}
