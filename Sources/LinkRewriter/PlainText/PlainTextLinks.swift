/// The links of a text without any marks.
struct PlainTextLinks {
    private let text: [UInt8]

    init(_ text: [UInt8]) {
        self.text = text
    }

    /// The URLs in the text, but for those that stand in brackets behind another.
    func all() -> [Occurrence] {
        let found = TypedPlaces.all(in: 0..<text.count, of: text)
        var occurrences: [Occurrence] = []
        var before: Range<Int>?
        for (url, place) in found {
            if !isOriginal(place, of: before) { occurrences.append(Occurrence(url: url, place: place, spelling: .typed)) }
            before = place
        }
        return occurrences
    }

    /// Whether a URL is shown as the original of the one before it: `http://example.com/a (http://bit.ly/b)`.
    private func isOriginal(_ place: Range<Int>, of before: Range<Int>?) -> Bool {
        guard let before, place.upperBound < text.count, text[place.upperBound] == UInt8(ascii: ")") else { return false }
        // Punctuation that was taken to be behind the first may be of it.
        let between = text[before.upperBound..<place.lowerBound]
        return between.suffix(2).elementsEqual(" (".utf8) && !between.dropLast(2).contains { $0 <= 0x20 }
    }
}
