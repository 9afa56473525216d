/// Which four letters follow each other anywhere in the attributes that selectors look into: `[href*="…"]`, `[id^="…"]`.
///
/// A platform is known by words in links that nearly all pages lack. Asking for the letters first answers that for a page as a whole, so that no
/// link has to be looked at. Some say yes that should say no; none say no that should say yes.
struct AttributeGrams: Sendable {
    /// A place in the table for each four letters.
    typealias Gram = UInt16

    private static let covered: Set<AttributeName> = [.href, .src, .action, .id]
    private static let length = 4
    private static let bits: UInt32 = 14
    private var isThere = [Bool](repeating: false, count: 1 << bits)

    init(_ attributes: [NodeTable.Attribute], bytes: [UInt8]) {
        let names = Self.covered.reduce(UInt64(0)) { $0 | 1 << UInt64($1.rawValue) }
        isThere.withUnsafeMutableBufferPointer { isThere in
            bytes.withUnsafeBufferPointer { bytes in
                for attribute in attributes where attribute.name < 64 && names >> UInt64(attribute.name) & 1 == 1 {
                    Self.forEach(in: UnsafeBufferPointer(rebasing: bytes[attribute.range])) { isThere[Int($0)] = true }
                }
            }
        }
    }

    /// What must be in the table for a condition to hold for any element; nothing where the table does not tell.
    static func wanted(by kind: Selector.Condition.Kind, attribute number: Int, _ wanted: [UInt8]) -> [Gram] {
        guard [.equals, .prefix, .suffix, .contains].contains(kind), covered.contains(where: { Int($0.rawValue) == number }) else {
            return []
        }
        var grams: [Gram] = []
        wanted.withUnsafeBufferPointer { forEach(in: $0) { grams.append($0) } }
        return grams
    }

    /// Whether all of some four letters stand somewhere.
    func hold(_ grams: [Gram]) -> Bool {
        for gram in grams where !hold(gram) { return false }
        return true
    }

    /// Whether some four letters stand somewhere.
    func hold(_ gram: Gram) -> Bool { isThere[Int(gram)] }

    /// Case makes no difference, as some conditions ignore it.
    private static func forEach(in text: UnsafeBufferPointer<UInt8>, _ body: (Gram) -> Void) {
        guard text.count >= length else { return }
        let raw = UnsafeRawBufferPointer(text)
        for place in 0...(text.count - length) {
            let letters = raw.loadUnaligned(fromByteOffset: place, as: UInt32.self) | 0x2020_2020
            body(Gram(truncatingIfNeeded: (letters &* 0x9E37_79B1) >> (32 - bits)))
        }
    }
}
