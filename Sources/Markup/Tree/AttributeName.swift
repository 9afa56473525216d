/// The name of an attribute that readers ask for, as a number, so that asking compares no strings.
public enum AttributeName: UInt8, Sendable, Hashable, CaseIterable {
    case id, `class`, href, src, rel, title, name, content, property, itemprop, itemtype, itemscope, itemid, datetime, lang, xmlLang, dir
    case role, style, type, value, alt, httpEquiv, charset, media, `for`, action, method, target, cite, hidden, width, height, align, border
    case color, size, face, valign, cellpadding, cellspacing, colspan, rowspan, bgcolor, loading, srcset, sizes, onclick, tabindex
    case ariaLabel, ariaHidden, ariaLabelledby, typeof, dataSrc, dataId, dataHref, dataUrl, dataTime, dataTimestamp, dataAuthor, placeholder
    /// Any other name.
    case other

    /// The name as markup has it; empty for ``other``.
    public var name: String { Self.names[Int(rawValue)] }

    private static let names = allCases.map { $0 == .other ? "" : $0 == .xmlLang ? "xml:lang" : hyphenated("\($0)") }

    /// `httpEquiv` is `http-equiv`.
    private static func hyphenated(_ name: String) -> String {
        name.map { $0.isUppercase ? "-\($0.lowercased())" : String($0) }.joined()
    }

    /// The names of a page, before any of its own is added: the number of a name is the raw value here.
    static let known = NameTable(allCases.map(\.name))
}
