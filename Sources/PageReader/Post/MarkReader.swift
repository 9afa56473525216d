internal import Markup

/// Reads the marks of all elements of a page: it goes from attribute to attribute, not from node to node, and reads each value of `class`
/// once.
enum MarkReader {
    private static let ofClasses = ClassMemo { ClassMarks(of: $0).bits }

    static func marks(of page: HTMLDocument, tags: [Tag]) -> [PostMarks] {
        let all = 0..<page.count
        var marks = [PostMarks](repeating: [], count: page.count)
        func each(_ name: AttributeName, _ body: (_ index: Int, _ value: UnsafeBufferPointer<UInt8>) -> Void) {
            page.forEachElement(with: name) { index, value in
                if tags[index] != .body, tags[index] != .html { body(index, value) }
            }
        }
        let values = page.bitsOfClassValues(ofClasses).map { ClassMarks(bits: $0).marksOfElement }
        for index in page.elements(with: .class, in: all).lazy.map(Int.init) where tags[index] != .body && tags[index] != .html {
            if let number = page.classValue(of: index) { marks[index] = values[number] }
        }
        each(.id) { index, value in
            if !marks[index].contains(.post) { marks[index].formUnion(PostMarks(ofBytes: value)) }
        }
        for name in [AttributeName.itemprop, .property, .rel] {
            each(name) { index, value in
                value.forEachPart(separatedBy: { $0 == 0x20 }) { token in
                    marks[index].formUnion(PostMarks(ofBytes: token).subtracting([.aside, .navigation, .comments]))
                }
            }
        }
        each(.hidden) { index, _ in marks[index].insert(.hidden) }
        each(.ariaHidden) { index, value in if value.elementsEqual("true".utf8) { marks[index].insert(.hidden) } }
        each(.style) { index, value in if hides(value) { marks[index].insert(.hidden) } }
        return marks
    }

    private static let longestStyle = 500
    private static let hiding = ["display:none", "visibility:hidden"].map { Array($0.utf8) }

    /// Whether a value of `style` makes an element invisible.
    fileprivate static func hides(_ style: UnsafeBufferPointer<UInt8>) -> Bool {
        guard style.count < longestStyle else { return false }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longestStyle) { plain in
            var count = 0
            for byte in style where byte != 0x20 && byte &- 9 >= 5 {
                plain[count] = byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
                count += 1
            }
            let plain = UnsafeBufferPointer(rebasing: plain[..<count])
            return hiding.contains { plain.holds($0) }
        }
    }
}

extension Node {
    /// Whether an attribute says that the element is not to be seen.
    var isHiddenByAttribute: Bool {
        hasAttribute(.hidden) || attributeBytes(.style)?.withUnsafeBufferPointer(MarkReader.hides) ?? false
    }
}
