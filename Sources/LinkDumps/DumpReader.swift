internal import Foundation
public import ShortLinks

/// Reads dumps of shorteners' links for the targets of certain codes, in one pass and in memory that does not depend on their size.
///
/// A dump is a zip of texts, or one text; texts are compressed with xz (also several streams one after the other), gzip, bzip2 or zstd, or
/// not at all. What its lines are is told by their head, or without one by the names of file and folders:
/// - the URLTeam's (https://wiki.archiveteam.org/index.php/URLTeam), of both generations;
/// - Wikimedia's of w.wiki (https://dumps.wikimedia.org/other/shorturls/);
/// - any others in BEACON format (https://gbv.github.io/beaconspec/beacon.html).
public struct DumpReader: Sendable {
    /// What a caller may do while a dump is read. Both are called often, and on whatever thread reads.
    public struct Watch: Sendable {
        /// Whether to end early.
        public var shouldStop: @Sendable () -> Bool
        /// Is told of so many more lines.
        public var didRead: @Sendable (_ lines: Int) -> Void

        /// Reads to the end and tells nobody.
        public init(shouldStop: @escaping @Sendable () -> Bool = { false }, didRead: @escaping @Sendable (_ lines: Int) -> Void = { _ in })
        {
            self.shouldStop = shouldStop
            self.didRead = didRead
        }
    }

    /// A zip with so many texts that cannot be read is not read further.
    private static let patience = 100

    private let tables: CodeTables
    private let services: ServiceTable
    private let names: ServiceNames
    private let service: String?

    /// - Parameters:
    ///   - wanted: the codes that are looked for.
    ///   - service: the service to which all codes belong, whatever files say.
    public init(wanted: WantedCodes, services: ServiceTable = .bundled, service: Service? = nil) {
        tables = CodeTables(wanted)
        self.services = services
        names = ServiceNames(services)
        self.service = service?.name
    }

    /// Reads a file that can be sought in, and leaves it open.
    ///
    /// - Parameter path: its path, from whose parts may be learnt what the file itself does not say.
    public func read(file descriptor: Int32, path: String, watch: Watch = Watch()) -> DumpReport {
        read(path, watch) { () throws(DumpError) in try CompressedReader(descriptor: descriptor) }
    }

    /// Reads from a stream, such as standard input, until it ends.
    public func read(stream descriptor: Int32, name: String, watch: Watch = Watch()) -> DumpReport {
        read(name, watch) { () throws(DumpError) in
            try CompressedReader(PatientDescriptor(descriptor, shouldStop: watch.shouldStop), opensZips: true)
        }
    }

    private func read(_ path: String, _ watch: Watch, open: () throws(DumpError) -> CompressedReader) -> DumpReport {
        var report = DumpReport()
        do throws(DumpError) {
            let container = try open()
            var templates: [String: String] = [:]
            var isEmpty = true
            while !watch.shouldStop(), let entry = try container.nextEntry() {
                isEmpty = false
                guard entry.isFile else { continue }
                do throws(DumpError) {
                    try read(entry, container, path, &templates, &report, watch)
                } catch {
                    // What is no text, or of no known service, leaves the others as they are. So does a damaged text in a sound zip.
                    report.failures.append(.init(entry: entry.path, error: error))
                    if error == .tooMuchFound || report.failures.count >= Self.patience { break }
                }
            }
            if isEmpty && !watch.shouldStop() { throw .empty }
        } catch {
            // After damage in the middle the next head cannot be read either: that is said once.
            let isSaid = report.failures.contains { if case .damaged = $0.error { true } else { false } }
            if !isSaid { report.failures.append(.init(entry: nil, error: error)) }
        }
        // What is read no further looks cut off.
        if watch.shouldStop() { report.failures = [] }
        return report
    }

    private func read(
        _ entry: CompressedReader.Entry, _ container: CompressedReader, _ path: String, _ templates: inout [String: String],
        _ report: inout DumpReport, _ watch: Watch
    ) throws(DumpError) {
        // In a zip are files that are compressed themselves.
        let source = try entry.path == nil ? container : innerReader(container)
        guard let source else { return }
        let folder = entry.path.map { String($0.prefix { $0 != "/" }) } ?? ""
        if let file = entry.path, file.hasSuffix(".meta.json.xz") || file.hasSuffix(".meta.json") {
            // Projects are few; a zip that has more descriptions than this is not the URLTeam's.
            if templates.count < 1000 { templates[folder] = try ProjectDescription.template(source) }
            return
        }
        report.texts += 1
        let context = ScanContext(
            tables: tables, services: services, name: DumpName(path: path, entry: entry.path, names: names), service: service,
            template: templates[folder])
        try TextPump(source).run(TextScanner(context), into: &report, isAlone: entry.path == nil, watch)
    }

    /// `nil` for an empty file.
    private func innerReader(_ container: CompressedReader) throws(DumpError) -> CompressedReader? {
        let reader = try CompressedReader(container, opensZips: false)
        return try reader.nextEntry() == nil ? nil : reader
    }
}

/// What the URLTeam keeps of a project beside its codes: `bitly_6/bitly_6.meta.json.xz`.
private struct ProjectDescription: Decodable {
    private static let limit = 1024 * 1024

    private enum CodingKeys: String, CodingKey {
        case template = "url_template"
    }

    var template: String?

    /// The project's short URL with `{shortcode}` in it; `nil` where it says nothing of that.
    static func template(_ source: CompressedReader) throws(DumpError) -> String? {
        var json = Data(count: limit)
        var filled = 0
        while filled < limit {
            let count = try read(source, &json, from: filled)
            if count == 0 { break }
            filled += count
        }
        return (try? JSONDecoder().decode(Self.self, from: json.prefix(filled)))?.template
    }

    private static func read(_ source: CompressedReader, _ json: inout Data, from start: Int) throws(DumpError) -> Int {
        let result = json.withUnsafeMutableBytes { buffer in
            Result { () throws(DumpError) in try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[start...])) }
        }
        return try result.get()
    }
}
