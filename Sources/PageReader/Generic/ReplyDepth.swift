internal import Markup

/// How deep a reply is, where classes say it in a number: `depth-2`, `wc_comment_level-2`, `indent3`; or in a word: `reply`, `comment--indented`.
enum ReplyDepth {
    /// The comments with a depth each, if their own classes tell those that answer from those that do not, the first of which is none.
    static func settled(_ drafts: [CommentDraft]) -> [CommentDraft] {
        guard drafts.count > 1 else { return drafts }
        var depths = drafts.map(\.depth)
        if depths.allSatisfy({ $0 == nil }) { depths = drafts.map { isReply($0.anchor) ? 1 : nil } }
        guard depths[0] == nil, let least = depths.lazy.compactMap({ $0 }).min() else { return drafts }
        for (draft, depth) in zip(drafts, depths) { draft.depth = depth ?? least - 1 }
        return drafts
    }

    private static func isReply(_ anchor: Node) -> Bool { anchor.classes.contains(where: isReply) }

    /// Whether a class says that a comment is a reply.
    static func isReply(_ name: String) -> Bool {
        var letters: [UInt8] = []
        for byte in name.utf8.reversed() {
            let letter = byte | 0x20
            if letter &- UInt8(ascii: "a") < 26 {
                letters.append(letter)
            } else if !letters.isEmpty {
                break
            }
        }
        guard replies.contains(letters) else { return false }
        // "has-children", "can-reply", "best-answer" say something else.
        return !name.lowercased().split { !$0.isLetter }.contains { others.contains(String($0)) }
    }

    private static let others: Set<String> = ["has", "with", "can", "no", "allow", "best", "accepted", "first", "last"]
    /// The last letter first.
    private static let replies = Set(words.map { Array($0.utf8.reversed()) })
    private static let words = [
        "reply", "child", "children", "indented", "nested", "subcomment", "answer", "antwort", "reponse", "respuesta", "risposta",
        "resposta",
    ]

    static func read(_ item: CommentItem) -> Int? {
        let near = [item.roots[0]] + item.roots[0].ancestors.prefix(1)
        return near.lazy.flatMap(\.classes).compactMap(depth).first
    }

    private static func depth(_ name: String) -> Int? {
        let digits = name.utf8.reversed().prefix { (48...57).contains($0) }.count
        guard (1...2).contains(digits) else { return nil }
        let words = name.dropLast(digits).lowercased()
        guard ["depth", "level", "indent", "nest", "nested"].contains(where: { words.trimming { !$0.isLetter }.hasSuffix($0) }) else {
            return nil
        }
        return Int(name.suffix(digits))
    }
}
