internal import ArchiveStore
internal import Foundation

extension LinkReport {
    /// The report as one page of HTML: no script, nothing from outside, readable in light and dark and by whoever does not see its charts.
    ///
    /// The same archive at the same time gives the same bytes.
    public var html: String {
        var page = PageWriter()
        page.ownMarkup("<!DOCTYPE html>\n")
        page.element("html", [("lang", "en")]) { html in
            html.element("head") { writeHead(&$0) }
            html.newLine()
            html.element("body") { $0.element("main") { writeMain(&$0) } }
        }
        page.newLine()
        return page.html
    }

    private static let title = "Short links of an archive"
    private static let mostServices = 15

    private func writeHead(_ head: inout PageWriter) {
        head.empty("meta", [("charset", "utf-8")])
        head.empty("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")])
        // What stands in the page can make no browser ask for anything, whatever it is.
        head.empty("meta", [("http-equiv", "Content-Security-Policy"), ("content", "default-src 'none'; style-src 'unsafe-inline'")])
        head.empty("meta", [("name", "referrer"), ("content", "no-referrer")])
        head.empty("meta", [("name", "color-scheme"), ("content", "light dark")])
        head.element("title", text: Self.title)
        head.element("style") { $0.ownMarkup(reportStyle) }
    }

    private func writeMain(_ main: inout PageWriter) {
        main.element("h1", text: Self.title)
        main.element("p", [("class", "date")]) { line in
            line.text("As of ")
            line.element("time", [("datetime", date.formatted(.iso8601))], text: Self.readable(date))
        }
        writeNumbers(&main)
        writeStates(&main)
        writeYears(&main)
        writeServices(&main)
        writeLost(&main)
        writeRescued(&main)
        writeConflicts(&main)
        writeHosts(&main)
    }

    /// `2026-01-31 08:00 UTC`
    private static func readable(_ date: Date) -> String {
        date.formatted(.iso8601).prefix(16).split(separator: "T").joined(separator: " ") + " UTC"
    }

    // MARK: - Numbers and charts

    private func writeNumbers(_ main: inout PageWriter) {
        let known = links[.known] + links[.rescued]
        let numbers: [(String, String)] = [
            (Numbers.grouped(counts.threads), counts.threads == 1 ? "thread" : "threads"),
            (Numbers.grouped(counts.comments), counts.comments == 1 ? "comment" : "comments"),
            (Numbers.grouped(counts.shortLinks), counts.shortLinks == 1 ? "place with a short link" : "places with short links"),
            (Numbers.grouped(links.total), links.total == 1 ? "short link" : "different short links"),
            (Numbers.share(known, of: links.total), "of them have a known destination"),
            (Numbers.share(links[.lost], of: links.total), "are gone, or their host is"),
        ]
        main.newLine()
        main.element("dl", [("class", "numbers")]) { list in
            for (value, label) in numbers {
                list.element("div") {
                    $0.element("dt", text: label)
                    $0.element("dd", text: value)
                }
            }
        }
    }

    private func writeStates(_ main: inout PageWriter) {
        let states = LinkState.allCases.filter { links[$0] > 0 }
        main.section("What is known of the links") { section in
            guard links.total > 0 else {
                return section.element("p", [("class", "none")], text: "There are no short links in the archive.")
            }
            let bars = states.map { state in
                let count = links[state]
                return BarChart.Bar(
                    label: state.rawValue, parts: [(state.group, count)],
                    note: "\(Numbers.grouped(count)) · \(Numbers.share(count, of: links.total))")
            }
            let first = states.max { links[$0] < links[$1] } ?? .notTried
            let chart = BarChart(
                name: "states", title: "Short links by status",
                description:
                    "\(Numbers.count(links.total, "link")); most are \(first.rawValue), \(Numbers.share(links[first], of: links.total)).",
                bars: bars)
            section.figure("Each short link once, by the newest attempt to expand it.", legend: true, chart.write)
            section.table(["status", "links", "share", "meaning"], numbers: [1, 2]) { rows in
                for state in states {
                    let count = links[state]
                    rows.row(
                        [state.rawValue, Numbers.grouped(count), Numbers.share(count, of: links.total), state.meaning], numbers: [1, 2])
                }
            }
        }
    }

    private func writeYears(_ main: inout PageWriter) {
        guard !years.isEmpty else { return }
        main.section("By year") { section in
            let most = years.max { $0.states.total < $1.states.total }
            let chart = ColumnChart(
                name: "years", title: "Places with short links by year",
                description:
                    "\(years.count) columns; the highest is \(most?.name ?? "–") with \(Numbers.grouped(most?.states.total ?? 0)).",
                columns: years)
            section.figure("Places with short links, by the date of the comment or post in which they stand.", legend: true, chart.write)
            section.tally("year", years)
        }
    }

    private func writeServices(_ main: inout PageWriter) {
        guard !services.isEmpty else { return }
        main.section("By service") { section in
            let shown = Tally.first(Self.mostServices, of: services)
            let bars = shown.map { tally in
                BarChart.Bar(
                    label: tally.name, parts: StateGroup.allCases.map { ($0, tally.states[$0]) },
                    note:
                        "\(Numbers.grouped(tally.states.total)) · \(Numbers.share(tally.states[.known] + tally.states[.rescued], of: tally.states.total))"
                )
            }
            let chart = BarChart(
                name: "services", title: "Short links by service",
                description: "\(Numbers.count(services.count, "service")); the first is \(services[0].name).", bars: bars)
            section.figure(
                "Each short link once; behind each bar the links, and how many of them have a known destination.", legend: true, chart.write
            )
            section.tally("service", Tally.first(limit, of: services))
        }
    }

    // MARK: - Lists

    private func writeLost(_ main: inout PageWriter) {
        let gone = "Links that the service no longer has, or whose service is closed, and of which nothing else is known."
        main.section("Gone for good") { section in
            section.element("p", text: "\(gone) They were asked for often enough, and are not asked for again.")
            Self.write(lost, &section)
        }
        main.section("Gone so far, asked for again") { section in
            section.element("p", text: "\(gone) A service may have been ill when it said so: they are asked for a few times more.")
            Self.write(missing, &section)
        }
    }

    private static func write(_ links: CappedList<Lost>, _ section: inout PageWriter) {
        section.list(links, ["link", "stands in", "why", "checked"]) { cells, row in
            cells.cell { $0.link(row.link.url) }
            cells.cell { cell in
                for (number, place) in row.places.enumerated() {
                    if number > 0 { cell.text(", ") }
                    cell.place(place)
                }
                if row.link.places > row.places.count { cell.text(" and \(Numbers.grouped(row.link.places - row.places.count)) more") }
            }
            cells.cell { cell in
                cell.text(row.reason)
                if let final = row.link.final {
                    cell.text("; it led to ")
                    cell.link(final)
                }
            }
            cells.cell { $0.text(String(row.link.checkedAt?.prefix(10) ?? "–")) }
        }
    }

    private func writeRescued(_ main: inout PageWriter) {
        main.section("Known from archives or dumps only") { section in
            section.list(rescued, ["link", "destination", "known from"]) { cells, row in
                cells.cell { $0.link(row.url) }
                cells.cell { $0.link(row.destination) }
                cells.cell { $0.witness(row.witness) }
            }
        }
    }

    private func writeConflicts(_ main: inout PageWriter) {
        main.section("Evidence that says something else") { section in
            section.element(
                "p",
                text: "Links whose result is not what the page, a dump or a web archive says of them. A service may have been sold since.")
            section.list(conflicts, ["link", "result", "evidence"]) { cells, row in
                cells.cell { $0.link(row.url) }
                cells.cell { cell in
                    cell.link(row.result)
                    cell.text(" (\(row.status.rawValue))")
                }
                cells.cell { cell in
                    cell.link(row.claim)
                    cell.text(" – ")
                    cell.witness(row.witness)
                }
            }
        }
    }

    private func writeHosts(_ main: inout PageWriter) {
        main.section("Hosts in trouble") { section in
            section.element("p", text: "Hosts that the links came to last, and that did not answer, or not as they should.")
            section.list(hosts, ["host", "links", "status", "last error"], numbers: [1]) { cells, row in
                cells.cell { $0.element("bdi", text: row.host) }
                cells.cell(isNumber: true) { $0.text(Numbers.grouped(row.links)) }
                cells.cell {
                    $0.text(
                        LinkState.allCases.filter { row.states[$0] > 0 }.map { "\($0.rawValue) \(row.states[$0])" }.joined(separator: ", "))
                }
                cells.cell { $0.element("bdi", text: String((row.error ?? "–").prefix(300))) }
            }
        }
    }
}
