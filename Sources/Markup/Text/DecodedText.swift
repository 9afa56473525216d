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
    /// A declaration is corrected where the bytes prove it wrong: a page that says UTF-8 and is not, or says latin-1 and is UTF-8.
    ///
    /// - Parameters:
    ///   - bytes: the page.
    ///   - transportCharset: the `charset` parameter of `Content-Type`, if the page came with one.
    ///   - isHTML: whether to look for `<meta charset>`.
    public init(_ bytes: [UInt8], transportCharset: String? = nil, isHTML: Bool = true) {
        if let (encoding, length) = Self.byteOrderMark(bytes) {
            self.init(Array(bytes.dropFirst(length)), as: encoding, remarks: [])
            return
        }
        let declared = transportCharset.flatMap { TextEncoding(label: $0) } ?? (isHTML ? DeclaredEncoding.prescan(bytes) : nil)
        let census = UTF8Census(bytes)
        if census.isUTF8 {
            let wrong = census.characters > 0 && declared?.isASCIICompatible == true && declared != .utf8
            if let declared, !wrong {
                self.init(bytes, as: declared, remarks: [])
            } else {
                self.init(bytes, as: .utf8, remarks: declared.map { ["the page says \($0.name), but is utf-8"] } ?? [])
            }
        } else if declared == nil || declared == .utf8, census.isMostlyUTF8 {
            self.init(repairing: bytes, strays: census.strays)
        } else if let declared, declared != .utf8 {
            self.init(bytes, as: declared, remarks: [])
        } else {
            // The markup is ASCII in any case: what tells encodings apart are the other bytes, with the words around them.
            let guess = CharsetGuess()?.encoding(of: bytes.prefix(256 * 1024)) ?? .windows1252
            self.init(bytes, as: guess, remarks: declared.map { ["the page says \($0.name), but is \(guess.name)"] } ?? [])
        }
    }

    private init(_ bytes: [UInt8], as encoding: TextEncoding, remarks: [String]) {
        var remarks = remarks
        var utf8 = bytes
        if encoding != .utf8 || !UTF8Census(bytes).isUTF8 {
            if let converter = IconvConverter(from: encoding) {
                let converted = converter.convert(bytes)
                utf8 = converted.utf8
                if converted.replaced > 0 { remarks.append("\(converted.replaced) bytes are no \(encoding.name) and were replaced") }
            } else {
                utf8 = Array(String(decoding: bytes, as: UTF8.self).utf8)
                remarks.append("this system cannot convert \(encoding.name)")
            }
        }
        self.init(valid: utf8, encoding: encoding, remarks: remarks)
    }

    /// UTF-8 with some bytes of windows-1252 in it: what pasting into an old form gave.
    private init(repairing bytes: [UInt8], strays: Int) {
        var utf8: [UInt8] = []
        utf8.reserveCapacity(bytes.count + 2 * strays)
        UTF8Census.forEachPiece(of: bytes) { piece, isValid in
            if isValid {
                utf8.append(contentsOf: piece)
            } else {
                let converted = IconvConverter(from: .windows1252)?.convert(Array(piece)).utf8
                utf8.append(contentsOf: converted ?? Array("\u{FFFD}".utf8))
            }
        }
        self.init(valid: utf8, encoding: .utf8, remarks: ["\(strays) bytes are no utf-8 and were read as windows-1252"])
    }

    private init(valid utf8: [UInt8], encoding: TextEncoding, remarks: [String]) {
        self.encoding = encoding
        guard utf8.contains(0) else {
            self.utf8 = utf8
            self.remarks = remarks
            return
        }
        // U+0000 is an error in HTML, which browsers drop from a page's body (HTML Standard, section 13.2.6.4.7).
        self.utf8 = utf8.filter { $0 != 0 }
        self.remarks = remarks + ["\(utf8.count - self.utf8.count) NUL characters were dropped"]
    }

    private static func byteOrderMark(_ bytes: [UInt8]) -> (TextEncoding, Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        return nil
    }
}

/// How much of some bytes is UTF-8.
struct UTF8Census {
    /// Characters beyond ASCII in valid form.
    private(set) var characters = 0
    /// Bytes that are part of no valid character.
    private(set) var strays = 0

    var isUTF8: Bool { strays == 0 }
    /// Other encodings almost never give valid sequences by chance: where most characters are valid, the rest is damage.
    var isMostlyUTF8: Bool { characters > strays }

    init(_ bytes: [UInt8]) {
        var characters = 0
        var strays = 0
        Self.forEachPiece(of: bytes) { piece, isValid in
            if isValid {
                for byte in piece where byte >= 0xC0 { characters += 1 }
            } else {
                strays += piece.count
            }
        }
        self.characters = characters
        self.strays = strays
    }

    /// Cuts bytes into stretches that are UTF-8 and single bytes that are not.
    static func forEachPiece(of bytes: [UInt8], _ body: (ArraySlice<UInt8>, _ isValid: Bool) -> Void) {
        var start = 0
        while start < bytes.count {
            do {
                _ = try UTF8Span(validating: bytes.span.extracting(start...))
                body(bytes[start...], true)
                return
            } catch {
                let bad = start + error.byteOffsets.lowerBound
                if bad > start { body(bytes[start..<bad], true) }
                body(bytes[bad..<(bad + 1)], false)
                start = bad + 1
            }
        }
    }
}
