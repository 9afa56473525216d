internal import Markup

/// URLs as people type them into sentences.
public enum TypedURL {
    /// What no URL holds unless it is encoded: delimiters of ASCII, quotes, and the marks of East Asian sentences.
    private static let ends = Set("<>\"«»‹›“”„|\\^`「」『』（）【】《》〈〉。、，；：！？")

    /// No address that leads anywhere is longer; servers refuse longer ones.
    private static let longest = 2_048

    /// The URLs in a text that begin with `http://`, `https://` or `www.`, and where they begin, in bytes of UTF-8.
    ///
    /// One that begins with `www.` comes with `http://` before it. What is no part of it is left out: punctuation behind it, closing
    /// brackets that it did not open, marks of emphasis around it.
    ///
    /// - Parameter limit: how many are looked for at most.
    public static func all(in text: String, limit: Int = .max) -> [(url: String, place: Int)] {
        guard text.utf8.withContiguousStorageIfAvailable(mayStand) ?? true else { return [] }
        var found: [(url: String, place: Int)] = []
        var rest = text[...]
        while found.count < limit, let start = nextStart(in: rest) {
            let typed = rest[start...].prefix { !$0.isSpace && !ends.contains($0) }
            rest = rest[typed.endIndex...]
            guard typed.utf8.count <= longest else { continue }
            // `*http://…*` is emphasis; a star or an underscore at the end of any other URL is its own.
            let before = start > text.startIndex ? text[text.index(before: start)] : " "
            let isEmphasis = before.isOne(of: "*_~")
            let url = trimmed(isEmphasis ? String(typed).trimming { $0 == before } : String(typed))
            let absolute = Address.isWeb(url) ? url : "http://" + url
            let authority = absolute.drop { $0 != "/" }.dropFirst(2).prefix { !$0.isOne(of: "/?#") }
            let host = authority.split(separator: "@").last?.prefix { $0 != ":" } ?? ""
            if host.contains("."), !host.hasSuffix("."), host.count > 3 {
                found.append((absolute, text.utf8.distance(from: text.startIndex, to: start)))
            }
        }
        return found
    }

    /// A cheap look at the bytes: two slashes in a row, or two letters w.
    static func mayStand(in text: UnsafeBufferPointer<UInt8>) -> Bool {
        "/wW".utf8.contains { text.holdsPair(of: $0) }
    }

    private static func nextStart(in text: Substring) -> String.Index? {
        var index = text.startIndex
        while index < text.endIndex {
            let character = text[index]
            if character == "h" || character == "H" || character == "w" || character == "W" {
                let head = text[index...].prefix(8).lowercased()
                let isStart = head.hasPrefix("http://") || head == "https://" || head.hasPrefix("www.")
                let isInsideWord = index > text.startIndex && isWordPart(text[text.index(before: index)])
                if isStart, !isInsideWord || head.hasPrefix("http") { return index }
            }
            index = text.index(after: index)
        }
        return nil
    }

    private static func isWordPart(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character.isOne(of: "@./-_")
    }

    /// A URL without the punctuation that people type after it. A closing bracket stays where its opening one is in the URL.
    static func trimmed(_ url: String) -> String {
        // Cheap first: most end with a letter, a digit or a slash.
        if url[...].endsWithWord || url.utf8.last == UInt8(ascii: "/") { return url }
        let opening: [Character: Character] = ["]": "[", ")": "(", "}": "{"]
        var counts: [Character: Int] = [:]
        for character in url where character.isOne(of: "()[]{}") { counts[character, default: 0] += 1 }
        var url = Substring(url)
        while let last = url.last {
            if let open = opening[last] {
                guard counts[last, default: 0] > counts[open, default: 0] else { break }
                counts[last, default: 0] -= 1
            } else if !last.isOne(of: ".,;:!?'’”…") {
                break
            }
            url.removeLast()
        }
        return String(url)
    }
}
