internal import Markup
internal import ShortLinks

/// Where the page itself says that a short link leads: what its anchor carries beside the link, or shows as its text.
///
/// Somebody, or some program, knew the destination when the page was made. Only a whole URL of another host counts: half of one, or
/// another short link, says nothing of where the link leads.
struct ShownDestination {
    let shorteners: ServiceTable

    /// Attributes that hold the destination, the most explicit first: Twitter's embeds (`data-expanded-url`, and its older
    /// `data-ultimate-url`), Robust Links and scripts that shorten or replace links, at last `title`: disq.us puts the clean URL there, and
    /// so did Twitter.
    private static let attributes = [
        "data-expanded-url", "data-ultimate-url", "data-originalurl", "data-original-url", "data-original-href", "data-full-url",
        "data-long-url", "data-url", "title",
    ]
    /// No address that leads anywhere is longer; servers refuse longer ones.
    private static let longest = 2_048

    /// The absolute URL that an anchor shows; `nil` where it shows none.
    ///
    /// - Parameters:
    ///   - text: the anchor's text on one line.
    ///   - url: the short link that it leads to.
    func of(_ anchor: Node, text: String, url: String) -> String? {
        for name in Self.attributes {
            if let value = anchor.attribute(name), let shown = destination(value, of: url) { return shown }
        }
        let whole = Self.completed(anchor) ?? text
        return destination(whole, of: url) ?? destination(Self.withScheme(whole), of: url)
    }

    /// A text as the destination of a short link; `nil` where it cannot be that.
    private func destination(_ text: String?, of short: String) -> String? {
        guard let text = text?.trimmingSpace(), text.utf8.count <= Self.longest, Address.isWeb(text), Self.isWhole(text) else { return nil }
        let url = Address.unwrapped(text)
        guard let host = Self.host(of: url), let own = Self.host(of: short), host.lowercased() != own.lowercased(),
            !shorteners.isShortener(host: host)
        else { return nil }
        // pic.twitter.com/CODE is t.co/CODE: the same code at another host is another name of the link.
        return Self.path(of: url) == Self.path(of: short) ? nil : url
    }

    /// Nothing in it that no URL holds, and not cut off: forums cut long URLs in the middle, others at the end.
    private static func isWhole(_ url: String) -> Bool {
        !url.contains("…") && !url.contains("...")
            && url.unicodeScalars.allSatisfy { $0.value > 0x20 && !$0.properties.isWhitespace && !"<>\"".unicodeScalars.contains($0) }
    }

    private static func host(of url: String) -> Substring? {
        let authority = url.drop { $0 != "/" }.dropFirst(2).prefix { !$0.isOne(of: "/?#") }
        let host = authority.prefix { $0 != ":" }
        // A name before the host is no habit of honest links.
        guard !authority.contains("@"), host.contains("."), !host.hasPrefix("."), !host.hasSuffix(".") else { return nil }
        return host
    }

    private static func path(of url: String) -> Substring {
        url.drop { $0 != "/" }.dropFirst(2).drop { !$0.isOne(of: "/?#") }
    }

    /// `example.com/a` as the URL that is meant. A host alone is the name of a site, not the address of a page; one with capitals is rather a
    /// word, as "Node.js/Express".
    private static func withScheme(_ text: String) -> String? {
        let text = text.trimmingSpace()
        let host = text.prefix { $0 != "/" }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, text.utf8.count > host.utf8.count + 1, let last = labels.last, last.utf8.count > 1,
            last.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }),
            labels.allSatisfy({ !$0.isEmpty && !$0.utf8.contains { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) } })
        else { return nil }
        return "http://" + text
    }

    /// The text of an anchor of which parts are hidden from the eye only, as Twitter and Mastodon make them; `nil` where nothing is hidden.
    ///
    /// The visible part alone is cut off, the sign that says so (`tco-ellipsis`) is no part of the URL.
    private static func completed(_ anchor: Node) -> String? {
        // A handful of elements; what has more is no link that a program cut.
        guard anchor.range.count <= 32 else { return nil }
        var text = ""
        var isHidden = false
        var signEnd = -1
        for index in anchor.range where index >= signEnd {
            guard let node = anchor.document.node(index) else { continue }
            if node.isText {
                text += String(decoding: node.textBytes, as: UTF8.self)
            } else if node.hasClass("tco-ellipsis") {
                signEnd = node.end
            } else if node.hasClass("invisible") {
                isHidden = true
            }
        }
        return isHidden ? text : nil
    }
}
