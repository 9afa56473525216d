/// Repairs UTF-8 that was read as windows-1252 or latin-1 and encoded once more: "Ã©" for "é", "â€™" for "’", what moving a blog's database
/// between servers gives.
///
/// A page may be right in its template and wrong in its texts, so each passage (what stands between two tags that begin a block) is judged
/// alone. It is repaired where
/// - every accented letter in it is part of a sequence that turns into one character (a right "é" beside "Ã©" is a text *about* the damage),
///   and of a sequence that right text does not have ("santé »" could be Chinese, and is so only beside other Chinese),
/// - no character that a sequence stands for occurs in it as itself, and no sequence stands in `<code>` or `<pre>`,
/// - a sequence touches a letter, as in "cafÃ©" ("Ã©" alone is a word somebody writes about), or the page has several that do,
/// - the page has two sequences at least.
///
/// Where a page has many damaged passages, a passage of both kinds ("Rédigé par : AmÃ©lie") is judged from tag to tag. What comes out is
/// judged again: texts that were moved twice are encoded three times.
enum DoubleEncoding {
    /// How many sequences that touch letters prove that a page is damaged, so that less is asked of each passage.
    private static let proof = 3
    /// Four encodings of one text are the most that were ever seen.
    private static let mostRounds = 3

    /// The text with its passages repaired; `nil` where there is nothing to repair, as on nearly every page.
    static func repair(_ utf8: [UInt8], isHTML: Bool) -> (utf8: [UInt8], characters: Int, passages: Int)? {
        utf8.withUnsafeBufferPointer { page in
            guard hasSuspects(page) else { return nil }
            let passages = PassageScan(page, isHTML: isHTML).passages
            let isProved = passages.reduce(0) { $0 + ($1.tally.isClean ? $1.tally.inWords : 0) } >= proof
            let damaged = passages.flatMap { passage in
                if passage.tally.isClean { return isProved || passage.tally.inWords > 0 ? passage.parts : [] }
                return isProved ? passage.parts.filter { $0.tally.isClean } : []
            }
            guard damaged.reduce(0, { $0 + $1.tally.sequences }) > 1 else { return nil }
            return rewrite(page, damaged.sorted { $0.range.lowerBound < $1.range.lowerBound })
        }
    }

    /// Whether a sequence stands in a text that right text does not have. Every sequence begins with a letter from U+00C2 to U+00F4, which
    /// is 0xC3 and a byte more, and goes on with a character beyond ASCII.
    private static func hasSuspects(_ page: UnsafeBufferPointer<UInt8>) -> Bool {
        var position = 0
        while let lead = page.next(0xC3, from: position) {
            position = lead + 2
            guard position < page.count, page[position] >= 0xC2 else { continue }
            guard let run = DoubleEncodedRun(at: lead, in: page) else { continue }
            if run.isSure { return true }
            position = run.end
        }
        return false
    }

    private static func rewrite(
        _ page: UnsafeBufferPointer<UInt8>, _ parts: [Passage.Part]
    ) -> (utf8: [UInt8], characters: Int, passages: Int) {
        var utf8: [UInt8] = []
        utf8.reserveCapacity(page.count)
        var kept = 0
        for part in parts {
            utf8.append(contentsOf: UnsafeBufferPointer(rebasing: page[kept..<part.range.lowerBound]))
            utf8.append(contentsOf: decoded(UnsafeBufferPointer(rebasing: page[part.range])))
            kept = part.range.upperBound
        }
        utf8.append(contentsOf: UnsafeBufferPointer(rebasing: page[kept...]))
        return (utf8, parts.reduce(0) { $0 + $1.tally.sequences }, parts.count)
    }

    /// A stretch of text decoded, as often as it is encoded too often.
    private static func decoded(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var current = decodedOnce(text)
        for _ in 1..<mostRounds {
            let next = current.withUnsafeBufferPointer { text -> [UInt8]? in
                guard hasSuspects(text) else { return nil }
                let passages = PassageScan(text, isHTML: false).passages
                return passages.isEmpty || !passages.allSatisfy(\.tally.isClean) ? nil : decodedOnce(text)
            }
            guard let next else { break }
            current = next
        }
        return current
    }

    private static func decodedOnce(_ passage: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var utf8: [UInt8] = []
        utf8.reserveCapacity(passage.count)
        var index = 0
        while index < passage.count {
            if let run = DoubleEncodedRun(at: index, in: passage) {
                utf8.append(contentsOf: run.utf8)
                index = run.end
            } else {
                utf8.append(passage[index])
                index += 1
            }
        }
        return utf8
    }
}
