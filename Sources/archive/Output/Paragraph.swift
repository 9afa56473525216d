/// Text set in lines.
enum Paragraph {
    /// The lines of a text, none longer than `width` unless a word is. Lines that the text has stay lines.
    static func wrap(_ text: String, width: Int) -> [String] {
        let lines: [Substring] = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.flatMap { fill($0, width: width) }
    }

    private static func fill(_ line: Substring, width: Int) -> [String] {
        var lines: [String] = []
        var current = ""
        var length = 0
        for word: Substring in line.split(separator: " ") {
            let count = word.count
            if length > 0, length + 1 + count > width {
                lines.append(current)
                (current, length) = ("", 0)
            }
            current += (length > 0 ? " " : "") + word
            length += (length > 0 ? 1 : 0) + count
        }
        return lines + [current]
    }
}

extension StandardOutput {
    /// Words in bold, where that is possible and wanted.
    func bold(_ text: String) -> String {
        hasStyle ? "\u{1B}[1m\(text)\u{1B}[0m" : text
    }
}
