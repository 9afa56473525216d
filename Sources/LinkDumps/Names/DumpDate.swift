import Foundation

/// When dumps were made.
enum DumpDate {
    /// The date in the name of a file or folder, in ISO 8601: `…2015-07-29-12-00-00…`, `…_20141025T120000`, `…-20240101`.
    static func inName(_ name: String) -> String? {
        let dashed = /(?:^|[^0-9])((?:19|20)[0-9]{2})-([0-9]{2})-([0-9]{2})(?:-([0-9]{2})-([0-9]{2})-([0-9]{2}))?(?![0-9])/
        let compact = /[-_.]((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})(?:T?([0-9]{2})([0-9]{2})([0-9]{2}))?(?![0-9])/
        guard let match = name.firstMatch(of: dashed) ?? name.firstMatch(of: compact) else { return nil }
        let (_, year, month, day, hour, minute, second) = match.output
        guard (1...12).contains(Int(month) ?? 0), (1...31).contains(Int(day) ?? 0) else { return nil }
        guard let hour, let minute, let second else { return "\(year)-\(month)-\(day)" }
        guard Int(hour) ?? 24 < 24, Int(minute) ?? 60 < 60, Int(second) ?? 60 < 60 else { return "\(year)-\(month)-\(day)" }
        return "\(year)-\(month)-\(day)T\(hour):\(minute):\(second)Z"
    }

    /// A `#TIMESTAMP` in ISO 8601 UTC to the second; a date alone stays one. The URLTeam leaves the zone out and means UTC
    /// (terroroftinytown, `format/beacon.py`).
    static func inHeader(_ text: String) -> String? {
        let form = /([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]([0-9]{2}:[0-9]{2}:[0-9]{2})(?:[.,][0-9]+)?(Z|z|[-+][0-9]{2}:?[0-9]{2})?)?/
        guard let (_, day, time, zone) = text.wholeMatch(of: form)?.output else { return nil }
        guard let date = try? Date.ISO8601FormatStyle().parse("\(day)T\(time ?? "00:00:00")\(zone?.uppercased() ?? "Z")") else {
            return nil
        }
        return time == nil ? String(day) : date.formatted(.iso8601)
    }
}
