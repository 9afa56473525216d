internal import CUchardet

/// Owner of one uchardet detector: Mozilla's statistics of which encoding bytes are in.
struct CharsetGuess: ~Copyable {
    private let detector: uchardet_t

    init?() {
        guard let created = uchardet_new() else { return nil }
        detector = created
    }

    deinit {
        uchardet_delete(detector)
    }

    /// The most likely encoding of bytes that are known not to be UTF-8; `nil` where there is no telling.
    func encoding(of bytes: some Sequence<UInt8>) -> TextEncoding? {
        let sample = bytes.map { CChar(bitPattern: $0) }
        uchardet_handle_data(detector, sample, sample.count)
        uchardet_data_end(detector)
        guard let label = uchardet_get_charset(detector) else { return nil }
        let guess = TextEncoding(label: String(cString: label))
        return guess == .utf8 ? nil : guess
    }
}
