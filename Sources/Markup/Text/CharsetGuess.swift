internal import CUchardet

/// Owner of one uchardet detector: Mozilla's statistics of which encoding bytes are in.
struct CharsetGuess: ~Copyable {
    private let detector: uchardet_t
    private static let sampleLength = 12 * 1024
    private static let context = 32

    init?() {
        guard let created = uchardet_new() else { return nil }
        detector = created
    }

    deinit {
        uchardet_delete(detector)
    }

    /// The most likely encoding of bytes that are known not to be UTF-8; `nil` where there is no telling.
    func encoding(of bytes: [UInt8]) -> TextEncoding? {
        let sample = bytes.withUnsafeBufferPointer { Self.sample(of: $0) }
        sample.withUnsafeBytes { _ = uchardet_handle_data(detector, $0.baseAddress?.assumingMemoryBound(to: CChar.self), sample.count) }
        uchardet_data_end(detector)
        guard let label = uchardet_get_charset(detector) else { return nil }
        let guess = TextEncoding(label: String(cString: label))
        return guess == .utf8 || guess?.isUTF16 == true ? nil : guess
    }

    /// The bytes beyond ASCII with the words around them. The markup is ASCII in any encoding: to count it would take long and tell nothing.
    private static func sample(of bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var sample: [UInt8] = []
        var taken = 0
        var index = bytes.endOfASCII(from: 0)
        while index < bytes.count, sample.count < sampleLength {
            let start = max(taken, index - context)
            if start > taken { sample.append(UInt8(ascii: "\n")) }
            taken = min(bytes.count, index + context)
            // A character must not be cut, lest the encoding seem wrong: its last byte may be ASCII.
            while taken < bytes.count, bytes[taken - 1] >= 0x80 { taken += 1 }
            sample.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<taken]))
            index = bytes.endOfASCII(from: taken)
        }
        return sample
    }
}
