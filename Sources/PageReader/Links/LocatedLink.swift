internal import ThreadModel

/// A link and where it stands in the text, in bytes of UTF-8 from its start.
struct LocatedLink {
    var link: Link
    var place: Int
}

extension [LocatedLink] {
    /// The links in order of appearance, each URL once.
    var unique: [Link] {
        var seen: Set<String> = []
        return map(\.link).filter { seen.insert($0.url).inserted }
    }
}
