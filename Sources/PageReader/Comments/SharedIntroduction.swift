/// The word before the names of a page's comments, where the same one stands before all of them: "von Jörg", "von Ida". Before one name alone
/// it may be part of that: "Von Hagen".
enum SharedIntroduction {
    /// Those that are no part of names, and may begin with a capital.
    private static let capitals: Set<String> = ["par", "por", "door", "przez"]

    /// - Parameter lines: what is printed for the names, in any order; a date may stand behind them.
    static func find(in lines: [String]) -> String? {
        guard let first = lines.first, let space = first.firstIndex(of: " ") else { return nil }
        let (word, beginning) = (DateNames.fold(first[..<space]), String(first[...space]))
        guard first.first?.isLowercase == true ? PersonName.prepositions.contains(word) : capitals.contains(word) else { return nil }
        guard lines.allSatisfy({ $0.hasPrefix(beginning) }) else { return nil }
        let names = Set(lines.map { $0.split(separator: " ").prefix(2) })
        return names.count > 1 ? beginning : nil
    }
}
