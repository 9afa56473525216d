import Glibc

/// An IPv4 or IPv6 address, as bytes in network order.
struct IPAddress: Hashable, Sendable, CustomStringConvertible {
    /// Four bytes or sixteen.
    let bytes: [UInt8]

    var isIPv4: Bool { bytes.count == 4 }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// Reads every spelling that the system's resolver takes for an address: dotted, short, octal, hexadecimal, one number; IPv6 with or
    /// without brackets and zone; a trailing dot. `nil` for names.
    init?(spelling: String) {
        guard Self.mayBeAddress(spelling.utf8) else { return nil }
        var text = Substring(spelling)
        if text.hasPrefix("["), text.hasSuffix("]") { text = text.dropFirst().dropLast() }
        while text.hasSuffix(".") { text.removeLast() }
        let host = String(text.prefix { $0 != "%" })
        var six = in6_addr()
        var four = in_addr()
        if inet_pton(AF_INET6, host, &six) == 1 {
            bytes = withUnsafeBytes(of: &six) { Array($0) }
        } else if !host.utf8.contains(where: { $0 <= 0x20 }), inet_aton(host, &four) == 1 {
            // inet_aton also takes "127.0.0.1 and more"; a host with white space is no address.
            bytes = withUnsafeBytes(of: &four) { Array($0) }
        } else {
            return nil
        }
    }

    /// `false` for the many hosts that are names at a glance: no colon, and a last label that does not begin with a digit.
    private static func mayBeAddress(_ host: String.UTF8View) -> Bool {
        if host.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "%") }) { return true }
        let label = host.reversed().drop { $0 == UInt8(ascii: ".") }.prefix { $0 != UInt8(ascii: ".") }
        return label.last.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
    }

    /// Takes the address out of a socket address; `nil` where it is neither IPv4 nor IPv6, or cut short.
    init?(family: Int32, socketAddress: UnsafeRawBufferPointer) {
        let (offset, length): (Int, Int)
        switch family {
        case AF_INET: (offset, length) = (MemoryLayout<sockaddr_in>.offset(of: \.sin_addr) ?? 4, 4)
        case AF_INET6: (offset, length) = (MemoryLayout<sockaddr_in6>.offset(of: \.sin6_addr) ?? 8, 16)
        default: return nil
        }
        guard socketAddress.count >= offset + length else { return nil }
        bytes = Array(socketAddress[offset..<offset + length])
    }

    /// The IPv4 address in four of an IPv6 address's bytes.
    func embeddedIPv4(at offset: Int) -> IPAddress {
        IPAddress(bytes: Array(bytes[offset..<offset + 4]))
    }

    /// Whether the first `bits` bits are those of `prefix`.
    func starts(with prefix: [UInt8], bits: Int) -> Bool {
        let whole = bits / 8
        guard bytes.prefix(whole).elementsEqual(prefix.prefix(whole)) else { return false }
        let rest = bits % 8
        guard rest > 0 else { return true }
        let mask = UInt8(truncatingIfNeeded: 0xFF00 >> rest)
        return bytes[whole] & mask == prefix[whole] & mask
    }

    var description: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard inet_ntop(isIPv4 ? AF_INET : AF_INET6, bytes, &text, socklen_t(text.count)) != nil else { return "?" }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
