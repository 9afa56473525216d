/// The `#NAME: value` lines at the head of a link dump in BEACON format (https://gbv.github.io/beaconspec/beacon.html, section 3.1).
struct BeaconHeader {
    /// `BEACON`, where the text says so.
    private(set) var format: String?
    private(set) var prefix: String?
    private(set) var target: String?
    private(set) var homepage: String?
    private(set) var timestamp: String?
    /// Whether there was any such line.
    private(set) var isEmpty = true

    /// Whether the text was written by the URLTeam, whose files are BEACON by their head alone: targets are bytes, may hold `|` and line
    /// ends, and there are no annotations (terroroftinytown, `format/beacon.py`; urlteam-stuff, `tools/mkbeacon.pl`).
    var isFromURLTeam: Bool { homepage?.contains("urlte.am") == true || prefix?.contains("{shortcode}") == true }

    /// Takes a line that begins with `#`. Of a field that comes twice the first counts; fields that are not known do not.
    mutating func read(_ line: UnsafeRawBufferPointer) {
        isEmpty = false
        let text = TargetText.text(of: line.dropFirst())
        let name = text.prefix { $0.isASCII && $0.isUppercase }
        let value = text[name.endIndex...].drop { $0 == ":" || $0 == " " || $0 == "\t" }
        guard !value.isEmpty else { return }
        switch name {
        case "FORMAT": format = format ?? String(value)
        case "PREFIX": prefix = prefix ?? String(value)
        case "TARGET": target = target ?? String(value)
        case "HOMEPAGE": homepage = homepage ?? String(value)
        case "TIMESTAMP": timestamp = timestamp ?? String(value)
        default: break
        }
    }
}
