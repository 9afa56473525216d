internal import Glibc

/// The texts and values of a page that is being parsed: those that stand in the page as the parser would give them, where they are, and behind
/// the page what the parser made of references, or what came in pieces.
struct BuiltBytes: ~Copyable {
    /// The page, while it is parsed.
    var page = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    private var made: ByteArena

    /// - Parameter decoded: what is known of it before.
    init(decoded: [UInt8]) {
        made = ByteArena(capacity: decoded.count + 4 * 1024)
        decoded.withUnsafeBufferPointer { made.append($0) }
    }

    /// Behind all that there is.
    var end: Int { page.count + made.count }

    /// The bytes in a place; valid up to the next change.
    subscript(place: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        place.lowerBound < page.count
            ? UnsafeBufferPointer(rebasing: page[place])
            : UnsafeBufferPointer(rebasing: made.bytes[(place.lowerBound - page.count)..<(place.upperBound - page.count)])
    }

    /// All of it, behind a page.
    func all(behind page: [UInt8]) -> [UInt8] {
        let made = made.bytes
        guard !made.isEmpty else { return page }
        return Array(unsafeUninitializedCapacity: page.count + made.count) { bytes, count in
            _ = bytes.initialize(fromContentsOf: page)
            _ = UnsafeMutableBufferPointer(rebasing: bytes[page.count...]).initialize(fromContentsOf: made)
            count = page.count + made.count
        }
    }

    /// Appends what is in a place once more.
    mutating func append(copyOf place: Range<Int>) {
        if place.lowerBound < page.count {
            made.append(UnsafeBufferPointer(rebasing: page[place]))
        } else {
            made.append(copyOf: (place.lowerBound - page.count)..<(place.upperBound - page.count))
        }
    }

    /// Appends what came out of the parser, and returns where it is now. Characters U+0080 to U+009F come from numeric references that mean
    /// windows-1252 (HTML Standard, section 13.2.5.80).
    mutating func append(restored text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        let start = end
        guard text.next(0xC2, from: 0) != nil else {
            made.append(text)
            return start..<end
        }
        var index = 0
        while index < text.count {
            if text[index] == 0xC2, index + 1 < text.count, (0x80..<0xA0).contains(text[index + 1]) {
                for byte in Self.windows1252[Int(text[index + 1]) - 0x80].utf8 { made.append(byte) }
                index += 2
            } else {
                made.append(text[index])
                index += 1
            }
        }
        return start..<end
    }

    /// What the bytes 0x80 to 0x9F mean in windows-1252; nothing where they mean nothing.
    static let windows1252: [String] = {
        let bytes = [UInt8](0x80..<0xA0)
        return bytes.map { byte in
            guard let converted = IconvConverter(from: .windows1252)?.convert([byte]), converted.replaced == 0 else { return "" }
            return String(decoding: converted.utf8, as: UTF8.self)
        }
    }()
}

extension UnsafeBufferPointer<UInt8> {
    /// The bytes before the zero that ends a string of C.
    init(terminated text: UnsafePointer<UInt8>) {
        self.init(start: text, count: strlen(UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self)))
    }
}
