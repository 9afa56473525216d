internal import CLibXML2

/// What texts and values mean, as libxml2 reads them: the same table of names, and nothing where it has ways of its own.
extension UnsafeBufferPointer<UInt8> {
    /// Whether there is a control character in a part: the parser drops it.
    func holdsControl(in part: Range<Int>) -> Bool {
        firstPlace(in: part, whereEight: { $0.holdLess(than: 0x20) }, where: { $0 < 0x20 && !$0.isParserSpace }) != nil
    }

    /// Appends a part without control characters, with characters for its references.
    ///
    /// - Parameter mayGoOn: whether the parser may see something else behind the part than the page has: what begins to be a reference may then
    ///   become another.
    /// - Returns: whether the parser would read it in the same way; if not, nothing is appended.
    func decode(_ part: Range<Int>, mayGoOn: Bool, into text: inout [UInt8]) -> Bool {
        let start = text.count
        var position = part.lowerBound
        while let reference = next(UInt8(ascii: "&"), from: position), reference < part.upperBound {
            text.append(contentsOf: UnsafeBufferPointer(rebasing: self[position..<reference]))
            guard let next = decodeReference(in: reference..<part.upperBound, mayGoOn: mayGoOn, into: &text) else {
                text.removeLast(text.count - start)
                return false
            }
            position = next
        }
        text.append(contentsOf: UnsafeBufferPointer(rebasing: self[position..<part.upperBound]))
        return true
    }

    /// Appends the character of the reference that begins with a part, or the `&` that begins none. Returns where to go on; `nil` if the parser
    /// has its own way with what stands there (HTML Standard, sections 13.2.5.72 to 13.2.5.80).
    private func decodeReference(in part: Range<Int>, mayGoOn: Bool, into text: inout [UInt8]) -> Int? {
        let first = part.lowerBound + 1
        guard first < part.upperBound, !self[first].isParserSpace else {
            if mayGoOn, first == part.upperBound { return nil }
            text.append(UInt8(ascii: "&"))
            return first
        }
        let isNumber = self[first] == UInt8(ascii: "#")
        let name = isNumber ? first + 1 : first
        var end = name
        while end < part.upperBound, (self[end] | 0x20) &- UInt8(ascii: "a") < 26 || self[end] &- UInt8(ascii: "0") < 10 { end += 1 }
        guard end > name, end - name <= 16 else { return nil }
        guard end < part.upperBound, self[end] == UInt8(ascii: ";") else {
            // `?a=1&b=2`: only letters that might be part of the name make a difference.
            guard !isNumber, (self[name] | 0x20) &- UInt8(ascii: "a") < 26,
                end == part.upperBound ? !mayGoOn : self[end] < 0x80 && !self[end].isNamePart
            else { return nil }
            text.append(UInt8(ascii: "&"))
            return first
        }
        guard let value = isNumber ? number(in: name..<end) : entity(named: name..<end) else { return nil }
        // Of the control characters behind ASCII, windows-1252's are meant.
        text.append(
            contentsOf: value & ~0x1F == 0x80
                ? BuiltBytes.windows1252[Int(value) - 0x80].utf8 : Unicode.Scalar(value).map(String.init)?.utf8 ?? "".utf8)
        return end + 1
    }

    private func entity(named name: Range<Int>) -> UInt32? {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: name.count + 1) { copy in
            _ = copy.initialize(fromContentsOf: UnsafeBufferPointer(rebasing: self[name]))
            copy[name.count] = 0
            return htmlEntityLookup(copy.baseAddress).map { UInt32($0.pointee.value) }
        }
    }

    /// The number of a character that XML allows (XML 1.0, production 2).
    private func number(in digits: Range<Int>) -> UInt32? {
        let isHexadecimal = self[digits.lowerBound] | 0x20 == UInt8(ascii: "x")
        let text = String(decoding: self[isHexadecimal ? digits.lowerBound + 1..<digits.upperBound : digits], as: UTF8.self)
        guard let value = UInt32(text, radix: isHexadecimal ? 16 : 10) else { return nil }
        switch value {
        case 0x09, 0x0A, 0x0D, 0x20..<0xD800, 0xE000..<0xFFFE, 0x1_0000..<0x11_0000: return value
        default: return nil
        }
    }
}
