/// A character encoding of the web, by the names and labels of the WHATWG Encoding Standard.
public struct TextEncoding: Sendable, Hashable {
    /// The standard's name, in lower case: `windows-1252`.
    public let name: String
    /// What iconv calls the encoding that browsers use under this name.
    let converter: String

    /// UTF-8.
    public static let utf8 = TextEncoding(name: "utf-8", converter: "UTF-8")
    /// The encoding of the west's pages without a declaration, and of every page that says latin-1.
    static let windows1252 = TextEncoding(name: "windows-1252", converter: "CP1252")
    static let utf16LittleEndian = TextEncoding(name: "utf-16le", converter: "UTF-16LE")
    static let utf16BigEndian = TextEncoding(name: "utf-16be", converter: "UTF-16BE")

    private static let byLabel: [String: TextEncoding] = {
        var table: [String: TextEncoding] = [:]
        for line in String(decoding: PackageResources.encodings_txt, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
            let columns = line.split(separator: ";", omittingEmptySubsequences: false)
            guard columns.count == 3 else { continue }
            let encoding = TextEncoding(name: String(columns[0]), converter: String(columns[1].drop { $0 == " " }))
            table[encoding.name] = encoding
            for label in columns[2].split(separator: " ") { table[String(label)] = encoding }
        }
        return table
    }()

    private init(name: String, converter: String) {
        self.name = name
        self.converter = converter
    }

    /// The encoding that a label stands for, as browsers read it ("get an encoding", Encoding Standard, section 4.2); `nil` if there is none.
    public init?(label: some StringProtocol) {
        let trimmed = label.lowercased().split(whereSeparator: \.isSpace).first.map(String.init) ?? ""
        guard let known = Self.byLabel[trimmed] else { return nil }
        self = known
    }

    /// Whether ASCII bytes mean ASCII characters, so that a declaration inside the text can be believed.
    var isASCIICompatible: Bool {
        !name.hasPrefix("utf-16") && name != "iso-2022-jp"
    }
}
