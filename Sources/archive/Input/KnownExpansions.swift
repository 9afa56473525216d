import ArchiveStore
import ThreadModel

/// What the archive knows of links, for commands that go on where one of its records is damaged.
final class KnownExpansions {
    private let reader: ArchiveReader
    private let console: Console
    private var damaged: Set<String> = []

    init(_ reader: ArchiveReader, _ console: Console) {
        self.reader = reader
        self.console = console
    }

    /// The newest record of a link; `nil` if there is none, or it is damaged, which is said once.
    func expansion(of url: String) throws -> Expansion? {
        if damaged.contains(url) { return nil }
        do {
            return try reader.expansion(of: url)
        } catch let error as ArchiveError {
            guard case .damaged = error else { throw error }
            damaged.insert(url)
            console.failure("\(url): taken for unknown: \(error)")
            return nil
        }
    }
}
