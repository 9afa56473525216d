/// The codes in whole short URLs, as lines of a dump may have them.
struct URLCodes {
    /// Short URLs are no longer than this.
    static let longestURL = 2048

    private let context: ScanContext
    /// The host of the line before, and the codes of its service: most lines have the same.
    private var host: [UInt8] = []
    private var table: CodeTable?

    init(_ context: ScanContext) {
        self.context = context
    }

    /// Whether bytes may be a code: white space and control characters are in none.
    static func isCode(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool { !bytes.isEmpty && bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F } }

    /// Whether bytes may be a whole short URL.
    static func isURL(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
        (bytes.starts(with: "http://".utf8) || bytes.starts(with: "https://".utf8)) && isCode(bytes)
    }

    /// The number of the code in a short URL; `nil` if it is not looked for.
    mutating func number(of url: UnsafeRawBufferPointer) -> Int? {
        guard var start = url.firstIndex(of: UInt8(ascii: ":")), url[start...].starts(with: "://".utf8) else { return nil }
        start += 3
        let behind = UnsafeRawBufferPointer(rebasing: url[start...])
        let name = behind.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
        if !name.elementsEqual(host) {
            host = Array(name)
            table = context.table(ofHost: String(decoding: host.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self))
        }
        guard let table else { return nil }
        // As `ShortCode` has it: without the slashes around it and the fragment.
        var code = behind[name.endIndex...].drop { $0 == UInt8(ascii: "/") }.prefix { $0 != UInt8(ascii: "#") }
        while code.last == UInt8(ascii: "/") { code.removeLast() }
        return table.number(of: UnsafeRawBufferPointer(rebasing: code))
    }
}
