import Glibc
import ShortLinks

/// Reads the lines of one text of a dump and keeps the targets of codes that are looked for.
///
/// It is given bytes as they come, says how many of them it has used, and is given the rest again with more behind it. What it does with
/// a line that nobody looks for allocates nothing.
struct TextScanner {
    /// Longer lines are passed over: no server takes such a URL.
    static let longestLine = 64 * 1024

    /// What the lines are.
    enum Form {
        /// `code|url` as the URLTeam writes it.
        case codes(CodeTable, length: Int?)
        /// `http://host/code|url`, likewise.
        case urls
        /// Links by the specification of BEACON.
        case beacon(BeaconLinks)
        /// Nothing of it is looked for.
        case nothing
    }

    /// How many lines behind the head were read.
    var lines = 0
    /// How many lines were too long.
    private(set) var dropped = 0
    /// What was found.
    private(set) var findings = DumpFindings()
    /// Whether the rest of the text need not be read.
    var isDone: Bool { if case .nothing? = form { true } else { false } }
    /// Whether there was anything but white space.
    var hasContent: Bool { form != nil || !header.isEmpty }

    private let context: ScanContext
    private var header = BeaconHeader()
    /// `nil` in the head.
    private var form: Form?
    private var urls: URLCodes
    private var sighting = DumpFindings.Sighting(source: "")
    private var isAtStart = true
    private var isDropping = false
    /// The number of the code whose target has begun, and the target so far: further lines may belong to it.
    private var open: (number: Int, target: [UInt8])?

    init(_ context: ScanContext) {
        self.context = context
        urls = URLCodes(context)
    }

    // MARK: Bytes

    /// - Parameter atEnd: whether nothing follows these bytes: then the last line needs no line end.
    /// - Returns: how many bytes were used.
    mutating func consume(_ bytes: UnsafeRawBufferPointer, atEnd: Bool) throws(DumpError) -> Int {
        var start = try skipped(bytes)
        while start < bytes.count, form == nil {
            guard let line = nextLine(bytes, from: start, atEnd: atEnd, endsAtReturn: true) else { return start }
            // The first line behind the head is read again, as what it is.
            if try readHead(bytes, line) { start = line.upperBound + 1 }
        }
        guard start < bytes.count else { return bytes.count }
        switch form {
        case .codes(let table, let length?): return try scan(bytes, start, table, length, atEnd)
        case .codes(let table, nil): return try scan(bytes, start, table, atEnd)
        case .urls: return try scanURLs(bytes, start, atEnd)
        case .beacon(let links): return try scan(bytes, start, links, atEnd)
        case .nothing, nil: return bytes.count
        }
    }

    /// Passes over the line that has begun: there is more of it than is kept.
    mutating func dropLine() {
        isDropping = true
        dropped += 1
        open = nil
    }

    /// Keeps the target that is still open. To be called when the text ends, also where it ends too early.
    mutating func finish() throws(DumpError) {
        guard let found = open else { return }
        open = nil
        try findings.add(found.target, sighting, of: found.number)
    }

    /// The part of bytes that a byte order mark and a line that is too long take.
    private mutating func skipped(_ bytes: UnsafeRawBufferPointer) throws(DumpError) -> Int {
        if isDropping {
            guard let end = bytes.firstIndex(where: { $0 == 0x0A }) else { return bytes.count }
            isDropping = false
            return end + 1
        }
        guard isAtStart, !bytes.isEmpty else { return 0 }
        isAtStart = false
        if bytes.starts(with: "PK\u{3}\u{4}".utf8) { throw .nestedZip }
        if bytes.prefix(1024).contains(0) { throw .notText }
        return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The line that begins at a place, without its end; `nil` if its end is not there yet.
    ///
    /// - Parameter endsAtReturn: whether a carriage return alone ends a line, too. In what the URLTeam writes it is a part of the target.
    private func nextLine(_ bytes: UnsafeRawBufferPointer, from start: Int, atEnd: Bool, endsAtReturn: Bool) -> Range<Int>? {
        let end = endsAtReturn ? bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } : bytes.index(of: 0x0A, from: start)
        return end.map { start..<$0 } ?? (atEnd ? start..<bytes.count : nil)
    }

    // MARK: Head

    /// - Returns: whether the line belongs to the head.
    private mutating func readHead(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) throws(DumpError) -> Bool {
        let line = UnsafeRawBufferPointer(rebasing: bytes[range])
        if line.first == UInt8(ascii: "#") {
            header.read(line)
            return true
        }
        guard line.contains(where: { $0 > 0x20 }) else { return true }
        form = try context.form(header, firstLine: line)
        sighting = context.sighting(header)
        return false
    }

    // MARK: Lines

    private mutating func begin(_ number: Int, _ bytes: UnsafeRawBufferPointer, _ target: Range<Int>) {
        guard target.count <= Self.longestLine else { return }
        open = (number, Array(bytes[target]))
    }

    /// A line that is no link of its own belongs to the target before it: servers do send line ends in `Location`.
    private mutating func goOn(_ bytes: UnsafeRawBufferPointer, _ line: Range<Int>) {
        guard let length = open?.target.count else { return }
        guard length + line.count < Self.longestLine else {
            open = nil
            return
        }
        open?.target.append(0x0A)
        open?.target.append(contentsOf: bytes[line])
    }

    private mutating func count(_ line: Range<Int>) {
        lines += 1
        if line.count > Self.longestLine { dropped += 1 }
    }

    /// Codes of one length: the bar stands where it must, or the line is none of a link.
    private mutating func scan(
        _ bytes: UnsafeRawBufferPointer, _ start: Int, _ table: CodeTable, _ length: Int, _ atEnd: Bool
    ) throws(DumpError) -> Int {
        var start = start
        while start < bytes.count, let line = nextLine(bytes, from: start, atEnd: atEnd, endsAtReturn: false) {
            count(line)
            if line.count > length, bytes[start + length] == UInt8(ascii: "|") {
                if open != nil { try finish() }
                if let number = table.number(of: UnsafeRawBufferPointer(rebasing: bytes[start..<start + length])) {
                    begin(number, bytes, start + length + 1..<line.upperBound)
                }
            } else if open != nil {
                goOn(bytes, line)
            }
            start = line.upperBound + 1
        }
        return min(start, bytes.count)
    }

    /// Codes of any length.
    private mutating func scan(
        _ bytes: UnsafeRawBufferPointer, _ start: Int, _ table: CodeTable, _ atEnd: Bool
    ) throws(DumpError) -> Int {
        var start = start
        while start < bytes.count, let line = nextLine(bytes, from: start, atEnd: atEnd, endsAtReturn: false) {
            count(line)
            let bar = bytes.index(of: UInt8(ascii: "|"), from: start, to: min(line.upperBound, start + CodeTable.longestCode + 1))
            if let bar, open == nil || URLCodes.isCode(bytes[start..<bar]) {
                if open != nil { try finish() }
                if let number = table.number(of: UnsafeRawBufferPointer(rebasing: bytes[start..<bar])) {
                    begin(number, bytes, bar + 1..<line.upperBound)
                }
            } else if open != nil {
                goOn(bytes, line)
            }
            start = line.upperBound + 1
        }
        return min(start, bytes.count)
    }

    /// Whole short URLs.
    private mutating func scanURLs(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ atEnd: Bool) throws(DumpError) -> Int {
        var start = start
        while start < bytes.count, let line = nextLine(bytes, from: start, atEnd: atEnd, endsAtReturn: false) {
            count(line)
            let bar = bytes.index(of: UInt8(ascii: "|"), from: start, to: min(line.upperBound, start + URLCodes.longestURL))
            if let bar, URLCodes.isURL(bytes[start..<bar]) {
                try finish()
                if let number = urls.number(of: UnsafeRawBufferPointer(rebasing: bytes[start..<bar])) {
                    begin(number, bytes, bar + 1..<line.upperBound)
                }
            } else {
                goOn(bytes, line)
            }
            start = line.upperBound + 1
        }
        return min(start, bytes.count)
    }

    private mutating func scan(
        _ bytes: UnsafeRawBufferPointer, _ start: Int, _ links: BeaconLinks, _ atEnd: Bool
    ) throws(DumpError) -> Int {
        var start = start
        while start < bytes.count, let line = nextLine(bytes, from: start, atEnd: atEnd, endsAtReturn: true) {
            if !line.isEmpty { count(line) }
            if line.count <= Self.longestLine, let link = links.link(UnsafeRawBufferPointer(rebasing: bytes[line]), &urls) {
                try findings.add(link.target, sighting, of: link.number)
            }
            start = line.upperBound + 1
        }
        return min(start, bytes.count)
    }
}

extension UnsafeRawBufferPointer {
    /// Where a byte comes first, looked for by the C library, which does it many bytes at a time.
    fileprivate func index(of byte: UInt8, from start: Int, to end: Int? = nil) -> Int? {
        guard let base = baseAddress, let found = memchr(base + start, Int32(byte), (end ?? count) - start) else { return nil }
        return UnsafeRawPointer(found) - base
    }
}
