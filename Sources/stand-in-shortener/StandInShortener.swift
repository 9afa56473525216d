import ArgumentParser
import Dispatch
import Foundation
import LoopbackWeb

/// A web of short links on this computer, to try the program against without asking anyone's server.
@main
struct StandInShortener: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stand-in-shortener",
        abstract: "Serve a few short links, and the pages they lead to, on 127.0.0.1.",
        discussion: """
            Every host is played by one server. Send a program there with --connect-to ::127.0.0.1:PORT, or with curl's option of that name.
            """)

    @Option(help: "The port to listen on; 0 lets the system choose.")
    var port = 0

    @Option(help: "Stop after this many seconds.")
    var maxSeconds = 600.0

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port must be from 0 to 65535") }
        guard maxSeconds > 0, maxSeconds <= 86_400 else { throw ValidationError("--max-seconds must be more than 0 and at most 86400") }
    }

    func run() async throws {
        let web = try await LoopbackWeb.start(LoopbackWeb.demo, port: port) { request in
            FileHandle.standardError.write(Data("\(request.method) http://\(request.host)\(request.path)\n".utf8))
        }
        // Written without a buffer between, so that a script can wait for the line.
        FileHandle.standardOutput.write(Data("listening on 127.0.0.1:\(web.port)\n".utf8))
        await Self.untilToldToStop(seconds: maxSeconds)
        await web.stop()
    }

    /// Returns at SIGTERM, at SIGINT, or when the time is up.
    private static func untilToldToStop(seconds: Double) async {
        let (events, event) = AsyncStream.makeStream(of: Void.self)
        let sources = [SIGTERM, SIGINT].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler { event.yield() }
            source.resume()
            return source
        }
        let timer = Task {
            try await Task.sleep(for: .seconds(seconds))
            event.yield()
        }
        for await _ in events { break }
        timer.cancel()
        for source in sources { source.cancel() }
    }
}
