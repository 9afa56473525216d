/// A web archive that is asked for links whose own servers do not tell any more: the Internet Archive's Wayback Machine, or another with
/// the same two doors, an index of captures (CDX) and playback by time (RFC 7089).
public struct WebArchive: Sendable, Hashable {
    /// Where it is: `/cdx/search/cdx` and `/web/` are below this (`--wayback`).
    public var base = "https://web.archive.org"
    /// How many questions to the index it is asked a minute, by all programs of this user together. The Wayback Machine's own limit is 30
    /// per address, and who goes on beyond it is shut out for an hour.
    public var indexPerMinute = 24
    /// How many captures it is asked for a minute, likewise. Its own limit is 600.
    public var playbackPerMinute = 480
    /// For how many links it is asked in one run; the others wait for the next.
    public var maxLookups = 240
    /// The time for one request.
    public var maxTime: Duration = .seconds(60)
    /// The directory in which all programs of this user keep account of what they asked; `nil` is the user's own place for such things
    /// (`$XDG_STATE_HOME/archive`, else `~/.local/state/archive`).
    public var stateDirectory: String?

    /// The Wayback Machine.
    public init() {}
}

/// The doors of a web archive. Each has a limit of its own.
enum ArchiveEndpoint: String, Hashable, Sendable, CaseIterable {
    /// The list of captures.
    case index
    /// One capture.
    case playback
}
