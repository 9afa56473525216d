import Markup
import Testing

@Suite("UTF-8 that was encoded twice is repaired, and text about it is left alone")
struct DoubleEncodingTests {
    /// Characters of windows-1252 whose bytes are not those of latin-1.
    private static let specials: [UInt8: Unicode.Scalar] = [
        0x80: "€", 0x82: "‚", 0x83: "ƒ", 0x84: "„", 0x85: "…", 0x86: "†", 0x87: "‡", 0x88: "ˆ", 0x89: "‰", 0x8A: "Š", 0x8B: "‹", 0x8C: "Œ",
        0x8E: "Ž", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—", 0x98: "˜", 0x99: "™", 0x9A: "š", 0x9B: "›",
        0x9C: "œ", 0x9E: "ž", 0x9F: "Ÿ",
    ]

    /// A text once more encoded: its bytes read as windows-1252 or as latin-1.
    private static func damaged(_ text: String, latin1: Bool = false) -> String {
        var scalars = String.UnicodeScalarView()
        for byte in text.utf8 { scalars.append(latin1 ? Unicode.Scalar(byte) : specials[byte] ?? Unicode.Scalar(byte)) }
        return String(scalars)
    }

    private static func read(_ page: String, isHTML: Bool = true) -> DecodedText {
        DecodedText(Array(page.utf8), isHTML: isHTML)
    }

    static let texts = [
        "L’été à l’école, c’est déjà là : « forêt » et cœur.", "Die Straße über den Fluß – schön, „größer“ als früher…",
        "It’s a café, isn’t it?",
        "El niño pidió más azúcar, ¿verdad?", "Perché no? È già lunedì, città e virtù.", "A manhã não é só do coração, avó.",
        "Zażółć gęślą jaźń", "Příliš žluťoučký kůň", "Привет, как дела?", "Καλημέρα κόσμε", "今日は晴れです。", "שלום עולם", "مرحبا بالعالم",
        "Super 😀 génial 😀", "Cœur brisé\u{A0}!", "50\u{A0}€ l’unité", "RGPD\u{A0}! C’est déjà là", "Он живёт в лесу, и к утру",
        "入園費50元、約4~5帳/車",
        "Nice 🙂 work 😉",
    ]

    @Test("every passage of such a page is right again", arguments: texts, [false, true])
    func whole(_ text: String, latin1: Bool) {
        let decoded = Self.read("<html><body><p>\(Self.damaged(text, latin1: latin1))</p></body></html>")
        #expect(decoded.string == "<html><body><p>\(text)</p></body></html>")
        #expect(decoded.remarks.count == 1)
    }

    @Test("three and four encodings are undone", arguments: texts.prefix(6))
    func often(_ text: String) {
        let twice = Self.damaged(Self.damaged(text))
        #expect(Self.read("<p>\(twice)</p>").string == "<p>\(text)</p>")
        #expect(Self.read("<p>\(Self.damaged(twice))</p>").string == "<p>\(text)</p>")
    }

    @Test("a right template keeps its letters around damaged texts")
    func template() {
        let decoded = Self.read("<h2>Réactions</h2><div>\(Self.damaged("L’été est là"))</div><p>Posté à midi</p>")
        #expect(decoded.string == "<h2>Réactions</h2><div>L’été est là</div><p>Posté à midi</p>")
        #expect(decoded.remarks == ["4 characters in 1 passages were encoded twice and were repaired"])
    }

    @Test("where the page proves to be damaged, a name in a right line is repaired")
    func name() {
        let decoded = Self.read("<p>\(Self.damaged("L’été, la forêt"))</p><p>Rédigé par : <a title='Zoé'>\(Self.damaged("Amélie"))</a></p>")
        #expect(decoded.string == "<p>L’été, la forêt</p><p>Rédigé par : <a title='Zoé'>Amélie</a></p>")
    }

    @Test("the values of attributes are repaired")
    func attribute() {
        #expect(Self.read("<img alt=\"\(Self.damaged("Forêt d’été"))\">").string == "<img alt=\"Forêt d’été\">")
    }

    @Test("sequences that touch no letter follow the proof of the others")
    func alone() {
        let damaged = ["L’été déjà", "50 €", "—", "« »"].map { "<p>\(Self.damaged($0))</p>" }.joined()
        #expect(Self.read(damaged).string == "<p>L’été déjà</p><p>50 €</p><p>—</p><p>« »</p>")
    }

    @Test("what tools lost of a sequence is restored beside others")
    func lost() {
        #expect(Self.read("<p>Il va Ã  la plage, dÃ©jÃ\u{A0}.</p>").string == "<p>Il va à  la plage, déjà.</p>")
        #expect(Self.read("<p>â€œItâ€™s lateâ€, she said</p>").string == "<p>“It’s late”, she said</p>")
        #expect(Self.read("<p>â€œItâ€™s lateâ€\u{FFFD}</p>").string == "<p>“It’s late”</p>")
    }

    @Test("plain text is judged line by line")
    func lines() {
        let text = "Réactions\n\(Self.damaged("L’été déjà"))\nRépondre"
        #expect(Self.read(text, isHTML: false).string == "Réactions\nL’été déjà\nRépondre")
    }

    @Test(
        "text about the damage is left alone",
        arguments: [
            "<p>Le mot « cafÃ© » est mal codé à cause de la base.</p>",
            "<p>Le mot <b>cafÃ©</b> et le mot <i>dÃ©jÃ\u{A0}</i> sont mal codés.</p>",
            "<p>You see Ã© and Ã¨ where French has accents.</p>", "<p>It shows donâ€™t and canâ€™t, not don’t.</p>",
            "<p>If you see <code>donâ€™t</code> or <code>canâ€™t</code>, check your charset.</p>", "<pre>cafÃ© dÃ©jÃ\u{A0}</pre>",
            "<table><tr><td>cafÃ©</td><td>café</td></tr><tr><td>dÃ©jÃ\u{A0}</td><td>déjà</td></tr></table>",
            "<ul><li>Ã© : é</li><li>Ã¨ : è</li></ul>", "<p>A single cafÃ© in a page proves nothing.</p>",
        ])
    func mention(_ page: String) {
        let decoded = Self.read(page)
        #expect(decoded.string == page)
        #expect(decoded.remarks.isEmpty)
    }

    @Test(
        "right text with accents before marks is left alone",
        arguments: [
            "<p>La «\u{A0}santé\u{A0}» et l’«\u{A0}à\u{A0}» : créé… «\u{A0}né\u{A0}»</p>", "<p>„Spaß“ und „Gruß“, „Fuß…“</p>",
            "<p>CAFÉ… SANTÉ® NESTLÉ™ JOSÉ’S</p>",
            "<p>DE MANHÃ… “AMANHÔ E ROMÃ\u{A0}!</p>", "<p>2×½ l, 3×¼ l, Ø±2 mm</p>", "<p>São João, Änderung, Ñandú, Ångström, Ðelta</p>",
            "<p>«\u{A0}Voilà\u{A0}»… «\u{A0}à\u{A0}»©</p>", "<p>âge – pâté – Noël’s – déjà–vu – là‑bas</p>",
            "<p>日本語のテキスト、ã と â と é です。</p>",
            "<p>ÉTÉ\u{A0}! À\u{A0}! Ô… Ê»</p>", "<p>một câu tiếng Việt: “đã”, “là”, «ở»</p>", "<p>MENÜ„ TSCHÜSS “Ö”…</p>",
            "<p>Zoë® Renée™ José’s André²</p>",
        ])
    func right(_ page: String) {
        let decoded = Self.read(page)
        #expect(decoded.string == page)
        #expect(decoded.remarks.isEmpty)
    }

    @Test("tags that never end, and signs without a tag, are no trouble", arguments: ["<", "<a", "</", "a < b", "<!-", "< >", "<é"])
    func hostile(_ end: String) {
        #expect(Self.read("<p>\(Self.damaged("été"))</p>" + end).string == "<p>été</p>" + end)
    }

    @Test("a page of one long row costs no more than its length", arguments: ["é\u{A0}»", "Ã©", "Ã", "â€", "ÃƒÂ©"])
    func long(_ row: String) {
        let page = String(repeating: row, count: 100_000)
        #expect(Self.read("<p>" + page + "</p>").utf8.count <= page.utf8.count + 100_007)
    }
}
