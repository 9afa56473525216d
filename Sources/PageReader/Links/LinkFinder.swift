internal import Markup
internal import ShortLinks
internal import ThreadModel

/// Finds the links in a text: anchors, and URLs that people typed.
struct LinkFinder: Sendable {
    let shorteners: ShortenerList
    let address: Address

    /// The links of a fragment in order of appearance, each URL once.
    func links(in fragment: Fragment) -> [Link] {
        var found: [Link] = []
        var anchorEnd = -1
        for node in fragment.allNodes {
            if node.isText {
                if node.index >= anchorEnd { found += links(inText: node.text) }
            } else if node.name == "a", let reference = node.attribute("href") {
                anchorEnd = node.end
                if let link = link(reference, text: node.line) { found.append(link) }
            }
        }
        return unique(found)
    }

    /// The URLs typed in a text, in order of appearance, each once.
    func links(in text: String) -> [Link] {
        unique(links(inText: text))
    }

    private func link(_ reference: String, text: String) -> Link? {
        guard let absolute = address.absolute(reference) else { return nil }
        // Where a program made the anchor from a typed URL, the punctuation behind it is in the anchor too.
        let isTyped = Address.isWeb(text) || text.lowercased().hasPrefix("www.")
        let url = isTyped ? TypedURL.trimmed(absolute) : absolute
        let label = isTyped && (absolute.hasPrefix(text) || absolute.hasSuffix(text) || TypedURL.trimmed(text) == url) ? "" : text
        return Link(url: url, text: label.isEmpty ? nil : label, short: shorteners.isShort(url))
    }

    private func links(inText text: String) -> [Link] {
        TypedURL.all(in: text).map { Link(url: $0, short: shorteners.isShort($0)) }
    }

    private func unique(_ links: [Link]) -> [Link] {
        var seen: Set<String> = []
        return links.filter { seen.insert($0.url).inserted }
    }
}

/// URLs as people type them into sentences.
enum TypedURL {
    /// What no URL holds unless it is encoded: delimiters of ASCII, quotes, and the marks of East Asian sentences.
    private static let ends = Set("<>\"«»‹›“”„|\\^`「」『』（）【】《》〈〉。、，；：！？")

    /// The URLs in a text that begin with `http://`, `https://` or `www.`.
    static func all(in text: String) -> [String] {
        guard mayHold(text) else { return [] }
        var found: [String] = []
        var rest = text[...]
        while let start = nextStart(in: rest) {
            let typed = rest[start...].prefix { !$0.isSpace && !ends.contains($0) }
            let url = trimmed(String(typed))
            rest = rest[typed.endIndex...]
            let absolute = Address.isWeb(url) ? url : "http://" + url
            let host = absolute.drop { $0 != "/" }.dropFirst(2).prefix { !"/?#:".contains($0) }
            if host.contains("."), !host.hasSuffix("."), host.count > 3 { found.append(absolute) }
        }
        return found
    }

    /// A cheap look at the bytes: two slashes in a row, or three letters w.
    private static func mayHold(_ text: String) -> Bool {
        var before: UInt8 = 0
        var isPair = false
        for byte in text.utf8 {
            let isRepeated = byte == before
            if isRepeated, byte == UInt8(ascii: "/") || (isPair && byte | 0x20 == UInt8(ascii: "w")) { return true }
            isPair = isRepeated
            before = byte
        }
        return false
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
        character.isLetter || character.isNumber || "@./-_".contains(character)
    }

    /// A URL without the punctuation that people type after it. A closing bracket stays where its opening one is in the URL.
    static func trimmed(_ url: String) -> String {
        var url = Substring(url)
        while let last = url.last {
            if ".,;:!?'’”…*_~".contains(last) {
                url.removeLast()
            } else if let open = ["]": "[", ")": "(", "}": "{"][String(last)],
                url.count(where: { $0 == last }) > url.count(where: { String($0) == open })
            {
                url.removeLast()
            } else {
                break
            }
        }
        return String(url)
    }
}
