import ArgumentParser

/// Some of a command's operands, each of which may hold several.
///
/// The argument parser compares each operand with all before it: of 20,000 saved pages it makes 14 seconds. So the program hands it the
/// operands of a long command line in one piece, between which stands what no argument can hold, a byte of value zero.
struct Operands: ExpressibleByArgument {
    private static let separator: Character = "\0"
    /// Fewer in a row are left as they are.
    private static let few = 64
    /// At most so many of a row may be something else: the names of a command and of one below it, the value of an option.
    private static let kept = 3

    fileprivate let names: [String]

    init(argument: String) {
        names = argument.split(separator: Self.separator, omittingEmptySubsequences: false).map(String.init)
    }

    /// A command line whose long rows of operands are in one piece.
    static func joined(_ arguments: [String]) -> [String] {
        let options = arguments.indices.filter { arguments[$0].hasPrefix("-") && arguments[$0] != "-" }
        var joined: [String] = []
        var start = 0
        for end in options + [arguments.endIndex] {
            let row = arguments[start..<end]
            // A piece that begins with standard input would be taken for an option.
            let piece = row.count > few ? row.dropFirst(kept).drop { $0 == "-" } : []
            joined += row.dropLast(piece.count)
            if !piece.isEmpty { joined.append(piece.joined(separator: String(separator))) }
            joined += arguments[end...].prefix(1)
            start = end + 1
        }
        return joined
    }
}

extension [Operands] {
    /// All of them, one by one.
    var names: [String] { flatMap(\.names) }
}
