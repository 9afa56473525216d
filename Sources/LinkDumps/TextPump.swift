/// Moves a text from where it is decompressed to where its lines are read, through one buffer.
struct TextPump {
    private static let length = 256 * 1024

    private let source: CompressedReader

    init(_ source: CompressedReader) {
        self.source = source
    }

    /// Reads a text to its end, and adds to the report what came of it, also where that goes wrong.
    ///
    /// - Parameter isAlone: whether the text is all there is, so that somebody must have meant it.
    func run(
        _ start: TextScanner, into report: inout DumpReport, isAlone: Bool, _ watch: DumpReader.Watch
    ) throws(DumpError) {
        var scanner = start
        var failure: DumpError?
        do throws(DumpError) {
            try pump(&scanner, watch)
            try scanner.finish()
            if isAlone && !scanner.hasContent { failure = .empty }
        } catch {
            failure = error
            // A text between others that is none of a dump: a README.
            if error == .noLinks && !isAlone { failure = nil }
            try scanner.finish()
        }
        report.lines += scanner.lines
        report.dropped += scanner.dropped
        if scanner.isDone { report.passedOver += 1 }
        try report.findings.merge(scanner.findings)
        if let failure { throw failure }
    }

    private func pump(_ scanner: inout TextScanner, _ watch: DumpReader.Watch) throws(DumpError) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.length, alignment: 16)
        defer { buffer.deallocate() }
        var filled = 0
        while !scanner.isDone && !watch.shouldStop() {
            let count = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
            filled += count
            let before = scanner.lines
            let used = try scanner.consume(UnsafeRawBufferPointer(rebasing: buffer[..<filled]), atEnd: count == 0)
            watch.didRead(scanner.lines - before)
            if count == 0 { return }
            buffer.copyBytes(from: UnsafeRawBufferPointer(rebasing: buffer[used..<filled]))
            filled -= used
            if filled > TextScanner.longestLine {
                scanner.dropLine()
                filled = 0
            }
        }
    }
}
