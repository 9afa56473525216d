/// Bars from left to right, one below the other, each in the colours of what it counts.
struct BarChart {
    struct Bar {
        var label: String
        var parts: [(group: StateGroup, count: Int)]
        /// What stands behind the bar.
        var note: String

        var total: Int { parts.reduce(0) { $0 + $1.count } }
    }

    private static let width = 720.0
    private static let rowHeight = 28.0
    private static let labels = 132.0
    private static let notes = 120.0

    /// A word for ids on the page.
    var name: String
    var title: String
    var description: String
    var bars: [Bar]

    func write(to page: inout PageWriter) {
        let height = Self.rowHeight * Double(bars.count) + 4
        let longest = bars.map(\.total).max() ?? 0
        let area: [PageWriter.Attribute] = [
            ("viewBox", "0 0 \(SVG.number(Self.width)) \(SVG.number(height))"), ("role", "img"),
            ("aria-labelledby", "\(name)-title \(name)-desc"),
        ]
        page.element("svg", area) { svg in
            svg.element("title", [("id", "\(name)-title")], text: title)
            svg.element("desc", [("id", "\(name)-desc")], text: description)
            for (number, bar) in bars.enumerated() { write(bar, at: Double(number) * Self.rowHeight + 2, longest, to: &svg) }
        }
    }

    private func write(_ bar: Bar, at top: Double, _ longest: Int, to svg: inout PageWriter) {
        let middle = SVG.number(top + Self.rowHeight / 2 + 4)
        svg.newLine()
        svg.element("text", [("x", SVG.number(Self.labels - 10)), ("y", middle), ("class", "label end")], text: SVG.clipped(bar.label, 19))
        let room = Self.width - Self.labels - Self.notes
        var left = Self.labels
        for part in bar.parts where part.count > 0 {
            // What is there can be seen, however little it is.
            let width = max(1.5, room * Double(part.count) / Double(max(1, longest)))
            SVG.box(x: left, y: top + 4, width: width, height: Self.rowHeight - 8, part.group, part.count, of: bar.label, to: &svg)
            left += width
        }
        svg.element("text", [("x", SVG.number(left + 8)), ("y", middle), ("class", "value")], text: bar.note)
    }
}

/// What charts have in common.
enum SVG {
    /// A length, to a tenth.
    static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
    }

    static func clipped(_ text: String, _ length: Int) -> String {
        text.count > length ? text.prefix(length - 1) + "…" : text
    }

    /// A part of a bar, which says what it counts to whoever points at it.
    static func box(
        x: Double, y: Double, width: Double, height: Double, _ group: StateGroup, _ count: Int, of label: String, to svg: inout PageWriter
    ) {
        let place: [PageWriter.Attribute] = [
            ("x", number(x)), ("y", number(y)), ("width", number(width)), ("height", number(height)), ("class", "box \(group.rawValue)"),
        ]
        svg.element("rect", place) { $0.element("title", text: "\(label): \(Numbers.grouped(count)) \(group.label)") }
    }
}
