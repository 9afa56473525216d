import Foundation
import LoopbackWeb
import Testing
import ThreadModel

@testable import LinkResolver

@Suite("Servers are treated kindly, by their own log")
struct PolitenessTests {
    private static let away = LoopbackRoute.Answer.redirect(status: 301, location: "http://there.example/")

    private func polite(_ web: LoopbackWeb, _ change: (inout ResolverOptions) -> Void = { _ in }) -> ResolverOptions {
        options(port: web.port) {
            $0.checkTarget = false
            change(&$0)
        }
    }

    @Test("requests to one service keep their distance, whatever its host, those of redirects included; nobody else waits")
    func gap() async throws {
        let routes = [
            LoopbackRoute(host: "t.co", path: "/*", answer: .redirect(status: 301, location: "http://bit.ly/from-t-co")),
            LoopbackRoute(path: "/*", answer: Self.away),
        ]
        try await LoopbackWeb.with(routes) { web in
            let links = [
                "http://bit.ly/1", "http://j.mp/2", "http://t.co/3", "https://www.amzn.to:80/4", "http://bitly.com/5", "http://is.gd/6",
            ]
            let gap = 0.15
            let begin = Date()
            let results = try await expand(
                links.map { $0.replacing("https://www.amzn.to:80", with: "http://amzn.to") }, polite(web) { $0.gap = gap })
            #expect(results.allSatisfy { $0.status == .resolved })
            let arrivals = web.requests.filter { $0.host != "t.co" && $0.host != "is.gd" }.map(\.arrival)
            #expect(arrivals.count == 5)
            // However late the network is, no request can come before its time.
            for (number, arrival) in arrivals.enumerated() { #expect(arrival.timeIntervalSince(begin) >= Double(number) * gap) }
            let other = try #require(web.requests.first { $0.host == "is.gd" })
            #expect(web.requests.firstIndex(of: other).map { $0 < 4 } == true)
        }
    }

    @Test("a service that asks for a pause gets it, all of it, and then is asked again", arguments: ["1", "date"])
    func retryAfter(value: String) async throws {
        let date = Date(timeIntervalSinceNow: 3)
        let header = value == "date" ? Self.httpDate(date) : value
        let routes = [
            LoopbackRoute("http://bit.ly/a", .inTurn([.whole(status: 429, headers: ["Retry-After": header], body: ""), Self.away])),
            LoopbackRoute(path: "/*", answer: Self.away),
        ]
        try await LoopbackWeb.with(routes) { web in
            let links = ["http://bit.ly/a", "http://j.mp/b", "http://is.gd/c"]
            let results = try await expand(links, polite(web) { $0.perHostMax = 1 })
            #expect(results.allSatisfy { $0.status == .resolved })
            #expect(results.first { $0.url == "http://bit.ly/a" }?.chain.map(\.status) == [429, 301])
            let refused = try #require(web.requests.first { $0.path == "/a" })
            let others = web.requests.filter { $0.host != "is.gd" && $0 != refused }
            #expect(others.count == 2)
            // A date has no fractions of a second.
            let earliest = value == "date" ? Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down)) : refused.arrival + 1
            for other in others { #expect(other.arrival >= earliest) }
            #expect(web.requests.firstIndex { $0.host == "is.gd" }.map { $0 < 2 } == true)
        }
    }

    private static func httpDate(_ date: Date) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = .gmt
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        return formatter.string(from: date)
    }

    @Test("a service that wants a longer pause than a run can wait is not asked again, and its links are put off")
    func longPause() async throws {
        let routes = [LoopbackRoute(path: "/*", answer: .whole(status: 429, headers: ["Retry-After": "7200"], body: ""))]
        try await LoopbackWeb.with(routes) { web in
            let results = try await expand((0..<50).map { "http://bit.ly/\($0)" }, polite(web) { $0.perHostMax = 1 })
            #expect(web.requests.count == 1)
            #expect(results.count == 50)
            #expect(results.filter(\.isPutOff).count == 49)
            let asked = try #require(results.first { !$0.isPutOff })
            #expect(asked.status == .blocked && asked.error?.class == "throttled")
            #expect(results.allSatisfy { $0.retryAfter != nil })
            #expect(results.filter(\.isPutOff).allSatisfy { $0.attempts == 0 && $0.chain.isEmpty })
        }
    }

    @Test("a service that is in trouble again and again is left alone for this run")
    func trouble() async throws {
        try await LoopbackWeb.with([LoopbackRoute(path: "/*", answer: .page(status: 500, html: ""))]) { web in
            let results = try await expand(
                (0..<50).map { "http://bit.ly/\($0)" },
                polite(web) {
                    $0.perHostMax = 1
                    $0.retries = 0
                    $0.troublesMax = 4
                })
            #expect(web.requests.count == 4)
            #expect(results.filter(\.isPutOff).count == 46)
        }
    }

    @Test("a service that asks for a pause again and again has it until the next run")
    func everThrottling() async throws {
        try await LoopbackWeb.with([LoopbackRoute(path: "/*", answer: .whole(status: 429, headers: ["Retry-After": "0"], body: ""))]) {
            web in
            let results = try await expand((0..<20).map { "http://bit.ly/\($0)" }, polite(web) { $0.perHostMax = 1 })
            #expect(results.count == 20)
            #expect(web.requests.count <= 6)
        }
    }

    @Test("a pause that a service asked for in an earlier run holds")
    func earlierPause() async throws {
        try await LoopbackWeb.with([LoopbackRoute(path: "/*", answer: Self.away)]) { web in
            let results = try await expand(
                ["http://j.mp/1", "http://is.gd/2"], polite(web) { $0.pausedHosts = ["bit.ly": Date(timeIntervalSinceNow: 600)] })
            #expect(web.requests.map(\.host) == ["is.gd"])
            #expect(results.first { $0.url == "http://j.mp/1" }?.isPutOff == true)
        }
    }

    @Test("a link that comes while its service wants to be left alone for long is put off at once")
    func lateLink() async throws {
        let routes = [
            LoopbackRoute("http://bit.ly/a", .redirect(status: 301, location: "http://is.gd/b")),
            LoopbackRoute(path: "/*", answer: .whole(status: 429, headers: ["Retry-After": "7200"], body: "")),
        ]
        try await LoopbackWeb.with(routes) { web in
            let results = try await expand(["http://is.gd/a", "http://bit.ly/a"], polite(web) { $0.perHostMax = 1 })
            #expect(results.count == 2)
            #expect(web.requests.filter { $0.host == "is.gd" }.count <= 2)
        }
    }

    @Test("a probe that is not answered holds up no link of its host")
    func stallingProbe() async throws {
        let routes =
            (1...3).map { LoopbackRoute("http://dwarfurl.com/c\($0)", Self.away) } + [
                LoopbackRoute(host: "dwarfurl.com", path: "/*", answer: .stall(seconds: 60))
            ]
        try await LoopbackWeb.with(routes) { web in
            let results = try await expand((1...3).map { "http://dwarfurl.com/c\($0)" }, polite(web) { $0.maxTime = .seconds(15) })
            #expect(results.count == 3)
            #expect(results.filter(\.isPutOff).count == 3, "\(results.map(\.error))")
        }
    }

    @Test("a server error is asked again after a while")
    func serverError() async throws {
        let routes = [LoopbackRoute("http://bit.ly/a", .inTurn([.page(status: 503, html: ""), .page(status: 502, html: ""), Self.away]))]
        try await LoopbackWeb.with(routes) { web in
            let results = try await expand(["http://bit.ly/a"], polite(web))
            #expect(results.map(\.status) == [.resolved])
            #expect(results.first?.chain.map(\.status) == [503, 502, 301])
        }
    }

    @Test("a run makes as many requests as it may, and puts the rest off")
    func budgets() async throws {
        try await LoopbackWeb.with([LoopbackRoute(path: "/*", answer: Self.away)]) { web in
            let links = (0..<10).map { "http://bit.ly/\($0)" } + (0..<10).map { "http://is.gd/\($0)" }
            let byService = try await expand(links, polite(web) { $0.maxRequestsPerService = 3 })
            #expect(web.requests.count == 6)
            #expect(byService.filter(\.isPutOff).count == 14)
            let all = try await expand(links, polite(web) { $0.maxRequests = 5 })
            #expect(web.requests.count == 11)
            #expect(all.filter(\.isPutOff).count == 15)
        }
    }

    @Test("a parked host is found out by one code that nobody made, however many links it has")
    func probe() async throws {
        let routes = [
            LoopbackRoute(host: "dwarfurl.com", path: "/*", answer: .redirect(status: 302, location: "http://ads.example/")),
            LoopbackRoute("http://doiop.com/real", Self.away),
        ]
        try await LoopbackWeb.with(routes) { web in
            let links = (0..<5).map { "http://dwarfurl.com/c\($0)" } + ["http://doiop.com/real"]
            let results = try await expand(links, polite(web))
            let parked = results.filter { $0.url.contains("dwarfurl") }
            #expect(parked.allSatisfy { $0.status == .hostDead && $0.final == nil && $0.error?.class == "parked" })
            #expect(results.first { $0.url.contains("doiop") }?.final == "http://there.example/")
            #expect(web.requests.filter { $0.host == "dwarfurl.com" }.count == 6)
            #expect(web.requests.filter { $0.host == "doiop.com" }.count == 2)
        }
    }
}
