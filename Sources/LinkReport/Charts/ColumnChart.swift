/// Columns side by side, one for each year, each in the colours of what it counts.
struct ColumnChart {
    private static let width = 720.0
    private static let height = 240.0
    private static let foot = 26.0
    private static let head = 18.0
    private static let left = 8.0

    var name: String
    var title: String
    var description: String
    var columns: [Tally]

    func write(to page: inout PageWriter) {
        let area: [PageWriter.Attribute] = [
            ("viewBox", "0 0 \(SVG.number(Self.width)) \(SVG.number(Self.height))"), ("role", "img"),
            ("aria-labelledby", "\(name)-title \(name)-desc"),
        ]
        let highest = columns.map(\.states.total).max() ?? 0
        let step = min(64, (Self.width - 2 * Self.left) / Double(max(1, columns.count)))
        page.element("svg", area) { svg in
            svg.element("title", [("id", "\(name)-title")], text: title)
            svg.element("desc", [("id", "\(name)-desc")], text: description)
            let ground = SVG.number(Self.height - Self.foot)
            svg.empty(
                "line",
                [
                    ("x1", SVG.number(Self.left)), ("x2", SVG.number(Self.width - Self.left)), ("y1", ground), ("y2", ground),
                    ("class", "axis"),
                ],
                isSVG: true)
            for (number, column) in columns.enumerated() {
                write(column, at: Self.left + Double(number) * step, step, highest, isLabelled: isLabelled(number, step), to: &svg)
            }
        }
    }

    /// Where columns are narrow, not each has room for its name; the one of what is undated needs its name most.
    private func isLabelled(_ number: Int, _ step: Double) -> Bool {
        let every = max(1, Int((46 / step).rounded(.up)))
        let last = columns.count - 1
        guard columns.last?.name == Tally.undated else { return number.isMultiple(of: every) }
        return number == last || number.isMultiple(of: every) && last - number > every / 2
    }

    private func write(
        _ column: Tally, at x: Double, _ step: Double, _ highest: Int, isLabelled: Bool, to svg: inout PageWriter
    ) {
        let room = Self.height - Self.foot - Self.head
        let gap = min(8, step * 0.2)
        var bottom = Self.height - Self.foot
        svg.newLine()
        for group in StateGroup.allCases where column.states[group] > 0 {
            let count = column.states[group]
            let height = max(1.5, room * Double(count) / Double(max(1, highest)))
            SVG.box(x: x + gap / 2, y: bottom - height, width: step - gap, height: height, group, count, of: column.name, to: &svg)
            bottom -= height
        }
        guard isLabelled else { return }
        let middle = SVG.number(x + step / 2)
        svg.element("text", [("x", middle), ("y", SVG.number(Self.height - 8)), ("class", "label middle")], text: column.name)
        guard column.states.total > 0 else { return }
        let total = Numbers.grouped(column.states.total)
        svg.element("text", [("x", middle), ("y", SVG.number(bottom - 5)), ("class", "value middle")], text: total)
    }
}
