internal import ArchiveStore

extension PageWriter {
    /// Writes a part of the page under a heading of its own.
    mutating func section(_ title: String, _ content: (inout PageWriter) -> Void) {
        newLine()
        element("section") { section in
            section.element("h2", text: title)
            content(&section)
        }
    }

    /// Writes a chart with what its colours mean, and a sentence that says what is counted.
    mutating func figure(_ caption: String, legend: Bool, _ chart: (inout PageWriter) -> Void) {
        element("figure") { figure in
            figure.element("figcaption", text: caption)
            if legend {
                figure.element("ul", [("class", "legend"), ("aria-hidden", "true")]) { list in
                    for group in StateGroup.allCases {
                        list.element("li") { item in
                            item.element("span", [("class", "sample \(group.rawValue)")], text: "")
                            item.text(group.label)
                        }
                    }
                }
            }
            chart(&figure)
        }
    }

    /// Writes the numbers behind a chart as a table that opens where somebody wants it.
    mutating func table(_ heads: [String], numbers: Set<Int>, _ rows: (inout PageWriter) -> Void) {
        element("details") { details in
            details.element("summary", text: "The numbers as a table")
            details.bareTable(heads, numbers: numbers, rows)
        }
    }

    /// Writes what each year or service has.
    mutating func tally(_ name: String, _ tallies: [Tally]) {
        let numbers = Set(1...(StateGroup.allCases.count + 1))
        table([name, "all"] + StateGroup.allCases.map(\.label), numbers: numbers) { rows in
            for tally in tallies {
                let counts = [tally.states.total] + StateGroup.allCases.map { tally.states[$0] }
                rows.row([tally.name] + counts.map { Numbers.grouped($0) }, numbers: numbers)
            }
        }
    }

    /// Writes a list as a table, and how much of it is left out.
    mutating func list<Row>(_ list: CappedList<Row>, _ heads: [String], numbers: Set<Int> = [], _ cells: (inout PageWriter, Row) -> Void) {
        guard list.count > 0 else { return element("p", [("class", "none")], text: "None.") }
        bareTable(heads, numbers: numbers) { rows in
            for row in list.rows {
                rows.newLine()
                rows.element("tr") { cells(&$0, row) }
            }
        }
        if list.more > 0 { element("p", [("class", "more")], text: "and \(Numbers.grouped(list.more)) more") }
    }

    private mutating func bareTable(_ heads: [String], numbers: Set<Int>, _ rows: (inout PageWriter) -> Void) {
        // Wide tables move inside their own box; the keyboard reaches it.
        element("div", [("class", "scroll"), ("tabindex", "0"), ("role", "group"), ("aria-label", "table")]) { box in
            box.element("table") { table in
                table.element("thead") { head in
                    head.element("tr") { row in
                        for (number, text) in heads.enumerated() {
                            row.element("th", [("scope", "col")] + (numbers.contains(number) ? [("class", "number")] : []), text: text)
                        }
                    }
                }
                table.element("tbody") { rows(&$0) }
            }
        }
    }

    /// Writes a row of texts, of which the first is its name.
    mutating func row(_ texts: [String], numbers: Set<Int>) {
        newLine()
        element("tr") { row in
            for (number, text) in texts.enumerated() {
                if number == 0 {
                    row.element("th", [("scope", "row")], text: text)
                } else {
                    row.cell(isNumber: numbers.contains(number)) { $0.text(text) }
                }
            }
        }
    }

    /// Writes a cell.
    mutating func cell(isNumber: Bool = false, _ content: (inout PageWriter) -> Void) {
        element("td", isNumber ? [("class", "number")] : []) { content(&$0) }
    }

    /// Writes the thread in which a link stands, as a link to it where its address is known.
    mutating func place(_ place: LinkPlace) {
        let name = place.title.flatMap { $0.isEmpty ? nil : $0 } ?? place.url ?? place.thread
        if let url = place.url { link(url, name) } else { element("bdi", text: String(name.prefix(300))) }
    }

    /// Writes who says where a link leads: the capture of a web archive as a link, the name of a dump as its words.
    mutating func witness(_ witness: LinkReport.Witness) {
        let names = ["wayback": "web archive", "dump": "dump", "page": "the page itself", "local": "the link itself"]
        text(names[witness.kind] ?? witness.kind)
        if let at = witness.at { text(", \(at.prefix(10))") }
        guard let source = witness.source else { return }
        text(": ")
        link(source)
    }
}
