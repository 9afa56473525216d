/// Numbers as people read them, in every language of the system the same: `1 234`, `12.3 %`.
enum Numbers {
    /// A whole number, in groups of three digits with a narrow space between them.
    static func grouped(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var grouped = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { grouped += "\u{202F}" }
            grouped.append(digit)
        }
        return grouped
    }

    /// A share to a tenth of a percent; what is more than nothing is not shown as nothing.
    static func share(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "–" }
        let tenths = (part * 2_000 + whole) / (2 * whole)
        if tenths == 0, part > 0 { return "< 0.1 %" }
        return "\(tenths / 10).\(tenths % 10) %"
    }

    /// A number with its noun: `1 link`, `2 links`.
    static func count(_ number: Int, _ noun: String) -> String {
        "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
    }
}
