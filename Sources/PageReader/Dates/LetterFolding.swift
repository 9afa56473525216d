/// Makes letters alike before words are compared: lower case, without accents, vowel signs and invisible characters, in normal width.
///
/// What becomes of each letter stands in the table that the build makes; runs of 256 letters without any entry share one empty block.
struct LetterFolding: Sendable {
    static let shared = LetterFolding(table: DateTables.folding)

    /// For each 256 scalars the block that holds their forms; block 0 changes nothing.
    private var blocks: [UInt16]
    /// The folded scalar, `same` or `dropped`.
    private var forms: [UInt32]

    private static let same: UInt32 = .max
    private static let dropped: UInt32 = 0
    private static let planes = 0x1F000 >> 8

    private init(table: StaticString) {
        blocks = Array(repeating: 0, count: Self.planes)
        forms = Array(repeating: Self.same, count: 256)
        table.withUTF8Buffer { bytes in
            var numbers: (UInt32, UInt32) = (0, 0)
            for byte in bytes {
                switch byte {
                case UInt8(ascii: "\t"): numbers = (numbers.1, 0)
                case UInt8(ascii: "\n"):
                    put(numbers.1, for: Int(numbers.0))
                    numbers = (0, 0)
                case UInt8(ascii: "a")...: numbers.1 = numbers.1 << 4 | UInt32(byte - 87)
                default: numbers.1 = numbers.1 << 4 | UInt32(byte & 15)
                }
            }
            put(numbers.1, for: Int(numbers.0))
        }
    }

    private mutating func put(_ form: UInt32, for scalar: Int) {
        guard scalar >> 8 < blocks.count else { return }
        if blocks[scalar >> 8] == 0 {
            blocks[scalar >> 8] = UInt16(forms.count >> 8)
            forms.append(contentsOf: repeatElement(Self.same, count: 256))
        }
        forms[Int(blocks[scalar >> 8]) << 8 | scalar & 255] = form
    }

    /// The form of a scalar behind ASCII; 0 if it is left out.
    func fold(_ scalar: UInt32) -> UInt32 {
        let block = Int(scalar >> 8)
        guard block < blocks.count else { return scalar }
        let form = forms[Int(blocks[block]) << 8 | Int(scalar & 255)]
        return form == Self.same ? scalar : form
    }

    /// Whether a scalar behind ASCII is a letter or belongs to one. The scripts of most pages are known without asking Unicode's tables.
    static func isLetter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xD7, 0xF7, 0x37E, 0x387, 0x3F6, 0x482: return false
        case 0xC0...0x2AF, 0x370...0x52F, 0x5D0...0x5EA, 0x620...0x64A, 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF,
            0xAC00...0xD7A3:
            return true
        default: break
        }
        switch Unicode.Scalar(scalar)?.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
            .enclosingMark:
            return true
        default: return false
        }
    }

    /// Whether a scalar behind ASCII is white space.
    static func isSpace(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Chinese characters stand for words of their own (年, 月, 日, 時).
    static func isIdeograph(_ scalar: UInt32) -> Bool {
        (0x4E00...0x9FFF).contains(scalar)
    }

    /// The digits of all scripts begin at these scalars; 1 to 9 follow.
    private static let zeros: [UInt32] = [
        0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50, 0x0ED0, 0x0F20,
        0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0,
        0xA9F0, 0xAA50, 0xABF0, 0xFF10, 0x11136, 0x11066, 0x1E950,
    ]

    /// The value of a decimal digit behind ASCII.
    static func decimal(_ scalar: UInt32) -> Int? {
        guard scalar >= 0x0660, !(0x3000...0xA61F).contains(scalar), !(0xAC00...0xFF0F).contains(scalar) else { return nil }
        for zero in zeros where scalar >= zero && scalar < zero + 10 { return Int(scalar - zero) }
        return nil
    }
}
