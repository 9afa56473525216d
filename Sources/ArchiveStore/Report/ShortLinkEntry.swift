public import ThreadModel

/// A short link of the archive, once, however often it stands in threads, with the newest attempt to expand it.
public struct ShortLinkEntry: Sendable, Hashable {
    /// The URL as the records have it.
    public var url: String
    /// In how many places it stands.
    public var places: Int
    /// How the newest attempt ended; `nil` where there was none.
    public var status: Expansion.Status?
    /// Where the link leads, by the newest attempt.
    public var final: String?
    /// How that was found.
    public var via: Expansion.Via?
    /// Why the newest attempt did not end well.
    public var error: String?
    /// When the newest attempt ended, in ISO 8601 UTC.
    public var checkedAt: String?
    /// From when on the link may be asked for again.
    public var due: LinkCalendar.Due

    /// Describes a short link.
    public init(
        url: String, places: Int = 1, status: Expansion.Status? = nil, final: String? = nil, via: Expansion.Via? = nil,
        error: String? = nil, checkedAt: String? = nil, due: LinkCalendar.Due = .now
    ) {
        self.url = url
        self.places = places
        self.status = status
        self.final = final
        self.via = via
        self.error = error
        self.checkedAt = checkedAt
        self.due = due
    }
}

/// How many places with short links there are of one year and one status.
public struct ShortLinkYear: Sendable, Hashable {
    /// The year of the comment or the post in which the link stands; `nil` where that has no date.
    public var year: Int?
    /// How the newest attempt ended; `nil` where there was none.
    public var status: Expansion.Status?
    /// How the destination was found.
    public var via: Expansion.Via?
    /// How many places.
    public var places: Int

    /// Counts places.
    public init(year: Int?, status: Expansion.Status?, via: Expansion.Via? = nil, places: Int) {
        self.year = year
        self.status = status
        self.via = via
        self.places = places
    }
}

/// A thread in which a link stands.
public struct LinkPlace: Sendable, Hashable {
    /// The thread's id.
    public var thread: String
    /// The thread's URL, if known.
    public var url: String?
    /// The thread's title.
    public var title: String?
    /// The comment's id, where it stands in one.
    public var comment: String?

    /// Names a place.
    public init(thread: String, url: String? = nil, title: String? = nil, comment: String? = nil) {
        self.thread = thread
        self.url = url
        self.title = title
        self.comment = comment
    }
}
