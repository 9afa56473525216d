internal import Markup

/// Whom the greeting on a line greets: "Bonjour Gilles,".
enum Greeting {
    case person
    /// "Bonjour,"
    case nobody
    /// "Dear readers,"
    case everybody

    private static let longest = 60

    /// The greeting on a line; `nil` if it has none. "Hello world is the first program that" is none.
    static func of(_ line: some StringProtocol) -> Greeting? {
        let head = line.prefix(longest)
        // Cheap first: nearly no line begins like a letter.
        guard let opening = head.split(maxSplits: 1, whereSeparator: { !$0.isLetter }).first,
            LetterWords.salutations.contains(LetterWords.fold(opening))
        else { return nil }
        let words = words(of: head)
        guard let first = words.first, LetterWords.salutations.contains(first) else { return nil }
        let publicHead = head.split { !$0.isLetter }.prefix(6).map { LetterWords.fold($0) }
        if publicHead.contains(where: { LetterWords.publicWords.contains($0) }) { return .everybody }
        let isMarked = head.contains { isEnd($0) }
        guard words.count <= 6, isMarked || words.count <= 3 && head.endIndex == line.endIndex else { return nil }
        return words.count > 1 ? .person : .nobody
    }

    /// The keys of the words that may be names in a greeting.
    static func names(in line: String) -> Set<String> {
        Set(words(of: line.prefix(longest)).dropFirst().map { NameLine.key($0) })
    }

    /// The words before the mark that ends a greeting.
    private static func words(of head: some StringProtocol) -> [String] {
        head.prefix { !isEnd($0) }.split(whereSeparator: \.isSpace).map { LetterWords.fold($0) }
    }

    private static func isEnd(_ character: Character) -> Bool {
        character.isOne(of: ",!:：–—")
    }
}
