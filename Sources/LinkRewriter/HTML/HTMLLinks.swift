internal import Markup

/// The links of a page: `href` of `a` and `area`.
struct HTMLLinks {
    private static let names = ["a", "area"]
    /// No address that leads anywhere is longer; servers refuse longer ones.
    private static let longest = 8_192

    private let page: [UInt8]
    private let scanner: MarkupScanner

    init(_ page: [UInt8]) {
        self.page = page
        scanner = MarkupScanner(page)
    }

    /// The links in a part of the page.
    func all(in part: Range<Int>) -> [Occurrence] {
        scanner.startTags(of: Self.names, in: part).compactMap(occurrence)
    }

    /// The link of a start tag; `nil` where it has none, or its original is kept already.
    func occurrence(_ tag: MarkupScanner.Piece) -> Occurrence? {
        let attributes = scanner.attributes(of: tag)
        guard let reference = attributes.first(where: { $0.name == "href" }), !reference.value.isEmpty,
            !attributes.contains(where: { $0.name == "data-originalurl" }), let url = decoded(reference.value)
        else { return nil }
        let quotes = reference.quote == nil ? 0 : 1
        let place = (reference.value.lowerBound - quotes)..<(reference.value.upperBound + quotes)
        return Occurrence(url: url, place: place, spelling: .attribute(quote: reference.quote))
    }

    /// The URL that is meant by an attribute's value; `nil` where it is not in ASCII, as short links are, but for UTF-8.
    private func decoded(_ value: Range<Int>) -> String? {
        guard value.count <= Self.longest, let text = String(validating: page[value], as: UTF8.self) else { return nil }
        // As browsers do: tabs and line ends inside a URL do not count.
        return CharacterReferences.decoded(text).trimmingSpace().filter { !$0.isNewline && $0 != "\t" }
    }
}

/// `&amp;` and its like.
enum CharacterReferences {
    /// A text without them. The parser knows them all; it is asked only where one may be.
    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        let value = text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "&quot;")
        guard let page = try? HTMLDocument(Array("<a href=\"\(value)\">".utf8)), let selector = try? Selector("a") else { return text }
        return page.first(selector)?.attribute(.href) ?? text
    }
}

enum HTMLSpelling {
    /// The value of `href` in its quotes, and behind it what Robust Links keeps of the original.
    static func attribute(_ destination: Destination, original: ArraySlice<UInt8>, quote: UInt8?) -> [UInt8] {
        let mark = quote ?? UInt8(ascii: "\"")
        var written = [mark] + escaped(destination.url, mark) + [mark]
        written += " data-originalurl=".utf8
        if quote == nil {
            // A value without quotes may hold some.
            let kept = original.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false).joined(
                separator: Array("&quot;".utf8))
            written += [mark] + kept + [mark]
        } else {
            written += original
        }
        guard let version = destination.version else { return written }
        written += " data-versionurl=".utf8 + [mark] + escaped(version.url, mark) + [mark]
        if let day = version.day { written += " data-versiondate=".utf8 + [mark] + escaped(day, mark) + [mark] }
        return written
    }

    private static func escaped(_ url: String, _ quote: UInt8) -> [UInt8] {
        WrittenURL.plain(url).utf8.flatMap { byte -> [UInt8] in
            switch byte {
            case UInt8(ascii: "&"): Array("&amp;".utf8)
            case UInt8(ascii: "'") where quote == byte: Array("&#39;".utf8)
            default: [byte]
            }
        }
    }
}
