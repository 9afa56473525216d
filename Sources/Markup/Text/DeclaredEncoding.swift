/// The encodings that a page declares inside itself.
enum DeclaredEncoding {
    /// Browsers look at the first 1,024 bytes; pages with long comments or scripts before their `<meta>` exist, and cost us nothing.
    static let prescanLength = 16 * 1024

    /// Reads `<meta charset>` and `<meta http-equiv content="…charset=…">`, then an XML declaration, much as "prescan a byte stream to
    /// determine its encoding" (HTML Standard, section 13.2.3.2) does. Browsers take the first that they know; a page may have more.
    static func prescan(_ bytes: [UInt8], length: Int = prescanLength) -> [TextEncoding] {
        bytes.withUnsafeBufferPointer { whole in
            let page = UnsafeBufferPointer(rebasing: whole.prefix(length))
            var found: [TextEncoding] = []
            var position = 0
            while let open = page.next(UInt8(ascii: "<"), from: position) {
                position = open + 1
                // Nearly every tag is neither.
                guard position < page.count, page[position] == UInt8(ascii: "!") || page[position] | 0x20 == UInt8(ascii: "m") else {
                    continue
                }
                if page.has("!--", at: position) {
                    position = endOfComment(from: open + 2, in: page)
                } else if page.has("meta", at: position), let label = label(ofMetaAt: position + 4, in: page, end: &position),
                    let encoding = believable(label), !found.contains(encoding)
                {
                    found.append(encoding)
                    if found.count == mostDeclarations { break }
                }
            }
            if let encoding = xmlDeclaration(of: page), !found.contains(encoding) { found.append(encoding) }
            return found
        }
    }

    private static let mostDeclarations = 4

    /// The encoding that a transport names: a label, perhaps in quotes, or the whole `Content-Type` around it.
    static func transport(_ text: String) -> TextEncoding? {
        let small = text.lowercased()
        guard let label = small.firstRange(of: "charset=") else { return TextEncoding(label: small) }
        return TextEncoding(label: small[label.upperBound...])
    }

    private static func endOfComment(from start: Int, in page: UnsafeBufferPointer<UInt8>) -> Int {
        var position = start
        while let dash = page.next(UInt8(ascii: "-"), from: position) {
            if page.has("-->", at: dash) { return dash + 3 }
            position = dash + 1
        }
        return page.count
    }

    private static func xmlDeclaration(of page: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
        guard page.has("<?xml", at: 0), let end = page.next(UInt8(ascii: ">"), from: 5) else { return nil }
        var position = 5
        while let attribute = page.nextAttribute(from: &position, to: end) {
            if page.isWord("encoding", attribute.name) { return believable(page.text(attribute.value)) }
        }
        return nil
    }

    /// What a `<meta>` says of the encoding; `end` moves behind the tag.
    private static func label(ofMetaAt start: Int, in page: UnsafeBufferPointer<UInt8>, end: inout Int) -> String? {
        guard start < page.count, page[start].isMarkupSpace || page[start] == UInt8(ascii: "/") else { return nil }
        var position = start
        var isHTTP = false
        var content: Range<Int>?
        var charset: String?
        while let attribute = page.nextAttribute(from: &position, to: page.count) {
            if page.isWord("charset", attribute.name) {
                charset = charset ?? page.text(attribute.value)
            } else if page.isWord("http-equiv", attribute.name) {
                isHTTP = page.isWord("content-type", attribute.value)
            } else if page.isWord("content", attribute.name) {
                content = content ?? attribute.value
            }
        }
        end = position
        if let charset { return charset }
        // "content" alone counts where it is a media type, not a description of the page.
        guard let content, isHTTP || page.has("text/", at: content.lowerBound) else { return nil }
        return labelInside(content, of: page)
    }

    /// `text/html; charset=utf-8`, `charset = 'utf-8'`.
    private static func labelInside(_ value: Range<Int>, of page: UnsafeBufferPointer<UInt8>) -> String? {
        let word = "charset"
        var position = value.lowerBound
        while position + word.utf8.count <= value.upperBound {
            guard page.has(word, at: position) else {
                position += 1
                continue
            }
            position += word.utf8.count
            let rest = page[position..<value.upperBound].drop(while: \.isMarkupSpace)
            guard rest.first == UInt8(ascii: "=") else { continue }
            return page.text(rest.dropFirst().indices)
        }
        return nil
    }

    /// A declaration that could be read at all was written in ASCII, so UTF-16 cannot be true; browsers take UTF-8. Nor do they take
    /// x-user-defined for what it says.
    private static func believable(_ label: String) -> TextEncoding? {
        guard let encoding = TextEncoding(label: label) else { return nil }
        if encoding.isUTF16 { return .utf8 }
        return encoding.name == "x-user-defined" ? .windows1252 : encoding
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether a word of small ASCII letters and marks stands at an index, in any case.
    func has(_ word: String, at index: Int) -> Bool {
        guard index + word.utf8.count <= count else { return false }
        var place = index
        for letter in word.utf8 {
            let byte = self[place]
            guard byte == letter || byte | 0x20 == letter && byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") else { return false }
            place += 1
        }
        return true
    }

    fileprivate func isWord(_ word: String, _ range: Range<Int>) -> Bool {
        range.count == word.utf8.count && has(word, at: range.lowerBound)
    }

    /// The bytes as text. No label is longer than this.
    fileprivate func text(_ range: Range<Int>) -> String {
        String(decoding: self[range].prefix(100), as: UTF8.self)
    }
}
