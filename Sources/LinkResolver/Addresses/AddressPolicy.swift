/// Which addresses are public: those that any host on the open internet can reach.
///
/// From the IANA registries of special-purpose addresses (RFC 6890). For IPv6 it is the other way round: nothing but global unicast
/// (`2000::/3`), less what is carved out of it, so that a range nobody thought of is refused.
enum AddressPolicy {
    private struct Block {
        let prefix: [UInt8]
        let bits: Int
        let name: String

        init(_ prefix: [UInt8], _ bits: Int, _ name: String) {
            self.prefix = prefix
            self.bits = bits
            self.name = name
        }
    }

    private static let ipv4: [Block] = [
        Block([0], 8, "of this network (RFC 791)"),
        Block([10], 8, "private (RFC 1918)"),
        Block([100, 64], 10, "a carrier's shared space (RFC 6598)"),
        Block([127], 8, "loopback (RFC 1122)"),
        Block([169, 254], 16, "link-local (RFC 3927)"),
        Block([172, 16], 12, "private (RFC 1918)"),
        Block([192, 0, 0], 24, "reserved for protocols (RFC 6890)"),
        Block([192, 0, 2], 24, "for documentation (RFC 5737)"),
        Block([192, 88, 99], 24, "a former 6to4 relay (RFC 7526)"),
        Block([192, 168], 16, "private (RFC 1918)"),
        Block([198, 18], 15, "for benchmarks (RFC 2544)"),
        Block([198, 51, 100], 24, "for documentation (RFC 5737)"),
        Block([203, 0, 113], 24, "for documentation (RFC 5737)"),
        Block([224], 4, "multicast (RFC 5771)"),
        Block([240], 4, "reserved or broadcast (RFC 1112)"),
    ]

    /// Inside `2000::/3`.
    private static let ipv6: [Block] = [
        Block([0x20, 0x01, 0x00, 0x00], 32, "Teredo (RFC 4380)"),
        Block([0x20, 0x01, 0x00], 23, "reserved for protocols (RFC 2928)"),
        Block([0x20, 0x01, 0x0D, 0xB8], 32, "for documentation (RFC 3849)"),
        Block([0x3F, 0xFF, 0x00], 20, "for documentation (RFC 9637)"),
    ]

    /// Why an address is not public, in words that complete "the address is …"; `nil` where it is.
    static func reasonAgainst(_ address: IPAddress) -> String? {
        if address.isIPv4 { return ipv4.first { address.starts(with: $0.prefix, bits: $0.bits) }?.name }
        if let (kind, inner) = ipv4Inside(address) { return reasonAgainst(inner).map { "\(inner) in \(kind), \($0)" } }
        guard address.starts(with: [0x20], bits: 3) else {
            if address.bytes.dropLast().allSatisfy({ $0 == 0 }) { return address.bytes.last == 1 ? "loopback" : "unspecified" }
            return "not global unicast (RFC 4291)"
        }
        return ipv6.first { address.starts(with: $0.prefix, bits: $0.bits) }?.name
    }

    static func isPublic(_ address: IPAddress) -> Bool { reasonAgainst(address) == nil }

    /// The IPv4 address that a packet to this IPv6 address ends up at.
    private static func ipv4Inside(_ address: IPAddress) -> (kind: String, address: IPAddress)? {
        if address.starts(with: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], bits: 96) {
            return ("IPv4-mapped IPv6 (RFC 4291)", address.embeddedIPv4(at: 12))
        }
        if address.starts(with: [0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0], bits: 96) {
            return ("NAT64 (RFC 6052)", address.embeddedIPv4(at: 12))
        }
        if address.starts(with: [0x20, 0x02], bits: 16) { return ("6to4 (RFC 3056)", address.embeddedIPv4(at: 2)) }
        // ISATAP: an interface identifier 0000:5efe or 0200:5efe, then the IPv4 address of the host behind the tunnel (RFC 5214).
        let identifier = Array(address.bytes[8..<12])
        if address.starts(with: [0x20], bits: 3), identifier == [0, 0, 0x5E, 0xFE] || identifier == [2, 0, 0x5E, 0xFE] {
            return ("ISATAP (RFC 5214)", address.embeddedIPv4(at: 12))
        }
        return nil
    }
}
