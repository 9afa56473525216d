internal import Markup
internal import ShortLinks
internal import ThreadModel

/// Finds the links in a text: anchors, and URLs that people typed.
struct LinkFinder: Sendable {
    let shorteners: ServiceTable
    let address: Address

    /// The links of a fragment in order of appearance, each URL once.
    func links(in fragment: Fragment) -> [Link] {
        located(in: fragment, rendered: fragment.rendered()).unique
    }

    /// The URLs typed in a text in order of appearance, each once.
    func links(in text: String) -> [Link] {
        located(in: text).unique
    }

    /// The links of a fragment in order of appearance, with their places in its rendered text.
    func located(in fragment: Fragment, rendered: RenderedText) -> [LocatedLink] {
        guard let page = fragment.nodes.first?.document else { return [] }
        var found: [LocatedLink] = []
        var anchorEnd = -1
        for index in fragment.ranges.joined() {
            let tag = page.tag(of: index)
            // Cheap first: most texts have no URL typed in them.
            guard tag == .text ? index >= anchorEnd && page.textHolds(index, where: TypedURL.mayStand) : tag == .a,
                let node = page.node(index)
            else { continue }
            if tag == .a {
                guard let reference = node.attribute(.href) else { continue }
                anchorEnd = node.end
                if let link = link(reference, of: node) { found.append(LocatedLink(link: link, place: rendered.places[index] ?? 0)) }
            } else {
                let place = rendered.places[index] ?? 0
                found += located(in: node.text).map { LocatedLink(link: $0.link, place: place + $0.place) }
            }
        }
        return found
    }

    /// The URLs typed in a text, in order of appearance.
    func located(in text: String) -> [LocatedLink] {
        TypedURL.all(in: text).map { LocatedLink(link: Link(url: $0.url, short: shorteners.isShort($0.url)), place: $0.place) }
    }

    private func link(_ reference: String, of anchor: Node) -> Link? {
        guard let absolute = address.absolute(reference) else { return nil }
        let text = anchor.line
        // Where a program made the anchor from a typed URL, the punctuation behind it is in the anchor too.
        let isTyped = Address.isWeb(text) || text.utf8.count > 3 && text.prefix(4).lowercased() == "www."
        let url = isTyped ? TypedURL.trimmed(absolute) : absolute
        let label = isTyped && (absolute.hasPrefix(text) || absolute.hasSuffix(text) || TypedURL.trimmed(text) == url) ? "" : text
        let short = shorteners.isShort(url)
        let shown = short ? ShownDestination(shorteners: shorteners).of(anchor, text: text, url: url) : nil
        return Link(url: url, text: label.isEmpty ? nil : label, short: short, shown: shown)
    }
}
