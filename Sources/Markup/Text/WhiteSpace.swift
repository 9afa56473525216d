extension Character {
    /// Whether this is white space. Nearly all characters of markup are ASCII, for which Unicode's tables need not be asked.
    public var isSpace: Bool {
        guard let ascii = asciiValue else { return isWhitespace }
        return ascii == 0x20 || (0x09...0x0D).contains(ascii)
    }
}

extension StringProtocol {
    /// The text without white space at its ends.
    public func trimmingSpace() -> String {
        if let first, let last, !first.isSpace, !last.isSpace { return String(self) }
        guard let start = firstIndex(where: { !$0.isSpace }), let end = lastIndex(where: { !$0.isSpace }) else { return "" }
        return String(self[start...end])
    }

    /// The text with every run of white space as one space, and none at its ends.
    public func collapsingSpace() -> String {
        split(whereSeparator: \.isSpace).joined(separator: " ")
    }
}
