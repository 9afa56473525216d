extension Node {
    /// The value of an attribute; empty for one without a value, `nil` where there is none.
    public func attribute(_ name: AttributeName) -> String? {
        document.attribute(name, of: index)
    }

    /// The value of an attribute of any name; empty for one without a value, `nil` where there is none.
    public func attribute(_ name: String) -> String? {
        document.table.attribute(name, of: index).map(document.table.string)
    }

    /// The bytes of the value of an attribute, in UTF-8: a look at a value that makes no string of it.
    public func attributeBytes(_ name: AttributeName) -> ArraySlice<UInt8>? {
        document.table.attribute(name, of: index).map(document.table.value)
    }

    /// Whether the element has an attribute, with a value or without.
    public func hasAttribute(_ name: AttributeName) -> Bool {
        document.table.attribute(name, of: index) != nil
    }

    /// Whether the value of an attribute is this one.
    public func attribute(_ name: AttributeName, is value: StaticString) -> Bool {
        holds(name) { $0.count == value.utf8CodeUnitCount && $0.hasBytes(of: value, at: 0) }
    }

    /// Whether the value of an attribute begins so.
    public func attribute(_ name: AttributeName, hasPrefix prefix: StaticString) -> Bool {
        holds(name) { $0.hasBytes(of: prefix, at: 0) }
    }

    /// Whether the value of an attribute holds this.
    public func attribute(_ name: AttributeName, contains part: StaticString) -> Bool {
        holds(name) { $0.contains(UnsafeBufferPointer(start: part.utf8Start, count: part.utf8CodeUnitCount)) }
    }

    private func holds(_ name: AttributeName, _ condition: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
        document.attribute(name, of: index, holds: condition)
    }

    /// The value of `id`.
    public var id: String? { attribute(.id) }

    /// The tokens of the `class` attribute.
    public var classes: [String] {
        document.classValue(of: index).map(document.classes(ofValue:)) ?? []
    }

    /// Whether the `class` attribute has a token. Case counts, as in standards mode.
    public func hasClass(_ token: StaticString) -> Bool {
        document.table.hasClass(spelled: UnsafeBufferPointer(start: token.utf8Start, count: token.utf8CodeUnitCount), index)
    }
}

extension NodeTable.Attribute {
    /// The place of the value in the page's bytes.
    var range: Range<Int> { Int(start)..<Int(start + count) }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func hasBytes(of text: StaticString, at place: Int) -> Bool {
        let length = text.utf8CodeUnitCount
        guard place + length <= count else { return false }
        for offset in 0..<length where self[place + offset] != text.utf8Start[offset] { return false }
        return true
    }
}
