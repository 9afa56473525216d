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
            /// Nobody's: whoever asks goes from host to host. Links whose newest record stands behind this place are passed over: a run that
            /// tries links on its way meets each once, whatever it finds.
            case lane(upTo: SegmentWriter.Position)
            /// Rows of `urls`.
            case urls
            /// Rows of `urls` joined with the places where the links stand.
            case places
        }

        /// - Parameter now: seconds since 1970.
        init(_ selection: LinkSelection, now: Int64, for scope: Scope) {
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
            case .lane(let end):
                let place = [end.segment.number, end.offset].map { Value.number(Int64($0)) }
                require("(segment IS NULL OR (segment, start) < (?, ?))", place)
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
