import Foundation
import LoopbackWeb
import Testing
import ThreadModel

@testable import LinkResolver

@Suite("Certificates")
struct TLSTests {
    @Test("a server that does not speak TLS is recorded, not asked in the clear")
    func plainServer() async throws {
        let (expansion, requests) = try await expand("https://bit.ly/x", on: [])
        #expect(expansion.status == .undetermined)
        #expect(expansion.error?.class == "tls")
        #expect(requests == [])
    }

    @Test("a certificate that nobody vouches for is an error, and with --cacert it is not")
    func selfSigned() async throws {
        let server = try TLSServer.start(host: "secure.example.com")
        defer { server.stop() }
        let distrusted = try await expand(["https://secure.example.com/"], options(port: server.port))
        #expect(distrusted.map(\.status) == [.undetermined])
        #expect(distrusted.first?.error?.class == "tls")
        let trusted = try await expand(
            ["https://secure.example.com/"], options(port: server.port) { $0.caCertificate = server.certificate })
        #expect(trusted.map(\.status) == [.resolved])
        let otherName = try await expand(
            ["https://other.example.com/"], options(port: server.port) { $0.caCertificate = server.certificate })
        #expect(otherName.first?.error?.class == "tls")
    }
}

/// `openssl s_server` with a certificate of its own making.
private final class TLSServer {
    struct Failed: Error { var step: String }

    let port: Int
    let certificate: String
    private let process: Process
    private let folder: URL

    private init(port: Int, process: Process, folder: URL, certificate: String) {
        (self.port, self.process, self.folder, self.certificate) = (port, process, folder, certificate)
    }

    static func start(host: String) throws -> TLSServer {
        let folder = FileManager.default.temporaryDirectory.appending(path: "archive-tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let (key, certificate) = (folder.appending(path: "key.pem").path, folder.appending(path: "cert.pem").path)
        let make = openssl([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=\(host)",
            "-addext", "subjectAltName=DNS:\(host)", "-keyout", key, "-out", certificate,
        ])
        make.standardError = FileHandle.nullDevice
        try make.run()
        make.waitUntilExit()
        guard make.terminationStatus == 0 else { throw Failed(step: "making a certificate") }
        let serve = openssl(["s_server", "-accept", "127.0.0.1:0", "-www", "-cert", certificate, "-key", key])
        let output = Pipe()
        serve.standardOutput = output
        serve.standardError = FileHandle.nullDevice
        serve.standardInput = FileHandle.nullDevice
        try serve.run()
        // It says "ACCEPT 127.0.0.1:12345" once it listens; no data at all means that it has ended.
        var said = ""
        while said.firstMatch(of: #/ACCEPT .*\n/#) == nil {
            let data = output.fileHandleForReading.availableData
            guard !data.isEmpty else { break }
            said += String(decoding: data, as: UTF8.self)
        }
        let line = said.split(whereSeparator: \.isNewline).first { $0.hasPrefix("ACCEPT") }
        guard let port = line?.split(separator: ":").last.flatMap({ Int($0) }) else {
            serve.terminate()
            throw Failed(step: "listening")
        }
        return TLSServer(port: port, process: serve, folder: folder, certificate: certificate)
    }

    func stop() {
        // timeout(1) leads a process group of its own. Signals that can be blocked are: children inherit that from the test's thread.
        kill(-process.processIdentifier, SIGKILL)
        try? FileManager.default.removeItem(at: folder)
    }

    private static func openssl(_ arguments: [String]) -> Process {
        let process = Process()
        // Five minutes at most, even if this process dies without stopping it. On a machine with much else to do, one was not enough.
        process.executableURL = URL(filePath: "/usr/bin/timeout")
        process.arguments = ["--signal=KILL", "300", "/usr/bin/openssl"] + arguments
        return process
    }
}
