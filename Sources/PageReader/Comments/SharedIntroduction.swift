/// The word before the names of a page's comments, where the same one stands before all of them: "von Jörg", "von Ida". Before one name alone
/// it may be part of that: "Von Hagen".
enum SharedIntroduction {
    private static let words: Set<String> = ["von", "par", "por", "door", "da", "di", "de", "af", "av", "przez", "od"]

    /// - Parameter lines: what is printed for the names, in any order.
    static func find(in lines: [String]) -> String? {
        guard let first = lines.first, let space = first.firstIndex(of: " ") else { return nil }
        let beginning = String(first[...space])
        guard words.contains(DateNames.fold(first[..<space])), lines.allSatisfy({ $0.hasPrefix(beginning) }), Set(lines).count > 1 else {
            return nil
        }
        return beginning
    }
}
