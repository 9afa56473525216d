public import Foundation

/// Why a file of cleaning rules cannot be used.
public enum URLCleanerError: Error, Hashable, CustomStringConvertible {
    /// The file has more bytes than any such file needs.
    case tooLarge(bytes: Int, limit: Int)
    /// It is not in the form of ClearURLs' `data.min.json`.
    case unreadable(reason: String)
    /// It has no provider whose pattern can be read.
    case noProviders

    /// Reads well after the file's name.
    public var description: String {
        switch self {
        case .tooLarge(let bytes, let limit): "it has \(bytes) bytes, more than \(limit)"
        case .unreadable(let reason): reason
        case .noProviders: "it has no providers that can be used"
        }
    }
}

/// Takes out of a URL the parameters that track people and mean nothing to the page.
///
/// For grouping and comparing destinations, never in place of them: no list is without mistakes. Without a file only a short list of
/// parameters counts whose names are their owners' alone (`utm_*`, `fbclid`, `gclid`, …), and of the URL nothing changes but that they are
/// missing. The rules of a ClearURLs file are applied after it; they may also cut parts of the path.
public struct URLCleaner: Sendable {
    /// A longer URL is not cleaned.
    private static let longestURL = 8_192

    private let rules: ClearURLsRules?

    /// A cleaner with the list that comes with the program.
    public init() {
        rules = nil
    }

    /// A cleaner with the rules of a ClearURLs file too.
    ///
    /// - Parameter clearURLs: the bytes of the file, in the form of `data.min.json` as https://clearurls.xyz publishes it. Patterns that
    ///   cannot be read are skipped (see ``skippedPatterns``).
    /// - Throws: ``URLCleanerError``, where the file cannot be read or has no providers.
    public init(clearURLs: Data) throws {
        rules = try ClearURLsRules(clearURLs)
    }

    /// How many patterns of the file were skipped: they could not be read, or were too long.
    public var skippedPatterns: Int { rules?.skippedPatterns ?? 0 }

    /// The URL without what tracks; `nil` where nothing was removed.
    public func cleaned(_ url: String) -> String? {
        let result = clean(url)
        return result.removed.isEmpty ? nil : result.url
    }

    /// The names of the parameters that ``cleaned(_:)`` removes, in their order and as the URL has them, and behind them other parts that a
    /// rule of the file removes.
    public func removed(_ url: String) -> [String] {
        clean(url).removed
    }

    private func clean(_ url: String) -> (url: String, removed: [String]) {
        guard url.utf8.count <= Self.longestURL else { return (url, []) }
        var result = url
        var removed: [String] = []
        if var query = QueryParameters(url) {
            removed = query.remove(where: TrackingParameters.contains)
            if !removed.isEmpty { result = query.url }
        }
        guard let rules else { return (result, removed) }
        let more = rules.clean(result)
        return (more.url, removed + more.removed)
    }
}
