/// What a `Refresh` header or the `content` of a `<meta http-equiv="refresh">` says.
struct RefreshDirective: Hashable, Sendable {
    /// Seconds to wait.
    var delay: Double
    /// Where to go then, as written; `nil` means: load the same page again.
    var url: String?

    /// A page that goes elsewhere only after a long while is there to be read, not to lead on.
    static let longestDelay = 30.0

    /// Reads a value by the "shared declarative refresh steps" (HTML Standard, 4.2.5.3), and beyond them a missing number before `url=`.
    static func parse(_ value: String) -> RefreshDirective? {
        var rest = Substring(value).drop(while: isSpace)
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        let fraction = rest.dropFirst(digits.count).prefix { $0.isASCII && $0.isNumber || $0 == "." }
        let hasDelay = !digits.isEmpty || fraction.hasPrefix(".")
        rest = rest.dropFirst(digits.count + fraction.count)
        if hasDelay, let next = rest.first, !isSeparator(next), !isSpace(next) { return nil }
        rest = rest.drop(while: isSpace)
        if let next = rest.first, isSeparator(next) { rest = rest.dropFirst().drop(while: isSpace) }
        let named = afterURLEquals(rest)
        if !hasDelay && named == nil { return nil }
        let delay = Double(digits.isEmpty ? "0" : digits) ?? .infinity
        let url = unquoted(named ?? rest)
        return RefreshDirective(delay: delay, url: url.isEmpty ? nil : url)
    }

    /// What stands after `url =`, or `nil` where that does not come first.
    private static func afterURLEquals(_ text: Substring) -> Substring? {
        guard text.prefix(3).lowercased() == "url" else { return nil }
        let rest = text.dropFirst(3).drop(while: isSpace)
        return rest.first == "=" ? rest.dropFirst().drop(while: isSpace) : nil
    }

    private static func unquoted(_ text: Substring) -> String {
        guard let quote = text.first, quote == "\"" || quote == "'" else { return trimmed(text) }
        return trimmed(text.dropFirst().prefix { $0 != quote })
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text.drop(while: isSpace)
        while let last = text.last, isSpace(last) { text.removeLast() }
        return String(text)
    }

    private static func isSpace(_ character: Character) -> Bool { character.isASCII && character.isWhitespace }

    private static func isSeparator(_ character: Character) -> Bool { character == ";" || character == "," }
}
