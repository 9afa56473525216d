internal import Markup

/// Lines that hold nothing but a name, and how names are compared.
enum NameLine {
    private static let longestName = 40

    /// The name on a line that holds nothing else but perhaps a smiley or dashes; `nil` for any other line.
    ///
    /// - Parameter mostWords: how many words a name may have.
    static func name(on line: String, mostWords: Int = 4) -> String? {
        // Cheap first: a name is short.
        guard line.utf8.count <= 4 * longestName else { return nil }
        // "Bonsoir," greets, "Bravo !" calls: a mark at the end makes a line more than a name. A smiley's bracket is none.
        guard let end = line.last(where: { !$0.isSpace }), !end.isOne(of: ",:;!?…") else { return nil }
        let name = bare(line)
        let words = name.split(separator: " ")
        guard (1...mostWords).contains(words.count), name.count <= longestName, let first = name.first, first.isLetter,
            first.isUppercase || !first.isCased
        else { return nil }
        // A sentence ends with a mark, a salutation with a comma or colon, a list item has a number.
        guard let last = name.last, last.isLetter || last == "." || last.isNumber && words.count == 1 else { return nil }
        // "Marjorie P." is a name, "Merci Nico." a sentence.
        if last == ".", words.last?.count ?? 0 > 3 { return nil }
        let inside = name.allSatisfy { $0.isLetter || $0.isNumber || $0.isOne(of: " .'’-_@&$") }
        // In a name every word is a name: only particles are written small.
        return inside && words.allSatisfy { $0.first.map { $0.isUppercase || !$0.isCased } == true || particles.contains($0) } ? name : nil
    }

    private static let particles: Set<Substring> = [
        "de", "du", "des", "la", "le", "von", "van", "der", "den", "di", "da", "et", "and", "und", "y", "e", "dos", "in", "of",
    ]

    /// A line without dashes, bullets and smileys around its words.
    static func bare(_ line: String) -> String {
        var words = line.split(whereSeparator: \.isSpace)[...]
        while let last = words.last, !last.contains(where: \.isLetter) || isSmiley(last) { words.removeLast() }
        while let first = words.first, !first.contains(where: { $0.isLetter || $0.isNumber }) { words.removeFirst() }
        return words.joined(separator: " ").trimming { $0.isOne(of: "-–—~*_=/\"«»“”,") }
    }

    /// `:D`, `;p`, `xD`: letters that are faces.
    private static func isSmiley(_ word: Substring) -> Bool {
        guard word.count <= 4, let first = word.first else { return false }
        return first.isOne(of: ":;=xX8") && word.dropFirst().contains { $0.isOne(of: "DPpOo)(3/|*") } && word.count > 1
    }

    /// Letters of a name for comparison: case, accents and the signs that people write for letters do not count.
    static func key(_ name: some StringProtocol) -> String {
        var name = String(name)
        return name.withUTF8(latinKey) ?? String(DateNames.fold(name).map { signs[$0] ?? $0 }.filter { $0.isLetter || $0.isNumber })
    }

    private static let signs: [Character: Character] = ["@": "a", "0": "o", "3": "e", "1": "i", "$": "s", "€": "e", "!": "i"]
    /// What stands in a key for each byte of ASCII; 0 for what is left out.
    private static let asciiKeys: [UInt8] = (0..<128).map { byte in
        let character = Character(Unicode.Scalar(UInt8(byte)))
        return character.isLetter || character.isNumber || signs[character] != nil
            ? (signs[character] ?? character).lowercased().utf8.first ?? 0 : 0
    }

    /// The key of a name in Latin letters; `nil` for one with others.
    private static func latinKey(_ name: UnsafeBufferPointer<UInt8>) -> String? {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: name.count + 1) { key in
            var count = 0
            var index = 0
            while index < name.count {
                var byte = name[index]
                index += 1
                if byte == 0xC3 {
                    let form = LetterFolding.shared.fold(0xC0 | UInt32(name[index] & 0x3F))
                    guard form &- 0x61 < 26 else { return nil }
                    byte = UInt8(form)
                    index += 1
                }
                guard byte < 0x80 else { return nil }
                if asciiKeys[Int(byte)] != 0 {
                    key[count] = asciiKeys[Int(byte)]
                    count += 1
                }
            }
            return String(decoding: key[..<count], as: UTF8.self)
        }
    }

    /// Whether a signature is of this author: the same name, its first or last word, or a short form of it.
    static func isSame(_ signature: String, as author: String) -> Bool {
        let signed = key(signature)
        guard !signed.isEmpty else { return false }
        let whole = key(author)
        if signed == whole { return true }
        // Cheap first: all that follows asks for a part of one name in the other.
        let letters = (Array(signed.utf8), Array(whole.utf8))
        guard letters.1[...].holds(letters.0) || letters.0[...].holds(letters.1) else { return false }
        let words = author.split { $0.isSpace || $0 == "-" || $0 == "_" || $0 == "." }.map(key)
        if words.contains(signed) { return true }
        let signedWords = signature.split(separator: " ").map(key)
        if signedWords.count > 1, signedWords.contains(whole) { return true }
        return signed.count >= 3 && whole.count > signed.count && whole.hasPrefix(signed)
    }
}

extension String {
    /// The string without characters of a kind at its ends.
    func trimming(_ isTrimmed: (Character) -> Bool) -> String {
        guard let start = firstIndex(where: { !isTrimmed($0) }), let end = lastIndex(where: { !isTrimmed($0) }) else { return "" }
        return String(self[start...end])
    }
}
