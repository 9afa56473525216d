internal import Glibc

/// A page's bytes as UTF-8 text.
public struct DecodedText: Sendable {
    /// Valid UTF-8 without byte-order mark and NUL.
    public let utf8: [UInt8]
    /// The encoding in which the bytes were read.
    public let encoding: TextEncoding
    /// What was wrong with the bytes, in English; empty where nothing was.
    public let remarks: [String]

    /// The text as a string.
    public var string: String { String(decoding: utf8, as: UTF8.self) }

    /// Decodes bytes by the rules of browsers: byte-order mark, then the transport's charset, then what the page declares, then detection.
    ///
    /// A declaration is corrected where the bytes prove it wrong: a page that says UTF-8 and is not, or says latin-1 and is UTF-8. Passages
    /// that were encoded twice are repaired (see `DoubleEncoding`).
    ///
    /// - Parameters:
    ///   - bytes: the page.
    ///   - transportCharset: the `charset` parameter of `Content-Type`, if the page came with one.
    ///   - isHTML: whether to look for `<meta charset>`.
    public init(_ bytes: [UInt8], transportCharset: String? = nil, isHTML: Bool = true) {
        var reading: Reading
        if let (encoding, length) = Self.byteOrderMark(bytes) {
            let text = Array(bytes[length...])
            reading = encoding == .utf8 ? Reading(text, declared: [.utf8], isHTML: isHTML) : Reading(text, in: encoding)
        } else if let encoding = UTF16Guess.encoding(of: bytes) {
            reading = Reading(bytes, in: encoding)
        } else {
            // Without a NUL, as is known here, no page and hardly a text is UTF-16.
            let transport = transportCharset.flatMap { DeclaredEncoding.transport($0) }.flatMap { $0.isUTF16 ? nil : $0 }
            let declared = (transport.map { [$0] } ?? []) + (isHTML ? DeclaredEncoding.prescan(bytes) : [])
            reading = Reading(bytes, declared: declared, isHTML: isHTML)
        }
        reading.dropNUL()
        if reading.mayBeDoubled, let repaired = DoubleEncoding.repair(reading.utf8, isHTML: isHTML) {
            reading.utf8 = repaired.utf8
            reading.remarks.append(
                "\(repaired.characters) characters in \(repaired.passages) passages were encoded twice and were repaired")
        }
        utf8 = reading.utf8
        encoding = reading.encoding
        remarks = reading.remarks
    }

    private static func byteOrderMark(_ bytes: [UInt8]) -> (TextEncoding, Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        return nil
    }
}

/// Bytes read in the encoding that they are most likely in.
private struct Reading {
    var utf8: [UInt8]
    var encoding: TextEncoding
    var remarks: [String] = []
    /// Whether anything in the text could have been encoded twice.
    private(set) var mayBeDoubled = true

    /// - Parameter declared: what transport and page say, the most credible first.
    init(_ bytes: [UInt8], declared: [TextEncoding], isHTML: Bool) {
        let census = UTF8Census(bytes)
        let first = declared.first
        if census.isASCII {
            let escaped = declared.first(where: \.is7Bit) ?? (Self.hasJapaneseEscape(bytes) ? .iso2022jp : nil)
            if let escaped { self.init(bytes, in: escaped) } else { self.init(valid: bytes, in: first ?? .utf8) }
            mayBeDoubled = false
        } else if census.isUTF8, first.map({ Self.isDisproved($0, by: census) }) ?? true {
            self.init(valid: bytes, in: .utf8)
            if let first, first != .utf8 { remarks = ["the page says \(first.name), but is utf-8"] }
            mayBeDoubled = census.hasAccentsInRow
        } else if Self.isDamagedUTF8(census, declared: first) {
            self.init(repairing: bytes, census, declared: first)
        } else {
            self.init(legacy: bytes, census, declared: declared, isHTML: isHTML)
        }
    }

    /// Bytes that are known to be in an encoding.
    init(_ bytes: [UInt8], in encoding: TextEncoding) {
        self.init(Self.convert(bytes, from: encoding), of: bytes, in: encoding)
    }

    private init(_ converted: (utf8: [UInt8], replaced: Int)?, of bytes: [UInt8], in encoding: TextEncoding) {
        self.encoding = encoding
        utf8 = converted?.utf8 ?? Array(String(decoding: bytes, as: UTF8.self).utf8)
        if let converted {
            if converted.replaced > 0 { remarks = ["\(converted.replaced) bytes are no \(encoding.name) and were replaced"] }
        } else {
            remarks = ["this system cannot convert \(encoding.name)"]
        }
    }

    private init(valid utf8: [UInt8], in encoding: TextEncoding) {
        self.utf8 = utf8
        self.encoding = encoding
    }

    private init(repairing bytes: [UInt8], _ census: UTF8Census, declared: TextEncoding?) {
        let other = declared.flatMap { $0.isSingleByte ? $0 : nil } ?? .windows1252
        let repaired = StrayRepair(bytes, census: census, table: SingleByteTable(other) ?? .windows1252)
        self.init(valid: repaired.utf8, in: .utf8)
        if let declared, declared != .utf8 { remarks.append("the page says \(declared.name), but is utf-8") }
        if repaired.read > 0 { remarks.append("\(repaired.read) bytes are no utf-8 and were read as \(other.name)") }
        if repaired.cut > 0 { remarks.append("\(repaired.cut) characters are cut in two and were replaced") }
    }

    /// Bytes that are not UTF-8, whatever is declared.
    private init(legacy bytes: [UInt8], _ census: UTF8Census, declared: [TextEncoding], isHTML: Bool) {
        var candidates = declared
        // Where only UTF-8 is declared, another declaration may stand farther down.
        if isHTML, !candidates.contains(where: { $0 != .utf8 }), bytes.count > DeclaredEncoding.prescanLength {
            candidates += DeclaredEncoding.prescan(bytes, length: bytes.count)
        }
        guard let encoding = candidates.first(where: { $0 != .utf8 }) else {
            let guess = CharsetGuess()?.encoding(of: bytes) ?? .windows1252
            self.init(bytes, in: guess)
            if let first = declared.first { remarks.insert("the page says \(first.name), but is \(guess.name)", at: 0) }
            return
        }
        let converted = Self.convert(bytes, from: encoding)
        // A text that really is in its encoding has hardly a byte that is none of it.
        if !encoding.isSingleByte, let replaced = converted?.replaced, replaced * 20 > census.strays,
            let guess = CharsetGuess()?.encoding(of: bytes), guess != encoding,
            let other = Self.convert(bytes, from: guess), other.replaced * 4 < replaced
        {
            self.init(other, of: bytes, in: guess)
            remarks.insert("the page says \(encoding.name), but is \(guess.name)", at: 0)
        } else {
            self.init(converted, of: bytes, in: encoding)
        }
    }

    private static func convert(_ bytes: [UInt8], from encoding: TextEncoding) -> (utf8: [UInt8], replaced: Int)? {
        if encoding.isSingleByte {
            guard let table = SingleByteTable(encoding) else { return nil }
            return bytes.withUnsafeBufferPointer { table.convert($0) }
        }
        guard let converter = IconvConverter(from: encoding) else { return nil }
        return converter.convert(bytes)
    }

    /// Whether bytes that are UTF-8 prove that a declaration is wrong. A few characters of two bytes can be Chinese by chance (`联通`), many
    /// or those of three bytes cannot.
    private static func isDisproved(_ declared: TextEncoding, by census: UTF8Census) -> Bool {
        declared.isSingleByte || declared.is7Bit || declared == .utf8 || census.wideCharacters > 0 || census.characters > 3
    }

    /// Whether bytes are UTF-8 with damage, whatever is declared. What says another encoding needs more proof.
    private static func isDamagedUTF8(_ census: UTF8Census, declared: TextEncoding?) -> Bool {
        guard let declared, declared != .utf8 else { return census.isMostlyUTF8 }
        if declared.isSingleByte { return census.characters > 3 && census.characters > 2 * census.strays }
        return census.wideCharacters > 8 && census.wideCharacters > 4 * census.strays
    }

    /// Whether ASCII bytes hold the escapes that begin Japanese in ISO-2022-JP, which needs no declaration to be known.
    private static func hasJapaneseEscape(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            guard let escape = bytes.next(0x1B, from: 0) else { return false }
            return bytes.has("$b", at: escape + 1) || bytes.has("$@", at: escape + 1)
        }
    }

    /// U+0000 is an error in HTML, which browsers drop from a page's body (HTML Standard, section 13.2.6.4.7).
    mutating func dropNUL() {
        guard utf8.withUnsafeBufferPointer({ $0.next(0, from: 0) }) != nil else { return }
        let before = utf8.count
        utf8.removeAll { $0 == 0 }
        remarks.append("\(before - utf8.count) NUL characters were dropped")
    }
}
