internal import CUchardet

/// Owner of one uchardet detector: Mozilla's statistics of which encoding bytes are in.
struct CharsetGuess: ~Copyable {
    private let detector: uchardet_t
    private static let sampleLength = 256 * 1024

    init?() {
        guard let created = uchardet_new() else { return nil }
        detector = created
    }

    deinit {
        uchardet_delete(detector)
    }

    /// The most likely encoding of bytes that are known not to be UTF-8; `nil` where there is no telling.
    ///
    /// - Parameter start: where the first byte beyond ASCII stands. The markup is ASCII in any case: what tells encodings apart are the
    ///   other bytes, with the words around them.
    func encoding(of bytes: [UInt8], from start: Int) -> TextEncoding? {
        bytes.withUnsafeBytes { whole in
            let sample = UnsafeRawBufferPointer(rebasing: whole.dropFirst(max(0, start - 1024)).prefix(Self.sampleLength))
            uchardet_handle_data(detector, sample.baseAddress?.assumingMemoryBound(to: CChar.self), sample.count)
        }
        uchardet_data_end(detector)
        guard let label = uchardet_get_charset(detector) else { return nil }
        let guess = TextEncoding(label: String(cString: label))
        return guess == .utf8 || guess?.isUTF16 == true ? nil : guess
    }
}
