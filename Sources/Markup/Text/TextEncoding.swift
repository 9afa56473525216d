/// A character encoding of the web, by the names and labels of the WHATWG Encoding Standard.
public struct TextEncoding: Sendable, Hashable {
    /// The standard's name, in lower case: `windows-1252`.
    public let name: String
    /// What iconv may call the encoding that browsers use under this name: the best first, the others for systems that lack it.
    let converters: [String]

    /// UTF-8.
    public static let utf8 = TextEncoding(name: "utf-8", converters: ["UTF-8"])
    /// The encoding of the west's pages without a declaration, and of every page that says latin-1.
    static let windows1252 = TextEncoding(name: "windows-1252", converters: ["CP1252"])
    static let utf16LittleEndian = TextEncoding(name: "utf-16le", converters: ["UTF-16LE"])
    static let utf16BigEndian = TextEncoding(name: "utf-16be", converters: ["UTF-16BE"])
    static let iso2022jp = TextEncoding(label: "iso-2022-jp")

    private static let byLabel: [String: TextEncoding] = {
        var table: [String: TextEncoding] = [:]
        for line in String(decoding: PackageResources.encodings_txt, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
            let columns = line.split(separator: ";", omittingEmptySubsequences: false)
            guard columns.count == 3 else { continue }
            let encoding = TextEncoding(name: String(columns[0]), converters: columns[1].split(separator: " ").map(String.init))
            table[encoding.name] = encoding
            for label in columns[2].split(separator: " ") { table[String(label)] = encoding }
        }
        return table
    }()

    /// Labels by their letters and digits alone: what people write who never looked them up (`utf_8`, `windows1251`, `EUC_KR`), and names
    /// that detectors use (`UHC`).
    private static let byLetters: [String: TextEncoding] = {
        var table: [String: TextEncoding] = [:]
        for label in byLabel.keys.sorted() { table[letters(of: label)] = byLabel[label] }
        let slang = [
            "utf8mb4": "utf-8", "ansi": "windows-1252", "cp932": "shift_jis", "cp936": "gbk", "cp949": "euc-kr", "cp950": "big5",
            "macroman": "macintosh", "maccyrillic": "x-mac-cyrillic", "uhc": "euc-kr",
            "win1250": "windows-1250", "win1251": "windows-1251", "win1252": "windows-1252",
        ]
        for (label, name) in slang { table[label] = byLabel[name] }
        return table
    }()

    private init(name: String, converters: [String]) {
        self.name = name
        self.converters = converters
    }

    /// The encoding that a label stands for, as browsers read it ("get an encoding", Encoding Standard, section 4.2); `nil` if there is none.
    ///
    /// Labels that browsers do not know but every reader understands (`utf_8`) are taken for what they mean.
    public init?(label: some StringProtocol) {
        let word = label.lowercased().split { $0.isSpace || $0.isOne(of: "\"';,") }.first.map(String.init) ?? ""
        guard !word.isEmpty, let known = Self.byLabel[word] ?? Self.byLetters[Self.letters(of: word)] else { return nil }
        self = known
    }

    private static func letters(of label: String) -> String {
        label.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }

    /// Whether ASCII bytes mean ASCII characters, so that a declaration inside the text can be believed.
    var isASCIICompatible: Bool {
        !isUTF16 && !is7Bit
    }

    var isUTF16: Bool { name.hasPrefix("utf-16") }

    /// Whether ASCII bytes stand for other characters behind an escape: the text is ASCII and yet not what it seems.
    var is7Bit: Bool { name.hasPrefix("iso-2022-") || name == "hz-gb-2312" }

    /// Whether every byte is a character.
    var isSingleByte: Bool { !isUTF16 && !is7Bit && !Self.multiByteNames.contains(name) }

    private static let multiByteNames: Set<String> = ["utf-8", "gbk", "gb18030", "big5", "euc-jp", "shift_jis", "euc-kr"]
}
