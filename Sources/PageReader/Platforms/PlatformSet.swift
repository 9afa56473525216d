public import Foundation
internal import Markup

/// The platforms whose pages a reader knows by a description.
public struct PlatformSet: Sendable {
    let compiled: [CompiledPlatform]
    private let evidence: SelectorGroups

    /// Every platform of this library.
    public static let bundled = PlatformSet(compiled: Platform.all.compactMap { try? CompiledPlatform($0) })
    // A description that cannot be read is left out; a test proves that there is none.

    /// No platform: every page is read by what posts and comments are everywhere.
    public static let none = PlatformSet(compiled: [])

    private init(compiled: [CompiledPlatform]) {
        self.compiled = compiled
        evidence = SelectorGroups(compiled.map(\.evidence))
    }

    /// The platforms that a page is of, in the order in which they are tried.
    func evident(on page: HTMLDocument, generators: [String]) -> [CompiledPlatform] {
        let found = evidence.found(on: page)
        return compiled.indices.filter { found[$0] || compiled[$0].isNamed(by: generators) }.map { compiled[$0] }
    }

    /// The names of the platforms, in the order in which they are tried.
    public var names: [String] { compiled.map(\.name) }

    /// The one platform of a name, which is then taken for every page's; `nil` if there is none.
    public func only(_ name: String) -> PlatformSet? {
        compiled.first { $0.name == name }?.always.map { PlatformSet(compiled: [$0]) }
    }

    /// These platforms and one more, which is tried first.
    ///
    /// - Parameter json: the description, as documented in CONTRIBUTING.md.
    /// - Throws: ``PlatformError`` if it is no JSON of that form, or one of its selectors cannot be read.
    public func adding(json: Data) throws(PlatformError) -> PlatformSet {
        let platform: Platform
        do { platform = try JSONDecoder().decode(Platform.self, from: json) } catch { throw PlatformError(error) }
        do { return PlatformSet(compiled: [try CompiledPlatform(platform)] + compiled) } catch {
            throw PlatformError(reason: error.description)
        }
    }
}

/// Why the description of a platform could not be read.
public struct PlatformError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, and where.
    public let reason: String

    /// The reason, in words for people.
    public var description: String { reason }

    init(reason: String) {
        self.reason = reason
    }

    init(_ error: any Error) {
        func place(_ context: DecodingError.Context, _ key: (any CodingKey)? = nil) -> String {
            let path = (context.codingPath + [key].compactMap { $0 }).map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }
            return path.isEmpty ? "the description" : String(path.joined().drop { $0 == "." })
        }
        switch error {
        case DecodingError.keyNotFound(let key, let context): reason = "\(place(context, key)) is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            reason = "\(place(context)): \(context.debugDescription)"
        case DecodingError.dataCorrupted(let context): reason = "\(place(context)): \(context.debugDescription)"
        default: reason = "\(error)"
        }
    }
}
