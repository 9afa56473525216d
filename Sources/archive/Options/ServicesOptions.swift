import ArgumentParser
import Foundation
import ShortLinks

/// Which services shorten links.
struct ServicesOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("A file of more services that shorten links, in the form of services.json.", valueName: "file"),
        completion: .file(extensions: ["json"]))
    var services: String?

    func validate() throws {
        _ = try table()
    }

    /// The services that come with the program, and those of the user's file.
    ///
    /// - Throws: `ValidationError` that names the file and what is wrong with it.
    func table() throws -> ServiceTable {
        guard let services else { return .bundled }
        let json: Data
        do { json = try Data(contentsOf: URL(filePath: services)) } catch {
            throw ValidationError("--services \(services): cannot be read")
        }
        do {
            return try ServiceTable.bundled.adding(json: json)
        } catch let error as DecodingError {
            throw ValidationError("--services \(services): not a list of services: \(Self.explanation(error))")
        }
    }

    /// The hosts that only the user's file calls those of a shortener.
    func ownShorteners() throws -> Set<String> {
        guard services != nil else { return [] }
        let hosts = try table().services.filter(\.isShortener).flatMap(\.allHosts).map { $0.lowercased() }
        return Set(hosts.filter { !ServiceTable.bundled.isShortener(host: $0) })
    }

    private static func explanation(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, let context): "\(place(context)) has no \"\(key.stringValue)\""
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            "\(place(context)): \(context.debugDescription)"
        @unknown default: "\(error)"
        }
    }

    private static func place(_ context: DecodingError.Context) -> String {
        let path = context.codingPath.map { key in key.intValue.map { "row \($0 + 1)" } ?? key.stringValue }.joined(separator: ", ")
        return path.isEmpty ? "the file" : path
    }
}
