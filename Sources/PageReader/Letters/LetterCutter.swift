internal import Markup

/// Cuts a post that is a reader's letter and the blogger's reply into question and answer.
///
/// One letter and one reply: interviews, lists of questions, riddles and posts that greet their readers are ordinary posts.
struct LetterCutter {
    struct Letter: Equatable {
        var question: String
        var asker: String?
        var answer: String
        /// The name over or under the answer.
        var answerer: String?
        /// The answer with that name.
        var signedAnswer: String
        /// Where the answer begins in the post's text, in bytes of UTF-8.
        var answerStart: Int
    }

    /// Markers and greetings beyond this many make no letter; each costs a look at all lines.
    private static let mostCandidates = 8
    /// A letter that greets nobody is no longer than this; what is longer is an essay.
    private static let mostLinesWithoutGreeting = 12
    /// A reply behind "Q:" and "A:" that is shorter is the end of a joke or a riddle, unless the question is a letter.
    private static let shortestReply = 60

    private let lines: [String]
    private let markers: [(line: Int, marker: LetterMarker)]
    /// Where the letter begins: behind a heading ("Courrier des lecteurs") and a line that announces it ("Une lectrice m'écrit :").
    private let start: Int
    private let hasHeading: Bool

    /// The letter in a post's text; `nil` for an ordinary post.
    static func cut(_ text: String) -> Letter? {
        guard LetterGlance.mayHoldLetter(text) else { return nil }
        let cutter = LetterCutter(lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        guard cutter.lines.count > 1 else { return nil }
        return cutter.cutBehindQuestion() ?? cutter.cutAtAnswer() ?? cutter.cutAtSecondSalutation()
    }

    private init(lines: [String]) {
        self.lines = lines
        markers = lines.indices.lazy.compactMap { index in LetterMarker.read(lines[index]).map { (index, $0) } }
        var start = lines.firstIndex { !$0.isEmpty } ?? 0
        hasHeading = start < lines.count && Self.isHeading(lines[start])
        if hasHeading { start = lines[(start + 1)...].firstIndex { !$0.isEmpty } ?? start }
        if start < lines.count, Self.isAnnouncement(lines[start]) { start = lines[(start + 1)...].firstIndex { !$0.isEmpty } ?? start }
        self.start = start
    }

    private static func isHeading(_ line: String) -> Bool {
        line.utf8.count <= 60 && LetterWords.headings.contains(LetterWords.fold(line.trimming { !$0.isLetter }))
    }

    /// "Une lectrice m'écrit :", "Anna from Leeds writes:" and nothing behind it.
    private static func isAnnouncement(_ line: String) -> Bool {
        guard line.utf8.count <= 120, line.last == ":" else { return false }
        return LetterMarker.read(line) == nil
            && line.split { !$0.isLetter }.contains { LetterWords.askingVerbs.contains(LetterWords.fold($0)) }
    }

    // MARK: - Where question and reply are both marked

    /// "Question de Marie : …" and "Réponse de Gilles : …"; "Q: …" and "A: …". A line or two may stand before it.
    private func cutBehindQuestion() -> Letter? {
        let questions = markers.filter { $0.marker.role == .question }
        guard questions.count == 1, let question = questions.first, isAtTop(question.line) else { return nil }
        let replies = markers.filter { $0.line > question.line && Self.isAnswer($0.marker, to: question.marker) }
        guard let reply = replies.first else { return nil }
        // Several replies to one question are an interview or a quiz; a blogger may say "my reply" twice.
        guard replies.dropFirst().allSatisfy({ $0.marker.isOwn && reply.marker.isOwn }) else { return nil }
        let asked = Array(lines[question.line..<reply.line])
        guard let letter = letter(asked, question.marker, reply.marker, at: reply.line) else { return nil }
        guard question.marker.name == nil, !hasHeading, letter.asker == nil, !greets(letter.question) else { return letter }
        if question.marker.initial != nil {
            return letter.question.contains("?") && letter.answer.count >= Self.shortestReply && question.line == start ? letter : nil
        }
        // A riddle has words before it: "Here is the riddle of the week."
        return question.line == start || reply.marker.name != nil ? letter : nil
    }

    private func isAtTop(_ line: Int) -> Bool {
        lines[start..<max(start, line)].count { !$0.isEmpty } <= 2
    }

    private static func isAnswer(_ answer: LetterMarker, to question: LetterMarker) -> Bool {
        guard answer.role == .answer else { return false }
        guard let letter = answer.initial else { return true }
        return question.initial.flatMap { LetterWords.initials[$0] }?.contains(letter) ?? false
    }

    private func greets(_ text: String) -> Bool {
        text.split(separator: "\n").first.map { Greeting.of($0) == .person } ?? false
    }

    // MARK: - Where only the reply is marked

    /// The lines before and after one that says "Ma réponse :" and nothing else, or begins so.
    private func cutAtAnswer() -> Letter? {
        // A question that is marked and was not cut is one of many, or none that a letter asks.
        guard !markers.contains(where: { $0.marker.role == .question }) else { return nil }
        let found = markers.lazy.filter { index, marker in
            index > start && marker.initial == nil && !marker.isHeading && (marker.isOwn || marker.rest.isEmpty)
        }
        for (index, marker) in found.prefix(Self.mostCandidates) where isLetter(lines[start..<index], isReplyOwn: marker.isOwn) {
            if let letter = letter(Array(lines[start..<index]), nil, marker, at: index) { return letter }
        }
        return nil
    }

    /// A letter greets the blogger and asks or is signed; without a name in the greeting, or a greeting at all, one of the two is not enough.
    private func isLetter(_ letter: ArraySlice<String>, isReplyOwn: Bool) -> Bool {
        guard let first = letter.first(where: { !$0.isEmpty }) else { return false }
        let isSigned = letter.last { !$0.isEmpty }.flatMap { SignedName.name(on: $0) ?? SignedName.split($0)?.name } != nil
        let asks = letter.contains { $0.contains("?") || $0.contains("？") }
        switch Greeting.of(first) {
        case .person: return isSigned || asks
        case .nobody: return isSigned || isReplyOwn && asks
        case .everybody: return false
        case nil:
            let isAnnounced = hasHeading || start > (lines.firstIndex { !$0.isEmpty } ?? 0)
            let isShort = letter.count(where: { !$0.isEmpty }) <= Self.mostLinesWithoutGreeting
            return asks && (isSigned || isAnnounced) && (isShort || isAnnounced)
        }
    }

    // MARK: - Where nothing is marked

    /// "Dear X, … Y" and then "Dear Y, …": the reply greets the one who signed.
    private func cutAtSecondSalutation() -> Letter? {
        guard start < lines.count, let first = Greeting.of(lines[start]), first != .everybody else { return nil }
        let greetings = lines.indices.dropFirst(start + 2).lazy.filter { Greeting.of(lines[$0]) == .person }
        for index in greetings.prefix(Self.mostCandidates) {
            guard let last = lines[..<index].last(where: { !$0.isEmpty }),
                let name = SignedName.name(on: last) ?? SignedName.split(last)?.name,
                let firstName = name.split(separator: " ").first, Greeting.names(in: lines[index]).contains(NameLine.key(firstName))
            else { continue }
            return letter(Array(lines[start..<index]), nil, nil, at: index)
        }
        return nil
    }

    // MARK: - The letter

    private func letter(_ asked: [String], _ question: LetterMarker?, _ reply: LetterMarker?, at line: Int) -> Letter? {
        var asked = asked
        if let question, !asked.isEmpty { asked[0] = question.rest }
        let behind = Array(lines[(reply == nil ? line : line + 1)...])
        let answer = (reply.map { $0.rest.isEmpty ? [] : [$0.rest] } ?? []) + behind
        let letter = Self.signed(asked)
        let answered = Self.signed(answer)
        guard !letter.text.isEmpty, !answered.text.isEmpty else { return nil }
        return Letter(
            question: letter.text, asker: letter.name ?? question?.name, answer: answered.text, answerer: answered.name ?? reply?.name,
            signedAnswer: answer.joined(separator: "\n"), answerStart: lines[..<line].reduce(0) { $0 + $1.utf8.count + 1 })
    }

    /// A passage without the name under it. Behind a name may stand a postscript, which then stays with it.
    private static func signed(_ lines: [String]) -> (text: String, name: String?) {
        let whole = lines.joined(separator: "\n").trimmingSpace()
        guard let last = lines.lastIndex(where: { !$0.isEmpty }) else { return (whole, nil) }
        if let end = SignedName.split(lines[last]) {
            return ((lines[..<last] + [end.text]).joined(separator: "\n").trimmingSpace(), end.name)
        }
        guard last > 0 else { return (whole, nil) }
        if let name = name(at: last, in: lines) {
            let text = lines[..<last].joined(separator: "\n").trimmingSpace()
            return text.isEmpty ? (whole, nil) : (text, name)
        }
        guard let postscript = lines.lastIndex(where: { isPostscript($0) }), postscript > 1,
            let before = lines[..<postscript].lastIndex(where: { !$0.isEmpty }), before > 0
        else { return (whole, nil) }
        return (whole, name(at: before, in: lines))
    }

    /// The name on a line; behind a line that takes leave also one that is written small.
    private static func name(at index: Int, in lines: [String]) -> String? {
        if let name = SignedName.name(on: lines[index]) { return name }
        guard let before = lines[..<index].last(where: { !$0.isEmpty }), Closing.isClosing(before), let first = lines[index].first,
            first.isLowercase
        else { return nil }
        return SignedName.name(on: lines[index].capitalizingWords()).map { _ in NameLine.bare(lines[index]) }
    }

    private static func isPostscript(_ line: String) -> Bool {
        ["PS", "P.S", "P. S", "NB", "N.B"].contains { line.hasPrefix($0) }
    }
}

extension String {
    /// The string with a capital letter at the start of each word.
    fileprivate func capitalizingWords() -> String {
        split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }
}
