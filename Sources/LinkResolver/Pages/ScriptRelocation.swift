/// The search for a script that sets the page's location to a string: `location.replace("…")`, `location.assign("…")`,
/// `location = "…"`, `location.href = "…"`, each with or without `window.`, `document.`, `top.`, `self.` or `parent.` before it.
///
/// No script is run. Only a string that is complete in itself counts: what is put together from pieces is not guessed.
enum ScriptRelocation {
    /// No page needs more of them.
    private static let most = 20

    /// All such targets, unescaped, in the order of the page.
    static func targets(in page: [UInt8]) -> [String] {
        var targets: [String] = []
        var rest = page[...]
        while let script = nextScript(&rest) {
            var code = script
            while let found = code.firstRange(of: word) {
                let before = code[..<found.lowerBound].last
                code = code[found.upperBound...]
                // `relocation`, `my_location` and `data-location` are other names; `window.location` is not.
                if let before, isNameByte(before) || before == UInt8(ascii: "-") { continue }
                if let target = string(assignedIn: code), !target.isEmpty { targets.append(target) }
                if targets.count == most { return targets }
            }
        }
        return targets
    }

    private static let word = Array("location".utf8)
    private static let open = Array("<script".utf8)
    private static let close = Array("</script".utf8)

    /// Takes the text of the next script element.
    private static func nextScript(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let tag = range(of: open, in: rest), let start = rest[tag.upperBound...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
        let body = rest[(start + 1)...]
        let end = range(of: close, in: body)?.lowerBound ?? body.endIndex
        rest = rest[end...].dropFirst(end < rest.endIndex ? 1 : 0)
        return body[..<end]
    }

    /// Tags are written in any case.
    private static func range(of tag: [UInt8], in bytes: ArraySlice<UInt8>) -> Range<Int>? {
        var start = bytes.startIndex
        while let at = bytes[start...].firstIndex(of: UInt8(ascii: "<")) {
            let end = at + tag.count
            guard end <= bytes.endIndex else { return nil }
            if zip(bytes[at..<end], tag).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 }) { return at..<end }
            start = at + 1
        }
        return nil
    }

    /// The string that follows `location`, where it is assigned or handed over.
    private static func string(assignedIn code: ArraySlice<UInt8>) -> String? {
        var scan = Scan(rest: code)
        if scan.take(".") {
            if scan.take("href") { return scan.take("=") && !scan.isNext("=") ? scan.string(endedBy: ";,}\n\r") : nil }
            guard scan.take("replace") || scan.take("assign") else { return nil }
            return scan.take("(") ? scan.string(endedBy: "),") : nil
        }
        return scan.take("=") && !scan.isNext("=") ? scan.string(endedBy: ";,}\n\r") : nil
    }

    fileprivate static func isNameByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
    }

    /// Reads JavaScript from left to right, as little of it as is needed here.
    private struct Scan {
        var rest: ArraySlice<UInt8>

        mutating func take(_ text: String) -> Bool {
            rest = rest.drop { $0 <= 0x20 }
            guard rest.starts(with: text.utf8) else { return false }
            let after = rest.dropFirst(text.utf8.count)
            // A word ends where it ends.
            if let last = text.utf8.last, isNameByte(last), let next = after.first, isNameByte(next) { return false }
            rest = after
            return true
        }

        func isNext(_ text: String) -> Bool { rest.starts(with: text.utf8) }

        /// A string literal that is the whole value; ``enders`` say what may follow it.
        mutating func string(endedBy enders: String) -> String? {
            rest = rest.drop { $0 <= 0x20 }
            guard let quote = rest.popFirst(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") || quote == UInt8(ascii: "`")
            else {
                return nil
            }
            var value: [UInt8] = []
            while let byte = rest.popFirst() {
                if byte == quote {
                    let next = rest.drop { $0 == 0x20 || $0 == 0x09 }.first
                    guard next.map({ enders.utf8.contains($0) }) ?? true else { return nil }
                    return LocationText.text(of: value)
                }
                if byte == UInt8(ascii: "\\") {
                    guard let escaped = escape() else { return nil }
                    value.append(contentsOf: escaped)
                } else if byte == 0x0A || byte == 0x0D || quote == UInt8(ascii: "`") && byte == UInt8(ascii: "$") || value.count > 8192 {
                    return nil
                } else {
                    value.append(byte)
                }
            }
            return nil
        }

        /// What stands behind a backslash (ECMA-262, section 12.9.4).
        private mutating func escape() -> [UInt8]? {
            switch rest.popFirst() {
            case UInt8(ascii: "x"): scalar(digits: 2)
            case UInt8(ascii: "u"): rest.first == UInt8(ascii: "{") ? braced() : scalar(digits: 4)
            case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), 0x0A, 0x0D: []
            case let byte?: [byte]
            case nil: nil
            }
        }

        private mutating func scalar(digits: Int) -> [UInt8]? {
            defer { rest = rest.dropFirst(digits) }
            return Self.utf8(ofHex: rest.prefix(digits), count: digits)
        }

        private mutating func braced() -> [UInt8]? {
            let digits = rest.dropFirst().prefix(6).prefix { $0 != UInt8(ascii: "}") }
            rest = rest.dropFirst(digits.count + 2)
            return Self.utf8(ofHex: digits, count: digits.count)
        }

        private static func utf8(ofHex digits: ArraySlice<UInt8>, count: Int) -> [UInt8]? {
            guard digits.count == count, let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else { return nil }
            return Unicode.Scalar(value).map { Array(String(Character($0)).utf8) }
        }
    }
}
