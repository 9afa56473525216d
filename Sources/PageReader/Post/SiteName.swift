internal import Markup

/// The name of a site in the titles of its pages.
enum SiteName {
    private static let separators = [" : ", " | ", " - ", " – ", " — ", " » ", " « ", " · ", " // ", " :: ", " @ ", " ǀ ", ": "]

    /// A title without the name of its site in front of it or behind it.
    static func removed(_ sites: [String], from title: String) -> String {
        var title = title
        for site in sites where !site.isEmpty && site.utf8.count < title.utf8.count {
            for separator in separators {
                if title.utf8.ends(with: site.utf8), title.utf8.dropLast(site.utf8.count).ends(with: separator.utf8) {
                    title = String(title.dropLast(separator.count + site.count))
                }
                if title.utf8.starts(with: site.utf8), title.utf8.dropFirst(site.utf8.count).starts(with: separator.utf8) {
                    title = String(title.dropFirst(separator.count + site.count))
                }
            }
        }
        return title.trimmingSpace()
    }

    /// A name as it is compared: letters and digits in lower case, with one space between words.
    static func key(_ text: some StringProtocol) -> String {
        var text = String(text)
        return text.withUTF8(LatinKey.of) ?? text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }

    /// What tells a site's name from other texts.
    struct Identity {
        private var names: Set<String>
        /// The host's labels but the last, without hyphens.
        private var labels: [String] = []

        init(names: [String], url: String?) {
            self.names = Set(names.map { SiteName.key($0) })
            guard let host = url?.drop(while: { $0 != "/" }).drop(while: { $0 == "/" }).prefix(while: { $0 != "/" && $0 != ":" }) else {
                return
            }
            labels = host.split(separator: ".").dropLast().map { $0.lowercased().filter { $0 != "-" } }
        }

        /// Whether a text, as ``SiteName/key(_:)`` makes it, is the name of the site, or of its host without the ending: "Antary" at
        /// www.antary.de.
        func isNamed(_ key: String) -> Bool {
            if names.contains(key) { return true }
            let letters = key.utf8.lazy.filter { $0 != 0x20 }
            return labels.contains { $0.count > 2 && $0.utf8.elementsEqual(letters) }
        }
    }
}

/// ``SiteName/key(_:)`` of texts in Latin letters, byte by byte: nearly all that is compared is such.
private enum LatinKey {
    /// The key; `nil` for a text with characters that Unicode's tables must be asked for.
    static func of(_ text: UnsafeBufferPointer<UInt8>) -> String? {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count + 1) { key in
            var count = 0
            var isAfterWord = false
            func letter(_ byte: UInt8) {
                if isAfterWord, count > 0 {
                    key[count] = 0x20
                    count += 1
                }
                isAfterWord = false
                key[count] = byte
                count += 1
            }
            var index = 0
            while index < text.count {
                let byte = text[index]
                index += 1
                if byte < 0x80 {
                    let lower = byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
                    if lower &- UInt8(ascii: "a") < 26 || lower &- UInt8(ascii: "0") < 10 { letter(lower) } else { isAfterWord = true }
                } else if byte == 0xC3 {
                    // U+00C0 to U+00FF: letters but for × and ÷.
                    let low = text[index]
                    index += 1
                    if low == 0x97 || low == 0xB7 {
                        isAfterWord = true
                    } else {
                        letter(0xC3)
                        key[count] = low < 0x9F ? low | 0x20 : low
                        count += 1
                    }
                } else if byte == 0xC2, Self.isMark(text[index]) {
                    isAfterWord = true
                    index += 1
                } else if byte == 0xE2, text[index] == 0x80, Self.isPunctuation(text[index + 1]) {
                    isAfterWord = true
                    index += 2
                } else {
                    return nil
                }
            }
            return String(decoding: key[..<count], as: UTF8.self)
        }
    }

    /// U+0080 to U+00BF, but ª, ², ³, µ, ¹, º, fractions and the soft hyphen.
    private static func isMark(_ low: UInt8) -> Bool {
        switch low {
        case 0xAA, 0xAD, 0xB2, 0xB3, 0xB5, 0xB9, 0xBA, 0xBC...0xBE: false
        default: true
        }
    }

    /// U+2010 to U+2027 and U+2030 to U+203F: dashes, quotes, points.
    private static func isPunctuation(_ low: UInt8) -> Bool {
        (0x90...0xA7).contains(low) || (0xB0...0xBF).contains(low)
    }
}

extension BidirectionalCollection where Element: Equatable {
    /// Whether the last elements are these.
    func ends(with others: some BidirectionalCollection<Element>) -> Bool {
        reversed().starts(with: others.reversed())
    }
}
