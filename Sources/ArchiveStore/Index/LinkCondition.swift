import Foundation
import GRDB
import ThreadModel

extension LinkQueries {
    /// A ``LinkSelection`` as a condition on a row of `urls`, without its limit.
    struct Condition: Sendable {
        private(set) var sql: String
        private(set) var values: [Value] = []
        /// No link that is selected is due later than this.
        let latest: Int64

        /// What a condition compares with.
        enum Value: Sendable, DatabaseValueConvertible {
            case number(Int64)
            case text(String)

            var databaseValue: DatabaseValue {
                switch self {
                case .number(let number): number.databaseValue
                case .text(let text): text.databaseValue
                }
            }

            static func fromDatabaseValue(_ value: DatabaseValue) -> Value? {
                Int64.fromDatabaseValue(value).map(Value.number) ?? String.fromDatabaseValue(value).map(Value.text)
            }
        }

        var arguments: StatementArguments { StatementArguments(values) }

        /// Whose hosts, and whether they are short, the condition is to see to.
        enum Scope {
            /// Nobody's: whoever asks goes from host to host.
            case lane
            /// Rows of `urls`.
            case urls
            /// Rows of `urls` joined with the places where the links stand.
            case places
        }

        /// - Parameter now: seconds since 1970. Where links are gone through host by host, those that were tried since then are passed over:
        ///   a run that tries them on its way meets each once.
        init(_ selection: LinkSelection, now: Int64, for scope: Scope = .lane) {
            sql = "TRUE"
            let named = Self.named(selection, now: now)
            let isDue = (sql: "due <= ? AND host IS NOT NULL", values: [Value.number(now)])
            switch selection.times {
            case .any:
                latest = .max
            case .due:
                latest = named == nil ? now : .max
                require("(\(isDue.sql) OR \(named?.sql ?? "FALSE"))", isDue.values + (named?.values ?? []))
            case .named:
                latest = .max
                require("(\(named?.sql ?? "FALSE"))", named?.values ?? [])
            }
            require(statuses: selection.statuses)
            switch scope {
            case .lane:
                require("(due <= ? OR checked IS NULL OR checked < ?)", [.number(now), .number(now)])
                return
            case .urls: if selection.shortOnly { require("short") }
            case .places: if selection.shortOnly { require("links.short") }
            }
            if !selection.hosts.isEmpty {
                require("host IN (\(Self.marks(selection.hosts.count)))", selection.hosts.sorted().map(Value.text))
            }
        }

        private static func named(_ selection: LinkSelection, now: Int64) -> (sql: String, values: [Value])? {
            var parts: [String] = []
            var values: [Value] = []
            if let age = selection.olderThan {
                parts.append("checked <= ?")
                values.append(.number((Date(timeIntervalSince1970: TimeInterval(now)) - age).wholeSeconds))
            }
            if !selection.retried.isEmpty {
                parts.append("status IN (\(marks(selection.retried.count)))")
                values += selection.retried.map(\.rawValue).sorted().map(Value.text)
            }
            return parts.isEmpty ? nil : (parts.joined(separator: " OR "), values)
        }

        private mutating func require(statuses: Set<Expansion.Status?>) {
            guard !statuses.isEmpty else { return }
            let tried = statuses.compactMap { $0?.rawValue }.sorted()
            let untried = statuses.contains(nil) ? " OR coalesce(attempts, 0) = 0 AND due = 0" : ""
            require("(status IN (\(Self.marks(tried.count)))\(untried))", tried.map(Value.text))
        }

        private mutating func require(_ sql: String, _ values: [Value] = []) {
            self.sql += " AND \(sql)"
            self.values += values
        }

        private static func marks(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ", ") }
    }
}
