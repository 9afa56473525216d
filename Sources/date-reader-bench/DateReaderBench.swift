internal import Foundation
internal import PageReader

/// Reads lines of a language, a tab and a text from standard input and prints the local date of each, or an empty line. A number as
/// argument has all of them read so many times, and prints nanoseconds of processor time a line instead.
@main
enum DateReaderBench {
    static func main() {
        var readings: [String: DateReading] = [:]
        var lines: [(reading: DateReading, text: String)] = []
        while let line = readLine() {
            let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let reading = readings[parts[0]] ?? DateReading(language: parts[0])
            readings[parts[0]] = reading
            lines.append((reading, parts.count > 1 ? parts[1] : ""))
        }
        guard CommandLine.arguments.count > 1, let rounds = Int(CommandLine.arguments[1]), rounds > 0, !lines.isEmpty else {
            for line in lines { print(line.reading.local(in: line.text) ?? "") }
            return
        }
        var found = 0
        let begin = clock()
        for _ in 0..<rounds {
            for line in lines where line.reading.local(in: line.text) != nil { found += 1 }
        }
        let seconds = Double(clock() - begin) / Double(CLOCKS_PER_SEC)
        print(Int(seconds * 1e9) / (rounds * lines.count), found / rounds)
    }
}
