internal import Foundation

/// A regular expression of a file that somebody else wrote, on text that a stranger wrote: it may take only so long.
struct BoundedPattern: Sendable {
    /// No rule that a person can check is longer.
    static let longest = 2_048

    private let expression: NSRegularExpression

    /// - Parameters:
    ///   - pattern: in the notation of ICU, which reads what JavaScript's rules of this kind use.
    ///   - isWhole: whether it must match a text from end to end.
    /// - Returns: `nil` for a pattern that cannot be read, or is too long.
    init?(_ pattern: String, isWhole: Bool = false) {
        guard !pattern.isEmpty, pattern.utf8.count <= Self.longest else { return nil }
        let pattern = isWhole ? "^(?:\(pattern))$" : pattern
        guard let expression = try? NSRegularExpression(pattern: pattern, options: .caseInsensitive) else { return nil }
        self.expression = expression
    }

    /// Whether it matches somewhere. What is not found in time does not match.
    func matches(_ text: String, until deadline: ContinuousClock.Instant) -> Bool {
        firstMatch(in: text, from: 0, until: deadline) != nil
    }

    /// The text without all that it matches, as far as that is found in time.
    func removed(from text: String, until deadline: ContinuousClock.Instant) -> String {
        var result = text
        var start = 0
        // Each match is taken out before the next is looked for. So many in one URL are no rule's purpose.
        for _ in 0..<32 {
            guard let match = firstMatch(in: result, from: start, until: deadline), let range = Range(match, in: result) else { break }
            start = match.location
            result.removeSubrange(range)
        }
        return result
    }

    /// The first match that is not empty. ICU reports for each place of the text, and at one place every so many steps, that it is at work.
    private func firstMatch(in text: String, from start: Int, until deadline: ContinuousClock.Instant) -> NSRange? {
        let length = text.utf16.count
        guard start < length else { return nil }
        var found: NSRange?
        let rest = NSRange(location: start, length: length - start)
        expression.enumerateMatches(in: text, options: .reportProgress, range: rest) { match, _, stop in
            if let match {
                guard match.range.length > 0 else { return }
                found = match.range
                stop.pointee = true
            } else if ContinuousClock.now > deadline {
                stop.pointee = true
            }
        }
        return found
    }
}
