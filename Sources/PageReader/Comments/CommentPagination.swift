internal import ThreadModel

/// What a page is among the pages of a post's comments: its own number and address, and the other pages that it names.
struct CommentPagination {
    /// The address of the post itself, if it is known.
    let post: String?
    /// The page itself; `nil` where all comments are on it, as far as it tells.
    private(set) var page: CommentPage?
    /// The other pages, each once, in order.
    private(set) var others: [CommentPage] = []

    /// - Parameters:
    ///   - addresses: the addresses that the page gives as its own, the canonical one first.
    ///   - links: the absolute addresses of links to pages of the comments.
    ///   - earlier: those among them that are said to lead back.
    ///   - permalinks: the addresses of the page's own comments.
    init(addresses: [String], links: [String], earlier: [String], permalinks: [String]) {
        let canonical = addresses.first
        let own = Self.ownMark(addresses, links)
        let post = own?.mark.post ?? canonical
        self.post = post
        // A sidebar may lead to the comments of other posts.
        let links = links.map(Self.withoutPlace).filter { link in
            guard let post, let mark = CommentPageAddress(link) else { return true }
            return PageAddress.isSame(mark.post, post)
        }
        let numbered = links.map { link in CommentPage(number: Self.number(of: link, post: post), url: link) }
        let number = own?.mark.number ?? Self.commonNumber(permalinks) ?? Self.number(among: numbered, earlier: earlier)
        let address = own?.address ?? canonical.map(Self.withoutPlace)
        var seen: Set<Int> = number.map { [$0] } ?? []
        var seenAddresses: Set<String> = address.map { [PageAddress.identity(of: $0)] } ?? []
        // Many blogs give the post's address as canonical on every page of comments: one that links to it is another page.
        let isElsewhere =
            own == nil
            && numbered.contains { link in link.number == nil && address.map { PageAddress.isSame($0, link.url ?? "") } ?? false }
        if isElsewhere { seenAddresses = [] }
        for link in numbered {
            let isNew = seenAddresses.insert(PageAddress.identity(of: link.url ?? "")).inserted
            if isNew, link.number.map({ seen.insert($0).inserted }) ?? true { others.append(link) }
        }
        others = others.inOrder
        let isFurther = number.map { $0 > 1 } ?? false
        guard !others.isEmpty || isFurther else { return }
        page = CommentPage(number: number, url: own == nil && (isFurther || isElsewhere) ? nil : address)
    }

    /// The address under which the page was found, if that is one of a page of comments.
    private static func ownMark(_ addresses: [String], _ links: [String]) -> (address: String, mark: CommentPageAddress)? {
        guard let canonical = addresses.first else { return nil }
        for address in addresses {
            guard let mark = CommentPageAddress(address) ?? CommentPageAddress(address, besides: links) else { continue }
            let canonicalPost = CommentPageAddress(canonical)?.post ?? CommentPageAddress.counted(canonical)?.post ?? canonical
            if PageAddress.isSame(mark.post, canonicalPost) { return (withoutPlace(address), mark) }
        }
        return nil
    }

    private static func number(of link: String, post: String?) -> Int? {
        if let mark = CommentPageAddress(link) { return mark.number }
        guard let post, let counted = CommentPageAddress.counted(link), PageAddress.isSame(counted.post, post) else { return nil }
        return counted.number
    }

    /// The number in the permalinks of the comments, where they agree: WordPress puts it there.
    private static func commonNumber(_ permalinks: [String]) -> Int? {
        let numbers = Set(permalinks.compactMap { CommentPageAddress($0)?.number })
        return numbers.count == 1 ? numbers.first : nil
    }

    /// The number of a page whose address has none: behind those to which it leads back, else before the first to which it leads.
    private static func number(among links: [CommentPage], earlier: [String]) -> Int? {
        let back = Set(earlier.map(withoutPlace))
        if let last = links.filter({ back.contains($0.url ?? "") }).compactMap(\.number).max() { return last + 1 }
        return links.compactMap(\.number).min().flatMap { $0 > 0 ? $0 - 1 : nil }
    }

    private static func withoutPlace(_ url: String) -> String {
        String(url[...].before(UInt8(ascii: "#")))
    }
}
