/// How a column of a table is set.
enum Column {
    /// At least so wide.
    case left(Int)
    /// At least so wide, against the right edge.
    case right(Int)
    /// The last one: as long as it is.
    case rest
}

extension StandardOutput {
    /// Prints a table's first line, for a person who looks; programs that cut columns get rows alone.
    mutating func heading(_ cells: [String], _ columns: [Column]) throws {
        if isTerminal { try row(cells, columns) }
    }

    /// Prints one line of a table. Columns have fixed widths, so that lines can be printed as they come; what is longer moves the rest.
    mutating func row(_ cells: [String], _ columns: [Column]) throws {
        let cells = zip(cells, columns).map { cell, column in
            let text = PlainText.line(cell)
            switch column {
            case .left(let width): return text + String(repeating: " ", count: max(0, width - text.count))
            case .right(let width): return String(repeating: " ", count: max(0, width - text.count)) + text
            case .rest: return text
            }
        }
        try line(cells.joined(separator: "  "))
    }
}

extension String {
    /// An ISO 8601 time as people write it: `2011-02-09 10:40`. Other words stay as they are.
    var asTime: String {
        let parts = split(separator: "T", maxSplits: 1)
        let isDate = parts.first.map { $0.utf8.count == 10 && $0.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) } } ?? false
        guard parts.count == 2, isDate else { return self }
        return "\(parts[0]) \(parts[1])"
    }
}
