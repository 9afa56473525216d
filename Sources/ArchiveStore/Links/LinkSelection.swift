public import Foundation
public import ThreadModel

/// Which links of an archive are meant.
public struct LinkSelection: Sendable, Hashable {
    /// Which links by the time at which they may be asked for.
    public enum Times: Sendable, Hashable {
        /// All of them, whatever is known of them.
        case any
        /// Those that are due, and those that ``LinkSelection/olderThan`` and ``LinkSelection/retried`` name.
        case due
        /// Only those that ``LinkSelection/olderThan`` and ``LinkSelection/retried`` name.
        case named
    }

    /// Only links of known shorteners.
    public var shortOnly = true
    /// Which links by the time at which they may be asked for.
    public var times = Times.any
    /// Links whose newest attempt lies back so many seconds at least.
    public var olderThan: TimeInterval?
    /// Links whose newest attempt ended so, whatever the calendar says.
    public var retried: Set<Expansion.Status> = []
    /// Only links of these hosts, in lower case and without `www.`; of all hosts where it is empty.
    public var hosts: Set<String> = []
    /// Only links whose newest attempt ended so; `nil` stands for those that were never tried. All where it is empty.
    public var statuses: Set<Expansion.Status?> = []
    /// How many at most.
    public var limit: Int?

    /// All short links.
    public init() {}

    /// Short links, or all, by the time at which they may be asked for.
    public init(shortOnly: Bool, times: Times = .any) {
        self.shortOnly = shortOnly
        self.times = times
    }
}
