/// Links by the specification of BEACON (https://gbv.github.io/beaconspec/beacon.html, section 3.2), as far as they are short links.
struct BeaconLinks {
    /// The sources' codes; `nil` where sources are whole URLs.
    let table: CodeTable?
    let source: BeaconTemplate
    let target: BeaconTemplate

    /// What a line says of a code that is looked for.
    func link(_ line: UnsafeRawBufferPointer, _ urls: inout URLCodes) -> (number: Int, target: [UInt8])? {
        // What follows a third bar does not count.
        let tokens = line.split(separator: UInt8(ascii: "|"), maxSplits: 3, omittingEmptySubsequences: false).prefix(3)
            .map { Self.normalized($0) }
        guard let id = tokens.first, !id.isEmpty, let number = number(of: id, &urls) else { return nil }
        let url = target.expanded(targetToken(tokens) ?? id)
        // Without TARGET a source alone would be its own target.
        guard url.contains(UInt8(ascii: ":")), target.isPlain == false || targetToken(tokens) != nil else { return nil }
        return (number, url)
    }

    /// With one bar, what follows is a target only if it can be nothing else; with two, the last is.
    private func targetToken(_ tokens: [[UInt8]]) -> [UInt8]? {
        switch tokens.count {
        case 2: target.isPlain && (tokens[1].starts(with: "http:".utf8) || tokens[1].starts(with: "https:".utf8)) ? tokens[1] : nil
        case 3: tokens[2].isEmpty ? nil : tokens[2]
        default: nil
        }
    }

    private func number(of id: [UInt8], _ urls: inout URLCodes) -> Int? {
        let code = id.allSatisfy(source.keeps) ? id : source.encoded(id)
        return code.withUnsafeBytes { table?.number(of: $0) ?? (table == nil ? urls.number(of: $0) : nil) }
    }

    /// Without white space around it, and with one space for each inside.
    private static func normalized(_ token: some Sequence<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        for byte in token {
            guard byte == 0x20 || (0x09...0x0D).contains(byte) else {
                bytes.append(byte)
                continue
            }
            if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
        }
        if bytes.last == 0x20 { bytes.removeLast() }
        return bytes
    }
}
