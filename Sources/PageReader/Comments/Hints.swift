internal import Markup

/// What templates say of an element in the words of its `id`, `class`, `itemprop`, `property`, `typeof` and `rel`.
struct Hints: OptionSet {
    let rawValue: UInt16

    static let comment = Hints(rawValue: 1)
    static let author = Hints(rawValue: 2)
    static let date = Hints(rawValue: 4)
    static let body = Hints(rawValue: 8)
    /// Something to press or to look at: reply, like, report, avatar, badge.
    static let control = Hints(rawValue: 128)
    /// The line around author and date.
    static let meta = Hints(rawValue: 256)
    /// A comment's subject.
    static let subject = Hints(rawValue: 512)
    /// Part of a site's frame that shows comments a second time.
    static let widget = Hints(rawValue: 1024)

    /// A part of a page's frame by its name, which may be around comments too.
    static let frame = Hints(rawValue: 4096)
    /// Written for programs that read pages aloud, or not shown at all.
    static let hidden = Hints(rawValue: 2048)

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
        (.widget, "sidebar widget recent latest last lastcomments latestcomments recentcomments breadcrumb pagination"),
        (.frame, "menu nav form respond preview"),
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

    /// The words forwards and backwards, so that beginnings and ends of a name are looked up as they are read.
    private struct Tables: Sendable {
        let forwards = Table { $0 }
        let backwards = Table { $0.reversed() }
    }

    private static let tables = Tables()

    /// The words by a number made of their bytes in some order.
    private struct Table: Sendable {
        private let hints: WordTable
        /// Cheap first: most names begin, and end, as none of the words does.
        private let beginnings: Beginnings

        init(_ order: ([UInt8]) -> [UInt8]) {
            var hints: [WordHash: Hints] = [:]
            for entry in words {
                for word in entry.words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                    hints[WordHash(bytes: order(Array(word.utf8))), default: []].formUnion(entry.hint)
                }
            }
            self.hints = WordTable(hints.map { ($0.key, UInt32($0.value.rawValue)) })
            beginnings = Beginnings(
                words.flatMap { $0.words.split { $0 == " " || $0 == "\n" } }.map { String(decoding: order(Array($0.utf8)), as: UTF8.self) })
        }

        func mayBegin(_ part: some Sequence<UInt8>) -> Bool { beginnings.mayBegin(part) }

        subscript(word: WordHash) -> Hints? { hints[word].map { Hints(rawValue: UInt16(truncatingIfNeeded: $0)) } }
    }

    /// Compounds whose end or beginning means something else than the whole.
    private static let misleading: Set<WordHash> = Set(
        ["update", "updated", "candidate", "timeline", "textwidget", "textarea", "subtitle"].map { WordHash(bytes: $0.utf8) })

    init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// The hints in a name: in its parts (`comment-meta`, `commentMeta`, `comment_meta`) and in the beginnings and ends of compounds.
    init(in name: UnsafeBufferPointer<UInt8>) {
        self = []
        let tables = Self.tables
        var start = 0
        var wasLower = false
        for (index, byte) in name.enumerated() {
            let isUpper = byte &- UInt8(ascii: "A") < 26
            let isLower = byte &- UInt8(ascii: "a") < 26 || byte >= 0x80
            if !(isUpper || isLower) || isUpper && wasLower {
                add(UnsafeBufferPointer(rebasing: name[start..<index]), tables)
                start = isUpper ? index : index + 1
            }
            wasLower = isLower
        }
        add(UnsafeBufferPointer(rebasing: name[min(start, name.count)...]), tables)
    }

    /// The hints in a class.
    init(inClass name: UnsafeBufferPointer<UInt8>) {
        // Drupal names its fields: `field--name-body` is no name of anybody.
        let drupal = "field--name-".utf8
        self.init(in: name.starts(with: drupal) ? UnsafeBufferPointer(rebasing: name.dropFirst(drupal.count)) : name)
    }

    init(in name: String) {
        var name = name
        self = name.withUTF8 { Hints(inClass: $0) }
    }

    /// The shortest word that counts as part of a compound: `by` is in `byline`, and means nothing in `baby`.
    private static let shortestInCompound = 4
    private static let longestPart = 60

    /// Adds what a part says: letters, in any case.
    private mutating func add(_ part: UnsafeBufferPointer<UInt8>, _ tables: Tables) {
        guard !part.isEmpty, part.count <= Self.longestPart else { return }
        var inside: Hints = []
        if tables.forwards.mayBegin(part) {
            let (beginnings, whole) = Self.read(part, in: tables.forwards)
            if let whole { return formUnion(whole) }
            inside = beginnings
        }
        guard part.count > Self.shortestInCompound else { return }
        if tables.backwards.mayBegin(part.reversed()) { inside.formUnion(Self.read(part.reversed(), in: tables.backwards).beginnings) }
        // `themeform` is no form, `contentwidget` no widget.
        inside.subtract([.widget, .frame, .control])
        if !inside.isEmpty, !Self.isMisleading(part) { formUnion(inside) }
    }

    /// What the beginnings of a part say that are part of a compound, and what the whole of it says.
    private static func read(_ part: some Collection<UInt8>, in table: Table) -> (beginnings: Hints, whole: Hints?) {
        var beginnings: Hints = []
        var number = WordHash()
        var count = 0
        for byte in part {
            number.addFolded(byte)
            count += 1
            if count >= shortestInCompound, count < part.count, let hints = table[number] { beginnings.formUnion(hints) }
        }
        return (beginnings, table[number])
    }

    private static func isMisleading(_ part: UnsafeBufferPointer<UInt8>) -> Bool {
        var number = WordHash()
        for byte in part { number.addFolded(byte) }
        return misleading.contains(number)
    }
}

extension WordHash {
    /// Capitals of ASCII count as small letters.
    fileprivate mutating func addFolded(_ byte: UInt8) {
        add(UInt32(byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte))
    }
}

/// The hints of every element of a page, found in one walk.
struct HintTable {
    private var hints: [Hints]

    private static let hiddenClasses = [
        "screen-reader-text", "sr-only", "visually-hidden", "visuallyhidden", "hidden", "element-invisible",
    ].map { Array($0.utf8) }
    private static let ofClasses = ClassMemo { name in
        let hints = Hints(inClass: name)
        let isHidden = hiddenClasses.contains { $0.count == name.count && $0.elementsEqual(name) }
        return UInt64(isHidden ? hints.union(.hidden).rawValue : hints.rawValue)
    }
    private static let attributes: [AttributeName] = [.id, .itemprop, .rel, .property, .typeof, .itemtype]

    init(_ page: HTMLDocument) {
        // Pages repeat a few hundred class values thousands of times.
        let ofClasses = page.bitsOfClassValues(Self.ofClasses)
        hints = Array(repeating: [], count: page.count)
        for index in page.elements(with: .class, in: 0..<page.count) {
            if let value = page.classValue(of: Int(index)) {
                hints[Int(index)] = Hints(rawValue: UInt16(truncatingIfNeeded: ofClasses[value]))
            }
        }
        for name in Self.attributes {
            page.forEachElement(with: name) { index, value in
                // The `name` of a comment is its subject, of a person their name: the property alone says neither.
                guard value.count <= 100, name == .id || !value.suffix(4).elementsEqual("name".utf8) else { return }
                hints[index].formUnion(Hints(in: value))
            }
        }
        for index in hints.indices.prefix(400) where page.tag(of: index) == .body || page.tag(of: index) == .html { hints[index] = [] }
    }

    func has(_ wanted: Hints, _ node: Node) -> Bool { has(wanted, node.index) }

    func has(_ wanted: Hints, _ index: Int) -> Bool { !hints[index].isDisjoint(with: wanted) }

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
