/// A `#PREFIX` or `#TARGET`: a URI template (RFC 6570) whose one variable is `{ID}` or `{+ID}`.
struct BeaconTemplate {
    /// What stands before the variable.
    let before: String
    /// What stands behind it.
    let after: String
    /// Whether characters that mean something in a URL stay as they are: `{+ID}`.
    let keepsReserved: Bool

    /// Whether the template is the variable alone.
    var isPlain: Bool { before.isEmpty && after.isEmpty }

    /// `{+ID}` stands for a field that is missing; `{ID}` is added to one that has no variable.
    init(_ field: String?) {
        guard let field else {
            (before, after, keepsReserved) = ("", "", true)
            return
        }
        if let mark = field.firstRange(of: "{+ID}") {
            (before, after, keepsReserved) = (String(field[..<mark.lowerBound]), String(field[mark.upperBound...]), true)
        } else if let mark = field.firstRange(of: "{ID}") {
            (before, after, keepsReserved) = (String(field[..<mark.lowerBound]), String(field[mark.upperBound...]), false)
        } else {
            (before, after, keepsReserved) = (field, "", false)
        }
    }

    /// Whether a byte stays as it is (RFC 6570, sections 3.2.2 and 3.2.3; a `%` in `{+ID}` is taken for one that encodes).
    func keeps(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: keepsReserved && ":/?#[]@!$&'()*+,;=%".utf8.contains(byte)
        }
    }

    /// The value of the variable in a URL.
    func encoded(_ token: some Sequence<UInt8>) -> [UInt8] {
        token.flatMap { byte -> [UInt8] in
            if keeps(byte) { return [byte] }
            let digits = String(byte, radix: 16, uppercase: true)
            return Array(("%" + (digits.count < 2 ? "0" : "") + digits).utf8)
        }
    }

    /// The URL of a token.
    func expanded(_ token: some Sequence<UInt8>) -> [UInt8] { Array(before.utf8) + encoded(token) + Array(after.utf8) }
}
