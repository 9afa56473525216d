internal import Foundation

/// Writes the Swift file with the tables of the date reader, from the CLDR data in Foundation. Run by the build, see `DateTablesPlugin`.
@main
enum DateTables {
    static func main() throws {
        let folding = Folding()
        let source = """
            /// Made by `date-tables` from CLDR. Lines of a key, a tab and what it means; see `Names`, `Orders` and `Folding` there.
            enum DateTables {
                static let names: StaticString = \(literal(Names(folding: folding).lines))

                static let orders: StaticString = \(literal(Orders.lines))

                static let folding: StaticString = \(literal(folded(folding)))
            }

            """
        try Data(source.utf8).write(to: URL(fileURLWithPath: CommandLine.arguments[1]))
    }

    /// Letters in hexadecimal, as some of them cannot stand in a source file.
    private static func folded(_ folding: Folding) -> [String] {
        folding.map.sorted { $0.key < $1.key }.map { "\(hex($0.key))\t\($0.value.map(hex) ?? "0")" }
    }

    private static func hex(_ scalar: Unicode.Scalar) -> String {
        String(scalar.value, radix: 16)
    }

    private static func literal(_ lines: [String]) -> String {
        "\"\"\"\n" + lines.map { "        \($0)\n" }.joined() + "        \"\"\""
    }
}
