/// What an input is, told from its first bytes.
enum MediaType: String {
    case html = "text/html"
    case plainText = "text/plain"

    /// How much is looked at: the resource header of the MIME Sniffing Standard, section 5.
    private static let headerLength = 1445

    /// Kinds of files that are named in the message, by their signatures (MIME Sniffing Standard, section 6).
    private static let signatures: [(bytes: [UInt8], kind: String)] = [
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"), ([0xFF, 0xD8, 0xFF], "a JPEG picture"), (Array("GIF8".utf8), "a GIF picture"),
        (Array("RIFF".utf8), "a WebP picture or a sound"), (Array("%PDF-".utf8), "a PDF document"),
        ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive"), ([0x1F, 0x8B], "gzip data"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz data"),
        ([0x28, 0xB5, 0x2F, 0xFD], "zstd data"), ([0x42, 0x5A, 0x68], "bzip2 data"), ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        (Array("SQLite format 3".utf8), "an SQLite database"), (Array("OggS".utf8), "a sound or film"), (Array("ID3".utf8), "a sound"),
    ]

    private static let htmlMarks = [
        "<!doctype", "<html", "<head", "<body", "<meta", "<title", "<div", "<p>", "<p ", "<table", "<?xml", "<article",
    ]
    .map { Array($0.utf8) }

    /// Tells what an input is.
    ///
    /// - Throws: ``PageReaderError/empty`` or ``PageReaderError/binary(_:)``.
    static func sniff(_ bytes: [UInt8], path: String?) throws(PageReaderError) -> MediaType {
        let head = bytes.prefix(headerLength)
        guard bytes.contains(where: { $0 > 0x20 }) else { throw bytes.contains(0) ? .binary("NUL bytes") : .empty }
        for signature in signatures where head.starts(with: signature.bytes) { throw .binary(signature.kind) }
        let hasByteOrderMark = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
        // Without the zeros of UTF-16, and with the letters of ASCII in lower case.
        var text = head.contains(0) ? head.filter { $0 != 0 } : Array(head)
        text.lowercaseASCII()
        let isMarkup = text[...].holds(anyOf: htmlMarks)
        // A page may hold a stray control character; many of them without any markup are no text.
        let controls = head.count { $0 < 0x09 || (0x0E..<0x1B).contains($0) }
        if !hasByteOrderMark, !isMarkup, controls * 20 > head.count { throw .binary("binary data") }
        if let name = path?.lowercased(), name.hasSuffix(".txt") { return .plainText }
        if isMarkup { return .html }
        if let name = path?.lowercased(), [".html", ".htm", ".xhtml"].contains(where: { name.hasSuffix($0) }) { return .html }
        return .plainText
    }
}
