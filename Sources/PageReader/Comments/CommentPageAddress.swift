internal import ThreadModel

/// An address that says of itself that it is a page of a post's comments: the post's own address, and the page's number.
struct CommentPageAddress {
    /// The post's address, without a place on it.
    let post: String
    let number: Int

    /// What stands before the number in a path: WordPress, TypePad.
    private static let segments = ["comment-page-", "comments-page-", "comments/page/"]
    /// What stands before the number in a query: WordPress and its plug-ins, Blogger, Movable Type.
    private static let keys = ["cpage", "cp", "commentpage", "comments_page", "comment_page", "comments-page"]
    private static let mostDigits = 6

    /// - Parameter reference: an address, absolute or not; `nil` if it bears no mark.
    init?(_ reference: String) {
        var reference = reference
        guard reference.withUTF8(Self.mayBearMark) else { return nil }
        let address = reference[...].before(UInt8(ascii: "#"))
        let path = address.before(UInt8(ascii: "?"))
        let query = address[path.endIndex...].dropFirst()
        if let (post, number) = Self.inPath(path) {
            self.post = query.isEmpty ? post : "\(post)?\(query)"
            self.number = number
            return
        }
        guard let found = Self.inQuery(query, { Self.keys.contains($0) }) else { return nil }
        post = Self.joined(path, found.rest)
        number = found.number
    }

    /// The address of a page whose mark means a page of comments only because the page says so: `?page=2` is one of comments where a link
    /// among the comments leads to the same address with another number.
    init?(_ address: String, besides others: [String]) {
        guard let own = Self.counted(address) else { return nil }
        let isOneOfSeveral = others.contains { Self.counted($0).map { $0.post == own.post && $0.number != own.number } ?? false }
        guard isOneOfSeveral || others.contains(where: { PageAddress.isSame($0, own.post) }) else { return nil }
        self = own
    }

    /// The address with the number of a page in it, whatever that may be a page of.
    static func counted(_ address: String) -> CommentPageAddress? {
        // Cheap first: most addresses have no query.
        guard address.utf8.contains(UInt8(ascii: "?")) else { return nil }
        let address = address[...].before(UInt8(ascii: "#"))
        let path = address.before(UInt8(ascii: "?"))
        return inQuery(address[path.endIndex...].dropFirst()) { $0 == "page" }.map { .init(post: joined(path, $0.rest), number: $0.number) }
    }

    private init(post: String, number: Int) {
        self.post = post
        self.number = number
    }

    // MARK: - Parts

    private static let marks = [UInt8].words("page", "Page", "cp=")
    private static let beginnings = [UInt8].words("omment", "OMMENT", "cp", "cP", "Cp", "CP")

    /// A cheap look: each mark has one of these words in it, and begins with one of those.
    static func mayBearMark(_ reference: UnsafeBufferPointer<UInt8>) -> Bool {
        marks.contains { reference.holds($0) } && beginnings.contains { reference.holds($0) }
    }

    private static func inPath(_ path: Substring) -> (post: String, number: Int)? {
        for segment in segments {
            guard let range = path.lastRange(of: segment) else { continue }
            let before = path[..<range.lowerBound]
            guard before.isEmpty || before.last == "/" else { continue }
            var digits = path[range.upperBound...]
            if digits.last == "/" { digits.removeLast() }
            guard let number = number(digits), !isWholeSite(before) else { continue }
            // `…/post.html/comments/page/2/`: a file's name takes no slash.
            let isFile = before.dropLast().split(separator: "/").last?.contains(".") ?? false
            return (String(isFile ? before.dropLast() : before), number)
        }
        return nil
    }

    /// Whether there is no more than a host: its pages of comments are those of no post.
    private static func isWholeSite(_ address: Substring) -> Bool {
        Address.isWeb(address) && address.split(separator: "/").count <= 2
    }

    private static func inQuery(_ query: Substring, _ isMark: (String) -> Bool) -> (rest: String, number: Int)? {
        let items = query.split(separator: "&")
        for (index, item) in items.enumerated() {
            let key = item.prefix { $0 != "=" }
            guard isMark(key.lowercased()), let number = number(item.dropFirst(key.count + 1)) else { continue }
            return ((items[..<index] + items[(index + 1)...]).joined(separator: "&"), number)
        }
        return nil
    }

    private static func number(_ digits: Substring) -> Int? {
        guard (1...mostDigits).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(digits)
    }

    private static func joined(_ path: Substring, _ query: String) -> String {
        query.isEmpty ? String(path) : "\(path)?\(query)"
    }
}

extension Substring {
    /// What stands before a mark of ASCII; all where there is none.
    func before(_ mark: UInt8) -> Substring { self[..<(utf8.firstIndex(of: mark) ?? endIndex)] }

    /// Where some text stands last, byte by byte.
    fileprivate func lastRange(of text: String) -> Range<Index>? {
        var rest = utf8
        while rest.count >= text.utf8.count {
            if rest.reversed().starts(with: text.utf8.reversed()) {
                return utf8.index(rest.endIndex, offsetBy: -text.utf8.count)..<rest.endIndex
            }
            rest.removeLast()
        }
        return nil
    }
}
