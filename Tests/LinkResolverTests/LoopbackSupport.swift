import Foundation
import LoopbackWeb
import Synchronization
import ThreadModel

@testable import LinkResolver

/// Options that send every host to a loopback server, as the user would with `--connect-to`, and are private about nothing else.
func options(port: Int, _ change: (inout ResolverOptions) -> Void = { _ in }) -> ResolverOptions {
    var options = ResolverOptions()
    options.connectTo = ["::127.0.0.1:\(port)"]
    // What is tested here is not politeness, and destinations are part of it; what needs the defaults says so.
    options.gap = 0
    options.retryDelay = .milliseconds(10)
    options.checkTarget = true
    options.archive = nil
    // Long, so that a busy machine is no finding.
    options.maxTime = .seconds(180)
    change(&options)
    return options
}

/// Expands links over the network of this computer, with what is to be seen of it.
func expand(_ links: [String], _ options: ResolverOptions) async throws -> [Expansion] {
    let resolver = try LinkResolver(options: options)
    var results: [Expansion] = []
    try await resolver.expand(links.map { LinkRequest(url: $0) }) { results.append($0) }
    return results
}

/// Expands one link on a web of its own.
func expand(
    _ link: String, on routes: [LoopbackRoute], _ change: (inout ResolverOptions) -> Void = { _ in }
) async throws -> (expansion: Expansion, requests: [LoopbackWeb.Request]) {
    let web = try await LoopbackWeb.start(routes)
    do {
        let resolver = try LinkResolver(options: options(port: web.port, change))
        let expansion = try await resolver.expand(LinkRequest(url: link))
        await web.stop()
        return (expansion, web.requests)
    } catch {
        await web.stop()
        throw error
    }
}

/// Expands one link where the answer is raw bytes.
func expand(
    _ link: String, answering pieces: [RawLoopback.Piece], _ change: (inout ResolverOptions) -> Void = { _ in }
) async throws -> Expansion {
    let server = try await RawLoopback.start(pieces)
    do {
        let resolver = try LinkResolver(options: options(port: server.port, change))
        let expansion = try await resolver.expand(LinkRequest(url: link))
        await server.stop()
        return expansion
    } catch {
        await server.stop()
        throw error
    }
}
