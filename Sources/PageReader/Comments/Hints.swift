internal import Markup

/// What templates say of an element in the words of its `id`, `class`, `itemprop`, `property`, `typeof` and `rel`.
struct Hints: OptionSet {
    let rawValue: UInt16

    static let comment = Hints(rawValue: 1)
    static let author = Hints(rawValue: 2)
    static let date = Hints(rawValue: 4)
    static let body = Hints(rawValue: 8)
    /// Around posts and comments, and neither.
    static let noise = Hints(rawValue: 16)
    /// Something to press or to look at: reply, like, report, avatar, badge.
    static let control = Hints(rawValue: 128)
    /// The line around author and date.
    static let meta = Hints(rawValue: 256)
    /// A comment's subject.
    static let subject = Hints(rawValue: 512)
    /// Part of a site's frame that shows comments a second time.
    static let widget = Hints(rawValue: 1024)

    private static let words: [(hint: Hints, words: String)] = [
        (
            .comment,
            """
            comment comments commentaire commentaires komment kommentar kommentare comentario comentarios commento commenti reactie reacties
            reaction reactions coment coments respuesta respuestas reply replies reponse reponses response responses antwort antworten
            leserbrief opinion usercomments talkback guestbook feedback discussion kommentti kommentit yorum yorumlar stimme avis
            """
        ),
        (
            .author,
            """
            author autor auteur autore verfasser name username user nick nickname poster commenter commentator fn by byline quien von
            pseudo writer creator vcard displayname screenname owner person sender who wer
            """
        ),
        (
            .date,
            """
            date datum fecha data time timestamp published posted when wann zeit hora heure cuando timeago datetime created datepublished
            datecreated commenttime
            """
        ),
        (.meta, "meta metadata info header head footer details byline vcard infos foot"),
        (
            .body,
            "body text content message texto inhalt texte msg mensaje testo entry was commenttext quoi contenu conteudo comentariotexto"
        ),
        (.noise, "sidebar nav menu footer widget related share social banner promo recent archive form preview respond"),
        (.widget, "sidebar widget recent latest menu nav form respond preview breadcrumb pagination"),
        (
            .control,
            """
            reply replies repondre antworten edit delete report flag like likes dislike vote votes voting rating rate karma share sharing
            tool tools action actions toolbar button buttons btn permalink badge avatar gravatar userpic says awaiting moderation hidden
            counter score icon role rank controls options menu thumbs moderate signaler melden sr links label
            """
        ),
        (.subject, "title subject titel titre titulo betreff sujet headline asunto"),
    ]

    private static let byWord: [String: Hints] = {
        var table: [String: Hints] = [:]
        for entry in words {
            for word in entry.words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                table[String(word), default: []].formUnion(entry.hint)
            }
        }
        return table
    }()

    /// Compounds whose end or beginning means something else than the whole.
    private static let misleading: Set<String> = ["update", "updated", "candidate", "timeline", "textwidget", "textarea", "username-form"]

    /// The hints in a name: in its parts (`comment-meta`, `commentMeta`, `comment_meta`) and in the beginnings and ends of compounds.
    init(in name: String) {
        var found: Hints = []
        // Drupal names its fields: `field--name-body` is no name of anybody.
        let name = name.hasPrefix("field--name-") ? String(name.dropFirst("field--name-".count)) : name
        for part in Self.parts(of: name) { found.formUnion(Self.hints(of: part)) }
        self = found
    }

    init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// The shortest word that counts as part of a compound: `by` is in `byline`, and means nothing in `baby`.
    private static let shortestInCompound = 4

    private static func hints(of part: String) -> Hints {
        if let whole = byWord[part] { return whole }
        guard part.utf8.count > shortestInCompound, !misleading.contains(part) else { return [] }
        var found: Hints = []
        for length in shortestInCompound..<part.utf8.count {
            if let start = byWord[String(part.prefix(length))] { found.formUnion(start) }
            if let end = byWord[String(part.suffix(length))] { found.formUnion(end) }
        }
        // `themeform` is no form, `contentwidget` no widget.
        return found.subtracting([.widget, .noise, .control])
    }

    /// The words of a name, in lower case.
    private static func parts(of name: String) -> [String] {
        var parts: [String] = []
        var part: [UInt8] = []
        var wasLower = false
        func end() {
            if !part.isEmpty { parts.append(String(decoding: part, as: UTF8.self)) }
            part.removeAll(keepingCapacity: true)
        }
        for byte in name.utf8 {
            let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            let isLower = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte >= 0x80
            if isUpper, wasLower { end() }
            if isUpper || isLower { part.append(isUpper ? byte | 0x20 : byte) } else { end() }
            wasLower = isLower
        }
        end()
        return parts
    }
}

/// The hints of every element of a page, found in one walk.
struct HintTable {
    private var hints: [Hints]

    private static let attributes: [AttributeName] = [.id, .itemprop, .rel, .property, .typeof, .itemtype]

    init(_ page: HTMLDocument) {
        // Pages repeat a few hundred class values thousands of times.
        let ofClasses = (0..<page.classValueCount).map { value in
            page.classes(ofValue: value).reduce(into: Hints()) { $0.formUnion(Hints(in: $1)) }
        }
        hints = Array(repeating: [], count: page.count)
        for index in hints.indices {
            if let value = page.classValue(of: index) { hints[index] = ofClasses[value] }
        }
        var ofNames: [ArraySlice<UInt8>: Hints] = [:]
        for name in Self.attributes {
            for number in page.elements(with: name, in: 0..<page.count) {
                let index = Int(number)
                guard let value = page.node(index)?.attributeBytes(name), value.count <= 100 else { continue }
                // The `name` of a comment is its subject, of a person their name: the property alone says neither.
                guard name == .id || !value.suffix(4).elementsEqual("name".utf8) else { continue }
                let known = ofNames[value]
                let found = known ?? Hints(in: String(decoding: value, as: UTF8.self))
                if known == nil { ofNames[value] = found }
                hints[index].formUnion(found)
            }
        }
        for index in hints.indices.prefix(400) where page.tag(of: index) == .body || page.tag(of: index) == .html { hints[index] = [] }
    }

    func has(_ wanted: Hints, _ node: Node) -> Bool {
        !hints[node.index].isDisjoint(with: wanted)
    }

    subscript(index: Int) -> Hints { hints[index] }
}

extension Tag {
    /// `h1` to `h6`.
    var isHeading: Bool {
        switch self {
        case .h1, .h2, .h3, .h4, .h5, .h6: true
        default: false
        }
    }
}
