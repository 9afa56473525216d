extension TreeBuilder {
    private static let classNumber = Int32(AttributeName.class.rawValue)
    private static let idNumber = Int32(AttributeName.id.rawValue)

    /// The attributes that were taken out of the tag which the parser has read; `nil` if it kept its own.
    mutating func cutAttributes() -> Range<Int>? {
        guard tagsSeen < standIns.tags.count else { return nil }
        let tag = standIns.tags[tagsSeen]
        let place = place
        guard place >= tag.place else { return nil }
        guard place == tag.place else {
            fallOutOfStep()
            return nil
        }
        let first = tagsSeen == 0 ? 0 : standIns.tags[tagsSeen - 1].end
        tagsSeen += 1
        return Int(first)..<Int(tag.end)
    }

    /// Adds attributes as they stand in the page. Returns the number of the value of `class`, or -1.
    mutating func add(_ cut: Range<Int>) -> Int32 {
        let first = attributes.count
        var classValue: Int32 = -1
        for place in cut {
            let attribute = standIns.attributes[place]
            let number = number(of: attribute)
            // Of attributes of one name, the first counts.
            guard !attributes[first...].contains(where: { $0.name == number }) else { continue }
            add(attribute: number, value: Int(attribute.value)..<Int(attribute.value + attribute.valueCount), to: &classValue)
        }
        return classValue
    }

    /// Adds attributes as the parser read them. Returns the number of the value of `class`, or -1.
    mutating func add(_ list: UnsafeMutablePointer<UnsafePointer<UInt8>?>) -> Int32 {
        var classValue: Int32 = -1
        var position = 0
        while let name = list[position] {
            let value = list[position + 1].map { bytes.append(restored: UnsafeBufferPointer(terminated: $0)) }
            position += 2
            let number = Int32(attributeNames.insert(UnsafeBufferPointer(terminated: name)).number)
            add(attribute: number, value: value ?? bytes.end..<bytes.end, to: &classValue)
        }
        return classValue
    }

    private mutating func number(of attribute: StandIns.Attribute) -> Int32 {
        let name = bytes[Int(attribute.name)..<(Int(attribute.name) + Int(attribute.nameCount))]
        guard attribute.hasCapitals else {
            if let known = shortNames[name] { return known }
            let number = Int32(attributeNames.insert(name).number)
            shortNames[name] = number
            return number
        }
        let small = name.map { $0 &- UInt8(ascii: "A") < 26 ? $0 | 0x20 : $0 }
        return small.withUnsafeBufferPointer { Int32(attributeNames.insert($0).number) }
    }

    private mutating func add(attribute number: Int32, value: Range<Int>, to classValue: inout Int32) {
        var id: Int32 = -1
        if number == Self.classNumber {
            classValue = classes.insert(bytes[value])
        } else if number == Self.idNumber {
            id = Int32(ids.insert(bytes[value]).number)
        }
        attributes.append(.init(name: number, start: Int32(value.lowerBound), count: Int32(value.count), id: id))
    }
}
