internal import Markup

/// What templates say of an element in the words of its `id`, `class`, `itemprop` and `rel`.
struct Hints: OptionSet {
    let rawValue: UInt16

    static let comment = Hints(rawValue: 1)
    static let author = Hints(rawValue: 2)
    static let date = Hints(rawValue: 4)
    static let body = Hints(rawValue: 8)
    /// Around posts and comments, and neither.
    static let noise = Hints(rawValue: 16)
    /// Beside the post, or below it: not of its body.
    static let surrounding = Hints(rawValue: 32)
    /// A line that says who wrote the post.
    static let postAuthor = Hints(rawValue: 64)

    private static let words: [(hint: Hints, words: String)] = [
        (.comment, "comment kommentar comentario commento commenti reactie reaction coment respuesta reply reponse"),
        (.author, "author autor auteur autore name user nick poster commenter fn by quien von"),
        (.date, "date time datum fecha published posted data when zeit hora meta cuando"),
        (.body, "body text content message texto inhalt texte msg mensaje testo entry"),
        (.noise, "sidebar nav menu footer widget related share social banner promo recent archive form preview"),
        (.surrounding, "sidebar related share social comments kommentare commentaires author-box breadcrumb"),
        (.postAuthor, "author autor auteur byline"),
    ]

    /// The words by their first letter, so that a name is read once.
    private static let byLetter: [UInt8: [(word: [UInt8], hint: Hints)]] = {
        var table: [UInt8: [(word: [UInt8], hint: Hints)]] = [:]
        for entry in words {
            for word in entry.words.split(separator: " ").map({ Array($0.utf8) }) { table[word[0], default: []].append((word, entry.hint)) }
        }
        return table
    }()

    /// The hints in a name. Short words count as whole words only: `by` is in `byline`, and means nothing in `baby`.
    init(in name: String) {
        var found: Hints = []
        let bytes = name.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
        for start in bytes.indices {
            for (word, hint) in Self.byLetter[bytes[start]] ?? [] where bytes[start...].starts(with: word) {
                let isWhole =
                    (start == 0 || !Self.isLetter(bytes[start - 1]))
                    && (start + word.count == bytes.count || !Self.isLetter(bytes[start + word.count]))
                if word.count > 3 || isWhole { found.insert(hint) }
            }
        }
        self = found
    }

    init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
}

/// The hints of every element of a page, found in one walk.
struct HintTable {
    private var hints: [Hints]

    init(_ nodes: [Node]) {
        var ofClasses: [[String]: Hints] = [:]
        hints = Array(repeating: [], count: (nodes.last?.index ?? -1) + 1)
        for node in nodes where !node.isText && node.name != "body" && node.name != "html" {
            let classes = node.classes
            var found: Hints = []
            if !classes.isEmpty {
                if ofClasses[classes] == nil { ofClasses[classes] = classes.reduce(into: []) { $0.formUnion(Hints(in: $1)) } }
                found = ofClasses[classes] ?? []
            }
            for name in ["id", "itemprop", "rel"] {
                if let value = node.attribute(name) { found.formUnion(Hints(in: value)) }
            }
            hints[node.index] = found
        }
    }

    func has(_ wanted: Hints, _ node: Node) -> Bool {
        hints.indices.contains(node.index) && !hints[node.index].isDisjoint(with: wanted)
    }
}
