internal import Markup
import ShortLinks
import ThreadModel

/// How an answer leads on to another URL.
struct Lead: Hashable, Sendable {
    var kind: Expansion.Hop.Kind
    /// The target as written.
    var target: String
}

/// What a page says that does not lead on by a 3xx status: the rules of the ways in which pages lead on, in the order of trust.
struct PageReading: Hashable, Sendable {
    /// Where it leads.
    var lead: Lead?
    /// Why the service does not lead on; a page that says so never is a destination.
    var refusal: Refusal?

    struct Refusal: Hashable, Sendable {
        var reason: Service.Refusal.Reason
        var message: String
    }

    /// Pages that are not of a known service lead on by script only if they are as small as such pages are.
    static let smallPage = 8 * 1024

    /// - Parameter service: the service of the page's host.
    init(_ page: [UInt8], charset: String?, at url: WebURL, service: Service?) {
        guard !page.isEmpty else { return }
        if let service { refusal = Self.refusal(in: page, of: service) }
        // Most pages say none of this, and need not be parsed to know it.
        let mayRefresh = page.contains(word: "refresh")
        let mayFrame = page.contains(word: "<frame") || service?.framed == true && page.contains(word: "<iframe")
        let document =
            mayRefresh || mayFrame || service?.interstitials != nil
            ? try? HTMLDocument(page, transportCharset: charset) : nil
        let printed = document.flatMap { Self.interstitial(in: $0, at: url, service: service) }
        if refusal != nil {
            // The reason stands; where the page prints the target all the same, it is worth knowing.
            lead = printed
            return
        }
        if let target = document.flatMap(MetaRefresh.target(in:)) {
            lead = Lead(kind: .metaRefresh, target: target)
        } else if service?.isShortener == true || page.count <= Self.smallPage,
            let target = ScriptRelocation.targets(in: page).first(where: { Self.leadsAway($0, from: url) })
        {
            lead = Lead(kind: .script, target: target)
        } else if mayFrame, let target = document.flatMap({ Self.frame(in: $0, at: url, framed: service?.framed == true) }) {
            lead = Lead(kind: .frame, target: target)
        } else if let printed {
            lead = printed
        } else if service?.decoder == .ysmm, let target = YsmmDecoder.target(in: page) {
            lead = Lead(kind: .interstitial, target: target)
        }
    }

    // MARK: - Services

    private static func refusal(in page: [UInt8], of service: Service) -> Refusal? {
        for rule in service.refusals ?? [] {
            if let text = rule.text, page.contains(text) {
                return Refusal(reason: rule.reason, message: "the page of \(service.name) says “\(text)”")
            }
        }
        return nil
    }

    private static func interstitial(in document: HTMLDocument, at url: WebURL, service: Service?) -> Lead? {
        for rule in service?.interstitials ?? [] where rule.url.map(url.begins) ?? true {
            guard let selector = rule.selector.flatMap({ try? Selector($0) }) else { continue }
            for element in document.all(selector) {
                let text = if let name = rule.attribute { element.attribute(name) ?? "" } else { element.text }
                // Pages break long URLs into lines.
                let target = text.filter { !$0.isWhitespace }
                if target.hasPrefix("http://") || target.hasPrefix("https://") { return Lead(kind: .interstitial, target: target) }
            }
        }
        return nil
    }

    // MARK: - Frames

    /// Another host's page in a frame that fills this one: a frame set of one such frame, or any frame where the service is known to use them.
    private static func frame(in document: HTMLDocument, at url: WebURL, framed: Bool) -> String? {
        guard let selector = try? Selector(framed ? "frame[src], iframe[src]" : "frameset frame[src]") else { return nil }
        let targets = document.all(selector).compactMap { $0.attribute("src") }.filter { leadsAway($0, from: url) }
        return framed || targets.count == 1 ? targets.first : nil
    }

    /// Whether a target is of another site.
    private static func leadsAway(_ target: String, from url: WebURL) -> Bool {
        guard let target = try? WebURL(target, relativeTo: url) else { return false }
        return target.site != url.site && (target.scheme == "http" || target.scheme == "https")
    }
}

extension WebURL {
    /// Whether the URL, without scheme and `www.`, begins with this host and path.
    func begins(with prefix: String) -> Bool {
        let (host, prefix) = (site.utf8, prefix.utf8)
        return host.starts(with: prefix.prefix(host.count)) && target.utf8.starts(with: prefix.dropFirst(host.count))
    }
}

extension [UInt8] {
    /// Whether these words are among the bytes.
    fileprivate func contains(_ text: String) -> Bool { firstRange(of: Array(text.utf8)) != nil }

    /// Whether this word is among the bytes; see ``end(ofWord:)``.
    fileprivate func contains(word: String) -> Bool { end(ofWord: word) != nil }

    /// The place behind the first such word among the bytes, in any case of its letters. UTF-16 has a zero beside each byte of it.
    func end(ofWord word: String, from place: Int = 0) -> Int? {
        let word = Array(word.utf8)
        guard let first = word.first else { return place }
        var start = place
        while let at = self[start...].firstIndex(where: { $0 | 0x20 == first | 0x20 }) {
            let narrow = self[at...].prefix(word.count)
            if narrow.count == word.count, zip(narrow, word).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) { return at + word.count }
            let end = at + 2 * word.count
            let wide = stride(from: at, to: Swift.min(end, endIndex), by: 2)
            if zip(wide, word).allSatisfy({ self[$0] | 0x20 == $1 | 0x20 }), end - 1 <= endIndex { return Swift.min(end, endIndex) }
            start = at + 1
        }
        return nil
    }
}
