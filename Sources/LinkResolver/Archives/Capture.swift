import CLibCurl
import Foundation

/// A capture in a web archive: a URL as it was asked for, and when.
struct Capture: Hashable, Sendable {
    /// 14 digits, `yyyyMMddhhmmss` in UTC.
    var timestamp: String
    /// The URL byte for byte as it was captured.
    var original: String
    /// The status at the time; `nil` where the index does not say, as for revisits.
    var status: Int?

    /// When it was made, in days since 1970.
    var day: Double? { Self.day(ofDigits: timestamp) }

    /// The day of a timestamp that may stop at any precision, or of an ISO 8601 date; archives hold days and months that there never were.
    static func day(ofDigits text: String) -> Double? {
        let digits = text.filter { $0.isASCII && $0.isNumber }
        guard let year = Int(digits.prefix(4)), digits.count >= 4 else { return nil }
        func part(_ from: Int, _ otherwise: Int) -> Int { Int(digits.dropFirst(from).prefix(2)) ?? otherwise }
        let date = DateComponents(
            timeZone: .gmt, year: year, month: part(4, 1), day: part(6, 1), hour: part(8, 0), minute: part(10, 0), second: part(12, 0))
        return Calendar(identifier: .gregorian).date(from: date).map { $0.timeIntervalSince1970 / 86_400 }
    }
}

/// The answers of a web archive, read.
enum ArchiveAnswers {
    /// The rows of an index in JSON: an array of arrays of text whose first row names the columns.
    ///
    /// - Returns: `nil` where it is not such an index.
    static func captures(in body: [UInt8]) -> [Capture]? {
        if body.allSatisfy({ $0 <= 0x20 }) { return [] }
        guard let rows = try? JSONDecoder().decode([[String?]].self, from: Data(body)) else { return nil }
        guard let names = rows.first else { return [] }
        guard let timestamp = names.firstIndex(of: "timestamp"), let original = names.firstIndex(of: "original") else { return nil }
        let status = names.firstIndex(of: "statuscode")
        return rows.dropFirst().compactMap { row in
            guard row.indices.contains(timestamp), row.indices.contains(original), let time = row[timestamp], let url = row[original],
                (4...14).contains(time.count), time.allSatisfy({ $0.isASCII && $0.isNumber })
            else { return nil }
            return Capture(
                timestamp: time, original: url, status: status.flatMap { row.indices.contains($0) ? row[$0] : nil }.flatMap { Int($0) })
        }
    }

    /// What a URL of the archive's playback stands for: `…/web/20110209104000id_/http://a.example/`.
    static func captured(_ url: String) -> (timestamp: String, original: String)? {
        guard let start = url.firstRange(of: "/web/")?.upperBound else { return nil }
        let rest = url[start...]
        let time = rest.prefix { $0.isASCII && $0.isNumber }
        let mode = rest.dropFirst(time.count).prefix { $0 != "/" }
        guard (4...14).contains(time.count), mode.isEmpty || mode.hasSuffix("_"), mode.count <= 4 else { return nil }
        let original = rest.dropFirst(time.count + mode.count + 1)
        return original.isEmpty ? nil : (String(time), String(original))
    }

    /// The URL that a `Link` header calls the original of a capture (RFC 7089, section 2.2.1).
    static func original(inLink header: String) -> String? {
        var rest = Substring(header)
        while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
            let url = rest[rest.index(after: open)..<close]
            rest = rest[rest.index(after: close)...]
            let parameters = rest.prefix { $0 != "<" }
            guard let value = parameters.firstRange(of: "rel=").map({ parameters[$0.upperBound...] }) else { continue }
            let relations = value.hasPrefix("\"") ? value.dropFirst().prefix { $0 != "\"" } : value.prefix { $0 != ";" && $0 != "," }
            if relations.split(separator: " ").contains("original") { return String(url) }
        }
        return nil
    }

    /// An HTTP date in ISO 8601 UTC.
    static func instant(_ text: String) -> String? {
        let seconds = curl_getdate(text, nil)
        return seconds < 0 ? nil : Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
    }

    /// Whether two URLs are one link, as far as that may be: scheme, `www.`, port and a slash at the end do not count, everything else
    /// byte for byte. Archives find captures by a key that ignores case, short codes do not.
    static func isSameLink(_ text: String, _ url: WebURL) -> Bool {
        guard let other = try? WebURL(text) else { return false }
        func bare(_ url: WebURL) -> Substring { url.target.hasSuffix("/") ? url.target.dropLast() : url.target }
        return other.site == url.site && bare(other) == bare(url)
    }
}
