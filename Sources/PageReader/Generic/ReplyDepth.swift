internal import Markup

/// How deep a reply is, where classes say it in a number: `depth-2`, `wc_comment_level-2`, `indent3`.
enum ReplyDepth {
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
