internal import Foundation

/// The rules of a ClearURLs file (docs.clearurls.xyz, "Rules file"): which parameters track, site by site.
///
/// Of a provider, `urlPattern`, `exceptions`, `rules` and `rawRules` are used. `redirections` are the resolver's work, `completeProvider` means
/// that a site is to be blocked, and `referralMarketing` says who is paid, which is none of our business.
struct ClearURLsRules: Sendable {
    /// Providers of the published file are two hundred, its size is a tenth of a megabyte.
    static let largestFile = 4 * 1024 * 1024
    static let mostPatterns = 20_000
    /// For one URL; the rules of the published file need a hundredth of it.
    private static let patience = Duration.milliseconds(200)

    private struct Provider: Sendable {
        var place: BoundedPattern
        var exceptions: [BoundedPattern]
        var rules: [BoundedPattern]
        var rawRules: [BoundedPattern]

        func isFor(_ url: String, until deadline: ContinuousClock.Instant) -> Bool {
            place.matches(url, until: deadline) && !exceptions.contains { $0.matches(url, until: deadline) }
        }
    }

    private let providers: [Provider]
    /// How many patterns could not be read, or were too long or too many.
    let skippedPatterns: Int

    /// - Throws: ``URLCleanerError``
    init(_ json: Data) throws(URLCleanerError) {
        guard json.count <= Self.largestFile else { throw .tooLarge(bytes: json.count, limit: Self.largestFile) }
        let file: RulesFile
        do {
            file = try JSONDecoder().decode(RulesFile.self, from: json)
        } catch {
            throw .unreadable(reason: "it is no JSON of the form {\"providers\": {…: {\"urlPattern\": …}}}")
        }
        var compiler = Compiler()
        providers = file.providers.sorted { $0.key < $1.key }.compactMap { compiler.provider($0.value) }
        skippedPatterns = compiler.skipped
        guard !providers.isEmpty else { throw .noProviders }
    }

    private struct Compiler {
        var skipped = 0
        private var compiled = 0

        mutating func provider(_ written: RulesFile.Provider) -> Provider? {
            guard let place = pattern(written.urlPattern, isWhole: false) else { return nil }
            // A provider without one of its exceptions would break what the exception is for.
            let before = skipped
            let exceptions = patterns(written.exceptions, isWhole: false)
            guard skipped == before else { return nil }
            return Provider(
                place: place, exceptions: exceptions, rules: patterns(written.rules, isWhole: true),
                rawRules: patterns(written.rawRules, isWhole: false))
        }

        private mutating func patterns(_ written: [String]?, isWhole: Bool) -> [BoundedPattern] {
            (written ?? []).compactMap { pattern($0, isWhole: isWhole) }
        }

        private mutating func pattern(_ text: String, isWhole: Bool) -> BoundedPattern? {
            compiled += 1
            if compiled <= ClearURLsRules.mostPatterns, let pattern = BoundedPattern(text, isWhole: isWhole) { return pattern }
            skipped += 1
            return nil
        }
    }

    /// A URL without what the rules for it name, and what that was; each rule that would change scheme or host is passed over.
    func clean(_ url: String) -> (url: String, removed: [String]) {
        var result = url
        var removed: [String] = []
        let deadline = ContinuousClock.now.advanced(by: Self.patience)
        for provider in providers where provider.isFor(url, until: deadline) {
            for rule in provider.rawRules {
                let changed = rule.removed(from: result, until: deadline)
                guard changed != result, Self.origin(of: changed) == Self.origin(of: url) else { continue }
                removed.append(Self.missing(in: changed, of: result))
                result = changed
            }
            guard !provider.rules.isEmpty, var query = QueryParameters(result) else { continue }
            let names = query.remove { name in
                // No parameter of a name longer than this is in any rule.
                guard name.utf8.count <= 128 else { return false }
                let decoded = String(name).removingPercentEncoding ?? String(name)
                return provider.rules.contains { $0.matches(decoded, until: deadline) }
            }
            if !names.isEmpty { result = query.url }
            removed += names
        }
        // What was not finished in time may lack an exception: nothing is better.
        return ContinuousClock.now > deadline ? (url, []) : (result, removed)
    }

    /// `https://host` as it is written.
    private static func origin(of url: String) -> Substring {
        var slashes = 0
        return url.prefix { character in
            if character == "/" { slashes += 1 }
            return slashes < 3 && character != "?" && character != "#"
        }
    }

    /// The first part that a text has lost.
    private static func missing(in short: String, of long: String) -> String {
        let kept = zip(short.utf8, long.utf8).prefix { $0 == $1 }.count
        return String(decoding: long.utf8.dropFirst(kept).prefix(long.utf8.count - short.utf8.count), as: UTF8.self)
    }
}

/// What of the file is used.
private struct RulesFile: Decodable {
    struct Provider: Decodable {
        var urlPattern: String
        var rules: [String]?
        var rawRules: [String]?
        var exceptions: [String]?
    }

    var providers: [String: Provider]
}
