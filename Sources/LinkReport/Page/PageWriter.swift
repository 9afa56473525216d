/// Writes HTML, with SVG in it: a well-formed tree, in which whatever comes from outside is text.
///
/// A small builder of our own: no library for Swift draws such charts, and a page of templates would leave escaping to memory.
struct PageWriter {
    /// An attribute; its value is escaped.
    typealias Attribute = (name: String, value: String)

    private(set) var html = ""

    /// Writes an element with what is in it.
    mutating func element(_ name: String, _ attributes: [Attribute] = [], _ content: (inout PageWriter) -> Void) {
        open(name, attributes)
        content(&self)
        html += "</\(name)>"
    }

    /// Writes an element with a text in it.
    mutating func element(_ name: String, _ attributes: [Attribute] = [], text: String) {
        element(name, attributes) { $0.text(text) }
    }

    /// Writes an element that holds nothing: a start tag in HTML, a closed one in SVG.
    mutating func empty(_ name: String, _ attributes: [Attribute] = [], isSVG: Bool = false) {
        open(name, attributes)
        if isSVG {
            html.removeLast()
            html += "/>"
        }
    }

    /// Writes a text.
    mutating func text(_ text: String) {
        html += Self.escaped(text)
    }

    /// Begins a new line of the page's source.
    mutating func newLine() {
        html += "\n"
    }

    /// Writes what is markup already, and our own.
    mutating func ownMarkup(_ markup: StaticString) {
        html += "\(markup)"
    }

    /// Writes a link, where the URL is one of the web; else its text alone.
    ///
    /// Its text runs in its own direction, so that none in another script turns around what stands beside it.
    mutating func link(_ url: String, _ label: String? = nil) {
        let words = Self.clipped(label ?? url)
        guard Self.isWeb(url) else { return element("bdi", text: words) }
        element("a", [("href", url), ("rel", "nofollow noreferrer")]) { $0.element("bdi", text: words) }
    }

    private mutating func open(_ name: String, _ attributes: [Attribute]) {
        html += "<\(name)"
        for (name, value) in attributes { html += " \(name)=\"\(Self.escaped(value))\"" }
        html += ">"
    }

    /// No line for people is longer.
    private static func clipped(_ text: String) -> String {
        text.count > 300 ? text.prefix(299) + "…" : text
    }

    private static func isWeb(_ url: String) -> Bool {
        let start = url.prefix(8).lowercased()
        return (start.hasPrefix("http://") || start == "https://") && !url.unicodeScalars.contains { $0.value <= 0x20 }
    }

    /// A text in which nothing is markup. Controls, and marks that change the direction of what follows, are shown as what cannot be shown.
    static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x26: escaped.append(contentsOf: "&amp;".unicodeScalars)
            case 0x3C: escaped.append(contentsOf: "&lt;".unicodeScalars)
            case 0x3E: escaped.append(contentsOf: "&gt;".unicodeScalars)
            case 0x22: escaped.append(contentsOf: "&quot;".unicodeScalars)
            case 0x27: escaped.append(contentsOf: "&#39;".unicodeScalars)
            case 0x09, 0x0A, 0x0D: escaped.append(" ")
            case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: escaped.append("\u{FFFD}")
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}
