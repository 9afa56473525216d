import ShortLinks
import Synchronization

/// What is known of a text before its first line, and how it is settled what its lines are.
struct ScanContext {
    let tables: CodeTables
    let services: ServiceTable
    let name: DumpName
    /// The service that the user has named.
    let service: String?
    /// The short URL of the text's project with `{shortcode}` in it, by the description beside it.
    let template: String?

    /// - Throws: ``DumpError/noLinks``, ``DumpError/unknownService``
    func form(_ header: BeaconHeader, firstLine line: UnsafeRawBufferPointer) throws(DumpError) -> TextScanner.Form {
        if !header.isEmpty && !header.isFromURLTeam { return try beacon(header) }
        guard let bar = line.firstIndex(of: UInt8(ascii: "|")) else { throw .noLinks }
        if header.prefix == nil, URLCodes.isURL(line[..<bar]) { return .urls }
        let table = tables.table(of: try space(header))
        guard !table.isEmpty else { return .nothing }
        guard let length = name.codeLength else { return .codes(table, length: nil) }
        // The name of the file says it all.
        return table.hasCode(ofLength: length) ? .codes(table, length: length) : .nothing
    }

    /// Where the text is, and of when.
    func sighting(_ header: BeaconHeader) -> DumpFindings.Sighting {
        .init(at: header.timestamp.flatMap(DumpDate.inHeader) ?? name.date, source: name.source)
    }

    /// The codes of the service to which a host belongs; `nil` if none of them is looked for.
    func table(ofHost host: String) -> CodeTable? {
        guard let service = services.service(ofHost: host) else { return nil }
        let table = tables.table(of: CodeSpace(service: service.name))
        return table.isEmpty ? nil : table
    }

    private func space(_ header: BeaconHeader) throws(DumpError) -> CodeSpace {
        if let service { return CodeSpace(service: service) }
        if let space = header.prefix.flatMap({ CodeSpace(template: $0, services: services) }) { return space }
        if let space = template.flatMap({ CodeSpace(template: $0, services: services) }) { return space }
        guard let service = name.service else { throw .unknownService }
        return CodeSpace(service: service)
    }

    private func beacon(_ header: BeaconHeader) throws(DumpError) -> TextScanner.Form {
        let source = BeaconTemplate(header.prefix)
        let target = BeaconTemplate(header.target)
        var space = service.map { CodeSpace(service: $0) }
        if space == nil && !source.isPlain {
            space = CodeSpace(before: source.before, after: source.after, services: services)
            if space == nil { throw .unknownService }
        }
        guard let space else { return .beacon(BeaconLinks(table: nil, source: source, target: target)) }
        let table = tables.table(of: space)
        return table.isEmpty ? .nothing : .beacon(BeaconLinks(table: table, source: source, target: target))
    }
}

/// The codes that are looked for, by what the texts leave out of them. Each table is made once, for all texts that need it.
final class CodeTables: Sendable {
    /// Files that strangers wrote may have any number of prefixes.
    private static let limit = 64

    private let wanted: WantedCodes
    private let tables = Mutex<[CodeSpace: CodeTable]>([:])

    init(_ wanted: WantedCodes) {
        self.wanted = wanted
    }

    func table(of space: CodeSpace) -> CodeTable {
        tables.withLock { tables in
            if let table = tables[space] { return table }
            let table = wanted.table(of: space)
            if tables.count >= Self.limit { tables.removeAll() }
            tables[space] = table
            return table
        }
    }
}
