import Foundation
import Testing
import ThreadModel

@testable import PageReader

@Suite("Every description of a platform is in use and can be read")
struct PlatformListTests {
    @Test("every selector of a description can be read", arguments: Platform.all.map(\.name))
    func compiles(_ name: String) throws {
        let platform = try #require(Platform.all.first { $0.name == name })
        #expect(try CompiledPlatform(platform).name == name)
    }

    @Test("no selector asks for what is cut before the page is parsed", arguments: Platform.all.map(\.name))
    func cut(_ name: String) throws {
        let platform = try #require(Platform.all.first { $0.name == name })
        // An indent in the attribute `style` is none of them.
        let selectors = try RecordEncoder.encode(platform).text(.line).replacing("\"depthAttribute\":\"style\"", with: "")
            .replacing("[style", with: "[")
        #expect(selectors.matches(of: /\b(script|style|svg)\b/).isEmpty)
    }

    @Test("names are lower-case words, and each is used once")
    func names() {
        let names = Platform.all.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.utf8.allSatisfy { (0x61...0x7A).contains($0) } })
    }

    @Test("beginnings of a generator are in lower case, as they are compared")
    func generators() {
        for generator in Platform.all.flatMap(\.generators) { #expect(generator == generator.lowercased()) }
    }

    @Test("every description in the folder of platforms is in the list")
    func registered() throws {
        let folder = Page.root.appending(path: "Sources/PageReader/Platforms")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        var described: [String] = []
        for file in files where file.pathExtension == "swift" {
            let code = try String(contentsOf: file, encoding: .utf8)
            described += code.matches(of: /static let (\w+) = Platform\(/).map { String($0.1) }
        }
        let list = try String(contentsOf: folder.appending(path: "PlatformList.swift"), encoding: .utf8)
        let listed = list.matches(of: /\n +\.(\w+),/).map { String($0.1) }
        #expect(described.sorted() == listed.sorted())
        #expect(listed.count == Platform.all.count)
    }
}
