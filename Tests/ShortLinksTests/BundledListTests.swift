import Foundation
import ShortLinks
import Testing

@Suite("The bundled list of shorteners is in order")
struct BundledListTests {
    /// The hosts as the file has them.
    private static func hosts() throws -> [String] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: "Sources/ShortLinks/shorteners.txt"), encoding: .utf8)
        return text.split(separator: "\n").map { $0.prefix { $0 != "#" } }.filter { !$0.isEmpty }
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    @Test("every line is one host name in lower case, without www.")
    func names() throws {
        let hosts = try Self.hosts()
        #expect(hosts.count > 300)
        for host in hosts {
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
    func once() throws {
        let counts = Dictionary(try Self.hosts().map { ($0, 1) }, uniquingKeysWith: +)
        #expect(counts.filter { $0.value > 1 }.keys.sorted() == [])
    }

    @Test("every host of the file is known to the program")
    func known() throws {
        for host in try Self.hosts() { #expect(ShortenerList.bundled.isShort("http://\(host)/x"), "\(host)") }
    }

    @Test(
        "shorteners of every age are in it",
        arguments: ["bit.ly", "ht.ly", "goo.gl", "t.co", "tinyurl.com", "is.gd", "ow.ly", "j.mp", "tr.im", "post.ly", "su.pr", "adf.ly"])
    func wellKnown(_ host: String) {
        #expect(ShortenerList.bundled.contains(host: host))
    }

    @Test("hosts of ordinary pages are not", arguments: ["example.org", "twitter.com", "google.com", "wordpress.com", "typepad.com"])
    func ordinary(_ host: String) {
        #expect(!ShortenerList.bundled.contains(host: host))
    }
}
