import Foundation
import Testing

@testable import LinkResolver

@Suite("A URL without what tracks people")
struct URLCleanerTests {
    private let cleaner = URLCleaner()

    private static let cleaned: [(String, String)] = [
        ("http://a.example/b?utm_source=x", "http://a.example/b"),
        ("http://a.example/b?utm_source=feedburner&utm_medium=feed&utm_campaign=Feed%3A+a", "http://a.example/b"),
        ("http://a.example/?fbclid=IwAR0", "http://a.example/"), ("http://a.example?gclid=1", "http://a.example"),
        // Order and bytes of all others stay.
        ("http://a.example/b?z=1&utm_source=x&a=%7e&A=2", "http://a.example/b?z=1&a=%7e&A=2"),
        ("http://a.example/b?utm_source=x&&b=&c", "http://a.example/b?&b=&c"),
        ("HTTP://A.example:80/b/../c?yclid=1&d=é+f", "HTTP://A.example:80/b/../c?d=é+f"),
        ("http://a.example/b?c=d&mc_eid=1#utm_term=e?f", "http://a.example/b?c=d#utm_term=e?f"),
        ("http://a.example/b?UTM_Source=x&hsctatracking=1&c", "http://a.example/b?c"),
        ("http://a.example/b?u=http://b.example/?c&fbclid=1", "http://a.example/b?u=http://b.example/?c"),
        ("http://a.example/b?c&_hsenc", "http://a.example/b?c"),
    ]

    @Test("parameters that only track are gone, and nothing else has changed", arguments: cleaned)
    func removes(_ url: String, _ expected: String) {
        #expect(cleaner.cleaned(url) == expected)
        #expect(cleaner.cleaned(expected) == nil)
    }

    @Test(
        "what has nothing of the kind stays, and that is said",
        arguments: [
            "http://a.example/b", "http://a.example/b?", "http://a.example/b?&", "http://a.example/?ref=c&source=d&id=1&site=e",
            "http://a.example/b?utm=1&utm_=2&xutm_source=3&gclids=4", "http://a.example/utm_source=x", "http://a.example/b#?utm_source=x",
            "http://a.example/b?c=utm_source=x", "http://a.example/b?amp;utm_source=x", "", "?", "utm_source=x",
        ])
    func stays(_ url: String) {
        #expect(cleaner.cleaned(url) == nil)
        #expect(cleaner.removed(url) == [])
    }

    @Test("what was removed is named, in its order and as the URL has it")
    func names() {
        #expect(cleaner.removed("http://a.example/?UTM_source=1&b=2&fbclid=3&utm_source=4") == ["UTM_source", "fbclid", "utm_source"])
    }

    @Test("each name of the list is there once, with what it rests on")
    func list() {
        let names = TrackingParameters.rows.map { $0.name.lowercased() }
        #expect(Set(names).count == names.count)
        #expect(TrackingParameters.rows.allSatisfy { !$0.evidence.isEmpty })
        #expect(TrackingParameters.rows.allSatisfy { TrackingParameters.contains($0.isPrefix ? $0.name + "x" : $0.name) })
    }

    @Test("a URL longer than any that leads somewhere is left alone")
    func long() {
        #expect(cleaner.cleaned("http://a.example/?utm_source=x&b=" + String(repeating: "c", count: 10_000)) == nil)
    }
}

@Suite("A ClearURLs file adds its rules")
struct ClearURLsTests {
    private static let file = #"""
        {"providers": {
          "shop": {"urlPattern": "^https?:\\/\\/(?:[a-z0-9-]+\\.)*?shop\\.example", "completeProvider": true,
                   "rules": ["(?:%3F)?spm", "pf_rd_[a-z]*"], "rawRules": ["\\/ref=[^\\/\\?]*"], "referralMarketing": ["tag"],
                   "exceptions": ["^https?:\\/\\/shop\\.example\\/login"], "redirections": ["^https?:\\/\\/shop\\.example\\/r\\?u=(.*)"],
                   "forceRedirection": true},
          "globalRules": {"urlPattern": ".*", "rules": ["ref_?src"], "exceptions": ["^https?:\\/\\/plain\\.example"]}}}
        """#

    private func cleaner(_ file: String = file) throws -> URLCleaner {
        try URLCleaner(clearURLs: Data(file.utf8))
    }

    private static let cleaned: [(String, String?)] = [
        ("https://www.shop.example/dp/1/ref=sr_1?spm=2&pf_rd_p=3&c=4", "https://www.shop.example/dp/1?c=4"),
        ("https://shop.example/dp/1?SPM=2", "https://shop.example/dp/1"),
        ("https://shop.example/dp/1?spm2=2&xspm=3", nil), ("https://shop.example/dp/1?tag=friend", nil),
        ("https://shop.example/login?spm=1", nil), ("https://other.example/?spm=1", nil),
        ("https://shop.example/r?u=http%3A%2F%2Fa.example", nil), ("https://other.example/?refsrc=1&b=2", "https://other.example/?b=2"),
        ("https://plain.example/?refsrc=1", nil),
        // The own list counts beside it, also where the file has an exception.
        ("https://plain.example/?refsrc=1&utm_source=2", "https://plain.example/?refsrc=1"),
    ]

    @Test("rules count for the sites that they are for, but for their exceptions", arguments: cleaned)
    func rules(_ url: String, _ expected: String?) throws {
        #expect(try cleaner().cleaned(url) == expected)
    }

    @Test("what a rule cuts out of the path is named, too")
    func names() throws {
        #expect(try cleaner().removed("https://shop.example/dp/ref=a?spm=1&utm_source=2") == ["utm_source", "/ref=a", "spm"])
    }

    @Test("a pattern that cannot be read is skipped and counted; without an exception of its own a provider is not used")
    func badPatterns() throws {
        let file = #"""
            {"providers": {"a": {"urlPattern": "a\\.example", "rules": ["(unclosed", "", "b"]}, "c": {"urlPattern": "[", "rules": ["d"]},
             "e": {"urlPattern": ".*", "rules": ["f"], "exceptions": ["("]}}}
            """#
        let cleaner = try cleaner(file)
        #expect(cleaner.skippedPatterns == 4)
        #expect(cleaner.cleaned("http://a.example/?b=1&d=2&f=3") == "http://a.example/?d=2&f=3")
    }

    @Test("a rule that takes longer than any rule should does not match, and the URL is given back")
    func slowPattern() throws {
        let file = #"{"providers": {"a": {"urlPattern": ".*", "rules": ["(x+x+)+y"], "rawRules": ["(a|aa)+$"]}}}"#
        let url = "http://a.example/" + String(repeating: "a", count: 2_000) + "!?" + String(repeating: "x", count: 100) + "=1"
        #expect(try cleaner(file).cleaned(url) == nil)
    }

    @Test("a rule may not send a URL to another host")
    func host() throws {
        let file = #"{"providers": {"a": {"urlPattern": ".*", "rawRules": ["good\\.", "/\\.\\./"]}}}"#
        #expect(try cleaner(file).cleaned("http://good.evil.example/a") == nil)
        #expect(try cleaner(file).cleaned("http://good.evil.example/a/../b") == "http://good.evil.example/ab")
    }

    @Test(
        "a file that is none of ClearURLs' is refused",
        arguments: [
            ("", URLCleanerError.unreadable(reason: "it is no JSON of the form {\"providers\": {…: {\"urlPattern\": …}}}")),
            ("{\"providers\": []}", .unreadable(reason: "it is no JSON of the form {\"providers\": {…: {\"urlPattern\": …}}}")),
            ("{\"providers\": {}}", .noProviders), (#"{"providers": {"a": {"urlPattern": "("}}}"#, .noProviders),
            (
                String(repeating: " ", count: ClearURLsRules.largestFile + 1),
                .tooLarge(bytes: ClearURLsRules.largestFile + 1, limit: ClearURLsRules.largestFile)
            ),
        ])
    func refused(_ file: String, _ error: URLCleanerError) {
        #expect(throws: error) { try cleaner(file) }
    }
}
