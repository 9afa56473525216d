/// UTF-16 without a byte-order mark, told by its NUL bytes.
enum UTF16Guess {
    private static let sampleLength = 4 * 1024

    /// The byte order, if bytes are UTF-16: every second byte of markup and of most texts is NUL. `nil` for anything else.
    ///
    /// A NUL is damage in any other text, and never so regular.
    static func encoding(of bytes: [UInt8]) -> TextEncoding? {
        bytes.withUnsafeBufferPointer { whole in
            let sample = UnsafeBufferPointer(rebasing: whole.prefix(sampleLength))
            guard sample.next(0, from: 0) != nil else { return nil }
            var (even, odd) = (0, 0)
            for (index, byte) in sample.enumerated() where byte == 0 {
                if index & 1 == 0 { even += 1 } else { odd += 1 }
            }
            let pairs = sample.count / 2
            guard pairs >= 8 else { return nil }
            // One in six: a page whose words are of another script still has its tags.
            if odd * 6 >= pairs, even * 8 < odd { return .utf16LittleEndian }
            if even * 6 >= pairs, odd * 8 < even { return .utf16BigEndian }
            return nil
        }
    }
}
