internal import Glibc

/// Owner of one iconv descriptor.
struct IconvConverter: ~Copyable {
    private let descriptor: iconv_t
    /// In pages that say GBK, the byte 0x80 is the euro sign (Encoding Standard, section 10.1.1); iconv knows it not.
    private let hasEuroByte: Bool

    /// Opens a converter to UTF-8; `nil` if the system has none for this encoding.
    init?(from encoding: TextEncoding) {
        for name in encoding.converters {
            guard let opened = iconv_open("UTF-8", name), Int(bitPattern: opened) != -1 else { continue }
            descriptor = opened
            hasEuroByte = encoding.name.hasPrefix("gb")
            return
        }
        return nil
    }

    deinit {
        iconv_close(descriptor)
    }

    /// Converts all bytes. What cannot be converted becomes U+FFFD, byte by byte, and is counted; so does a character cut off by the end.
    func convert(_ bytes: [UInt8]) -> (utf8: [UInt8], replaced: Int) {
        bytes.withUnsafeBufferPointer { convert($0) }
    }

    /// Converts all bytes; see the other form.
    func convert(_ bytes: UnsafeBufferPointer<UInt8>) -> (utf8: [UInt8], replaced: Int) {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 2)
        var replaced = 0
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32 * 1024) { chunk in
            // iconv takes a mutable pointer and changes nothing.
            var position = UnsafeMutableRawPointer(mutating: bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
            var left = bytes.count
            while left > 0 {
                let failure = step(&position, &left, chunk, &output)
                if failure == 0 || failure == E2BIG { continue }
                if hasEuroByte, position?.pointee == CChar(bitPattern: 0x80) {
                    output.append(contentsOf: "€".utf8)
                } else {
                    output.append(contentsOf: "\u{FFFD}".utf8)
                    replaced += 1
                }
                // EINVAL: the text ends within a character.
                if failure == EINVAL { break }
                // EILSEQ: a byte that is none of this encoding's.
                position = position?.advanced(by: 1)
                left -= 1
            }
            // Some converters hold a character back that the next one might complete.
            var none: UnsafeMutablePointer<CChar>?
            var nothing = 0
            _ = step(&none, &nothing, chunk, &output)
        }
        return (output, replaced)
    }

    /// One call of iconv; returns its error number, 0 for none.
    private func step(
        _ position: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, _ chunk: UnsafeMutableBufferPointer<CChar>,
        _ output: inout [UInt8]
    ) -> Int32 {
        var target = chunk.baseAddress
        var room = chunk.count
        let result = iconv(descriptor, &position, &left, &target, &room)
        let failure = result == -1 ? errno : 0
        output.append(contentsOf: UnsafeRawBufferPointer(start: chunk.baseAddress, count: chunk.count - room))
        return failure
    }
}
