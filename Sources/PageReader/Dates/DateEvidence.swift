internal import ThreadModel

/// All that a page says about the format of its dates: one format is used for every comment.
///
/// `02/03/2011` is 2 March or 3 February. What decides, in this order: a date on the page that admits one reading only; the sequence of
/// the comments, which are printed oldest or newest first; the post, which is older than its comments, and the capture, which is younger;
/// the language.
struct DateEvidence {
    /// The texts with the dates of the comments, in page order.
    var comments: [String]
    /// The text with the date of the post.
    var post: String?
    /// When the page was captured, ISO 8601 in UTC.
    var capturedAt: String?

    /// What an order was decided by.
    enum Basis: Sendable, Equatable {
        /// No date of the page can be read in two ways.
        case notAsked
        case provenByDate
        case sequence
        case postOrCapture
        /// Nothing on the page: it is what the language or its region write, and should be said.
        case language
    }

    struct Decision: Sendable, Equatable {
        var order: DateReader.NumericOrder
        var basis: Basis

        /// Whether the page itself decides.
        var isEvident: Bool { basis != .language }
    }

    init(comments: [String], post: String? = nil, capturedAt: String? = nil) {
        self.comments = comments
        self.post = post
        self.capturedAt = capturedAt
    }

    /// The order in which the page writes day and month. The reader gives the language, and its order where nothing else does.
    func decision(by reader: DateReader) -> Decision {
        // Cheap first: most pages write the names of months.
        guard (comments + [post ?? ""]).contains(where: DateScan.mayBeNumeric) else {
            return Decision(order: reader.numericOrder, basis: .notAsked)
        }
        let post = post.flatMap { reader.find(in: $0) }
        let found = comments.map { reader.find(in: $0) }
        let all = found.compactMap { $0 } + [post].compactMap { $0 }
        guard all.contains(where: \.isAmbiguous) else { return Decision(order: reader.numericOrder, basis: .notAsked) }
        if let proven = Self.proven(by: all) { return Decision(order: proven, basis: .provenByDate) }

        // Between dots the day stands first nearly everywhere: nothing less than a proof is against that.
        if all.allSatisfy({ $0.isDotted || !$0.isAmbiguous }) { return Decision(order: .dayFirst, basis: .language) }

        let dayFirst = Reading(self, found: found, post: post, reader, .dayFirst)
        let monthFirst = Reading(self, found: found, post: post, reader, .monthFirst)
        let pairs = max(1, dayFirst.days.count - 1)
        if dayFirst.steps != monthFirst.steps, min(dayFirst.steps, monthFirst.steps) * 5 <= pairs {
            return Decision(order: dayFirst.steps < monthFirst.steps ? .dayFirst : .monthFirst, basis: .sequence)
        }
        if dayFirst.contradictions != monthFirst.contradictions {
            return Decision(order: dayFirst.contradictions < monthFirst.contradictions ? .dayFirst : .monthFirst, basis: .postOrCapture)
        }
        return Decision(order: reader.numericOrder, basis: .language)
    }

    /// The order that most dates with one reading prove.
    private static func proven(by found: [DateReader.Found]) -> DateReader.NumericOrder? {
        let dayFirst = found.count { $0.provenOrder == .dayFirst }
        let monthFirst = found.count { $0.provenOrder == .monthFirst }
        return dayFirst == monthFirst ? nil : dayFirst > monthFirst ? .dayFirst : .monthFirst
    }
}

extension DateEvidence {
    /// The days of a page, read in one order.
    private struct Reading {
        /// The comments' days, in page order.
        var days: [CivilDay]
        /// How many steps go against the direction of the sequence, whichever it is.
        var steps: Int
        /// How many comments are older than the post or younger than the capture.
        var contradictions: Int

        init(
            _ evidence: DateEvidence, found: [DateReader.Found?], post: DateReader.Found?, _ reader: DateReader,
            _ order: DateReader.NumericOrder
        ) {
            let reader = reader.with(orderOfPage: order)
            days = zip(evidence.comments, found).compactMap { text, found in
                guard let found else { return nil }
                return ISODate.day(found.isAmbiguous ? reader.find(in: text)?.date.local : found.date.local)
            }
            let pairs = zip(days, days.dropFirst())
            steps = min(pairs.count { $0 > $1 }, pairs.count { $0 < $1 })
            let posted = ISODate.day(
                post?.isAmbiguous == true ? evidence.post.flatMap { reader.find(in: $0)?.date.local } : post?.date.local)
            // Zones differ, so that a day more or less proves nothing.
            let earliest = posted.map { $0.daysSince1970 - 1 } ?? .min
            let latest = ISODate.day(evidence.capturedAt).map { $0.daysSince1970 + 1 } ?? .max
            contradictions = days.count { $0.daysSince1970 < earliest || $0.daysSince1970 > latest }
            if let posted, posted.daysSince1970 > latest { contradictions += 1 }
        }
    }
}
