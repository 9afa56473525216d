/// Text from pages, made safe for a terminal.
enum PlainText {
    /// The text on one line.
    static func line(_ text: String) -> String {
        clean(text, keepsLines: false)
    }

    /// The text with its lines.
    static func lines(_ text: String) -> String {
        clean(text, keepsLines: true)
    }

    private static func clean(_ text: String, keepsLines: Bool) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": result.append(keepsLines ? scalar : " ")
            case "\t": result.append(" ")
            case _ where isControl(scalar): continue
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// Whether a terminal may take the scalar for a command, or for the order to write backwards: C0, DEL, C1, and the controls of the
    /// Unicode bidirectional algorithm (UAX #9), with which a name can be made to look like another.
    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// JSON in which such scalars are escaped: the same JSON, safe to look at.
    static func json(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { isControl($0) && $0 != "\n" }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if isControl(scalar), scalar != "\n" {
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
