import Foundation
import ShortLinks
import Testing

@Suite("The bundled table of services is in order")
struct BundledServicesTests {
    private static let hosts = ServiceTable.bundled.services.flatMap(\.allHosts)

    /// The keys that a row may have; a misspelt one would be passed over silently.
    private static let keys: Set<String> = [
        "name", "hosts", "wrapper", "closed", "doubtful", "agent", "gap", "parallel", "query", "framed", "decoder", "local",
        "interstitials",
        "refusals", "lastVerified", "evidence",
    ]

    /// The file, without the program's own reading of it.
    private static func rows() throws -> [[String: Any]] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let data = try Data(contentsOf: root.appending(path: "Sources/ShortLinks/services.json"))
        return try JSONSerialization.jsonObject(with: data) as? [[String: Any]] ?? []
    }

    @Test("every row of the file is read, and has no key that nobody knows")
    func rows() throws {
        let rows = try Self.rows()
        #expect(rows.count > 300)
        #expect(rows.count == ServiceTable.bundled.services.count)
        for row in rows { #expect(Set(row.keys).subtracting(Self.keys).isEmpty, "\(row["name"] ?? "")") }
    }

    @Test("every host is a name in lower case, without www.")
    func names() {
        for host in Self.hosts {
            let labels = host.split(separator: ".", omittingEmptySubsequences: false)
            let isName =
                labels.count > 1
                && labels.allSatisfy { label in
                    (1...63).contains(label.count) && label.first != "-" && label.last != "-"
                        && label.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
                }
            #expect(isName, "\(host) is no host name")
            #expect(labels.first != "www", "\(host)")
            #expect(labels.last?.contains(where: \.isNumber) == false || labels.last?.hasPrefix("xn--") == true, "\(host)")
        }
    }

    @Test("no host stands in it twice")
    func once() {
        let counts = Dictionary(Self.hosts.map { ($0, 1) }, uniquingKeysWith: +)
        #expect(counts.filter { $0.value > 1 }.keys.sorted() == [])
    }

    @Test("a service that is treated in a way of its own says when that was last verified, unless it is closed or doubtful")
    func verified() {
        for service in ServiceTable.bundled.services where service.closed == nil && service.doubtful == nil {
            let isPlain = service.agent == nil && service.interstitials == nil && service.refusals == nil && service.local == nil
            #expect(isPlain || service.lastVerified != nil, "\(service.name)")
        }
    }

    @Test("every date is one of ISO 8601")
    func dates() {
        for date in ServiceTable.bundled.services.flatMap({ [$0.closed, $0.lastVerified] }).compactMap({ $0 }) {
            let parts = date.split(separator: "-").map(String.init)
            #expect((1...3).contains(parts.count) && parts.allSatisfy { Int($0) != nil } && parts[0].count == 4, "\(date)")
        }
    }

    @Test(
        "shorteners of every age are in it",
        arguments: ["bit.ly", "ht.ly", "goo.gl", "t.co", "tinyurl.com", "is.gd", "ow.ly", "j.mp", "tr.im", "post.ly", "su.pr", "adf.ly"])
    func wellKnown(_ host: String) {
        #expect(ServiceTable.bundled.isShortener(host: host))
    }

    @Test("hosts of ordinary pages are not", arguments: ["example.org", "twitter.com", "google.com", "wordpress.com", "typepad.com"])
    func ordinary(_ host: String) {
        #expect(!ServiceTable.bundled.isShortener(host: host))
    }
}
