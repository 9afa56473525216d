import ArgumentParser
import Foundation
import PageReader

/// What is said of the pages that are read.
struct PageOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The largest page that is read.", valueName: "bytes"))
    var maxPageBytes = 16 * 1024 * 1024

    @Option(help: ArgumentHelp("The page's address, where the page itself does not say it. For one page only.", valueName: "url"))
    var url: String?

    @Option(help: ArgumentHelp("When the pages were captured, in ISO 8601 UTC: 2026-01-31T08:00:00Z.", valueName: "time"))
    var capturedAt: String?

    @Option(
        help: ArgumentHelp(
            "How pages are read: best (by their platform where it is known), generic, or as pages of the platform of that name.",
            valueName: "name"))
    var reader = "best"

    @Option(
        help: ArgumentHelp("A platform's description as JSON, which is tried before the others; see CONTRIBUTING.md.", valueName: "file"),
        completion: .file(extensions: ["json"]))
    var platform: [String] = []

    func validate() throws {
        // Said before anything is read or written.
        _ = try pageReader()
        guard maxPageBytes > 0 else { throw ValidationError("--max-page-bytes takes a number of bytes, one or more") }
        if let url {
            guard let components = URLComponents(string: url), components.host?.isEmpty == false,
                ["http", "https"].contains(components.scheme?.lowercased())
            else { throw ValidationError("--url takes an absolute http or https URL") }
        }
        if let capturedAt, !capturedAt.hasSuffix("Z") || (try? Date.ISO8601FormatStyle().parse(capturedAt)) == nil {
            throw ValidationError("--captured-at takes a time in ISO 8601 UTC: 2026-01-31T08:00:00Z")
        }
    }

    /// The reader that the options ask for.
    ///
    /// - Throws: `ValidationError` for a reader that does not exist, or a description that cannot be read.
    func pageReader() throws -> PageReader {
        var platforms = PlatformSet.bundled
        for file in platform.reversed() {
            let json: Data
            do { json = try Data(contentsOf: URL(filePath: file)) } catch { throw ValidationError("--platform \(file): cannot be read") }
            do { platforms = try platforms.adding(json: json) } catch { throw ValidationError("--platform \(file): \(error)") }
        }
        switch reader {
        case "best": return PageReader(platforms: platforms)
        case "generic": return PageReader(platforms: .none)
        default:
            guard let only = platforms.only(reader) else {
                throw ValidationError("--reader takes best, generic, or one of these: \(platforms.names.joined(separator: ", "))")
            }
            return PageReader(platforms: only)
        }
    }

    /// Checks the options against the inputs.
    func check(_ inputs: [String]) throws {
        guard url != nil else { return }
        var status = stat()
        let isDirectory = inputs.count == 1 && stat(inputs[0], &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
        if inputs.count != 1 || isDirectory { throw ValidationError("--url is for one page: name one input") }
    }

    func capture(_ input: PageInput) throws(InputFailure) -> Capture {
        Capture(bytes: try input.read(limit: maxPageBytes), path: input.file == nil ? nil : input.name, url: url, capturedAt: capturedAt)
    }
}
