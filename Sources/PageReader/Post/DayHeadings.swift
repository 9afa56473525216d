internal import Markup

/// The days that stand above the posts of a list, each of them for all posts up to the next: "12 March 2009".
struct DayHeadings {
    /// For each post the line with its day, if there is one.
    let days: [Node?]

    /// How many nodes above the first post its day may stand.
    private static let reach = 60

    /// - Parameter posts: where the posts are, in page order.
    init(above posts: [Range<Int>], map: PostMap, survey: PageSurvey) {
        var start = max(0, (posts.first?.lowerBound ?? 0) - Self.reach)
        var day: Node?
        var days: [Node?] = []
        for post in posts {
            let places = survey.datePlaces(between: start, max(start, post.lowerBound))
            day = places.last { Self.isDay($0.node, map: map, dates: survey.dates) }?.node ?? day
            days.append(day)
            start = post.upperBound
        }
        // Where none stands above the first post, days stand below their posts. One day alone may be today's, in the head of the page.
        let areSeveral = Set(days.compactMap { $0 }).count > 1
        self.days = days.first.flatMap { $0 } == nil || !areSeveral ? posts.map { _ in nil } : days
    }

    /// Whether an element is a heading or is called a date, and says nothing but one.
    private static func isDay(_ node: Node, map: PostMap, dates: DateReader) -> Bool {
        let isCalledSo = node.tag.isHeading || map.has([.date, .published], node) || node.parent.map { map.has(.date, $0) } ?? false
        guard isCalledSo, !map.comments.contains(node), !map.has(.navigation, node), case let line = node.line,
            let found = dates.find(in: line)
        else { return false }
        let others = line[..<found.range.lowerBound] + line[found.range.upperBound...]
        return others.count { $0.isLetter || $0.isNumber } <= 4
    }
}
