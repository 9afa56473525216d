internal import PageReader

/// URLs that people typed, in bytes that may be in any encoding.
enum TypedPlaces {
    /// The URLs that begin with `http://` or `https://` in a part of a document, and their places.
    ///
    /// Where the part is no UTF-8 each byte counts as a character: all encodings but UTF-16 have URLs in ASCII.
    ///
    /// - Parameter limit: how many URLs are looked for at most.
    static func all(in part: Range<Int>, of document: [UInt8], limit: Int = .max) -> [(url: String, place: Range<Int>)] {
        let bytes = document[part]
        if let text = String(validating: bytes, as: UTF8.self) {
            return found(in: text, limit).map { ($0.url, shifted($0.place, by: part.lowerBound, length: $0.url.utf8.count)) }
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: bytes.lazy.map { Unicode.Scalar($0) })
        var (scalars, utf8) = (0, 0)
        var rest = text[...]
        return found(in: String(text), limit).map { url, place in
            // Places are in bytes of UTF-8, of which a byte beyond ASCII has become two.
            while utf8 < place, let scalar = rest.popFirst() {
                utf8 += scalar.value < 0x80 ? 1 : 2
                scalars += 1
            }
            return (url, shifted(scalars, by: part.lowerBound, length: url.unicodeScalars.count))
        }
    }

    private static func shifted(_ place: Int, by start: Int, length: Int) -> Range<Int> {
        (start + place)..<(start + place + length)
    }

    /// A link without a scheme is no short link that anybody made a program follow.
    private static func found(in text: String, _ limit: Int) -> [(url: String, place: Int)] {
        let utf8 = Array(text.utf8)
        return TypedURL.all(in: text, limit: limit).filter { utf8[$0.place...].prefix(4).map { $0 | 0x20 } == Array("http".utf8) }
    }
}
