internal import Glibc

/// Owner of one iconv descriptor.
struct IconvConverter: ~Copyable {
    private let descriptor: iconv_t

    /// Opens a converter to UTF-8; `nil` if the system has none for this encoding.
    init?(from encoding: TextEncoding) {
        guard let opened = iconv_open("UTF-8", encoding.converter), Int(bitPattern: opened) != -1 else { return nil }
        descriptor = opened
    }

    deinit {
        iconv_close(descriptor)
    }

    /// Converts all bytes. What cannot be converted becomes U+FFFD, byte by byte, and is counted.
    func convert(_ bytes: [UInt8]) -> (utf8: [UInt8], replaced: Int) {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 4)
        var replaced = 0
        var chunk = [CChar](repeating: 0, count: 64 * 1024)
        var input = bytes.map { CChar(bitPattern: $0) }
        input.withUnsafeMutableBufferPointer { input in
            var position = input.baseAddress
            var left = input.count
            while left > 0 {
                let failure = step(&position, &left, &chunk, &output)
                switch failure {
                case 0, E2BIG: continue
                default:
                    // EILSEQ: a byte that is none of this encoding's; EINVAL: the text ends within a character.
                    output.append(contentsOf: "\u{FFFD}".utf8)
                    replaced += 1
                    position = position?.advanced(by: 1)
                    left -= 1
                }
            }
        }
        return (output, replaced)
    }

    /// One call of iconv; returns its error number, 0 for none.
    private func step(
        _ position: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, _ chunk: inout [CChar], _ output: inout [UInt8]
    ) -> Int32 {
        chunk.withUnsafeMutableBufferPointer { buffer in
            var target = buffer.baseAddress
            var room = buffer.count
            let result = iconv(descriptor, &position, &left, &target, &room)
            let failure = result == -1 ? errno : 0
            output.append(contentsOf: buffer.prefix(buffer.count - room).lazy.map { UInt8(bitPattern: $0) })
            return failure
        }
    }
}
