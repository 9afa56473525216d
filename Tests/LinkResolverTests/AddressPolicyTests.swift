import Testing

@testable import LinkResolver

@Suite("Which addresses are public")
struct AddressPolicyTests {
    @Test(
        "an address that is not public is known in every spelling",
        arguments: [
            // This network, and loopback, as every resolver accepts them.
            "0.0.0.0", "0", "0.1.2.3", "127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.1", "0X7F.0.0.1", "017700000001",
            "0177.0.0.1", "127.0.0.1.", "127.255.255.254",
            // Private, shared, link-local and the metadata services of clouds.
            "10.0.0.0", "10.255.255.255", "0xa000001", "100.64.0.1", "100.127.255.255", "100.100.100.200", "169.254.169.254", "2852039166",
            "169.254.0.0", "172.16.0.1", "172.31.255.255", "192.168.0.1", "192.168.255.255", "3232235521",
            // Reserved.
            "192.0.0.1", "192.0.0.170", "192.0.2.1", "192.88.99.1", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9",
            "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
            // IPv6: unspecified, loopback, with zone and brackets.
            "::", "::1", "[::1]", "0:0:0:0:0:0:0:1", "0000::0001", "::1%eth0",
            // IPv4 inside IPv6: compatible, mapped, translated, NAT64, 6to4, Teredo, ISATAP.
            "::127.0.0.1", "::7f00:1", "::8.8.8.8", "::ffff:127.0.0.1", "::ffff:7f00:1", "::FFFF:10.0.0.1", "::ffff:169.254.169.254",
            "::ffff:0:127.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b::10.1.2.3", "64:ff9b:1::1", "64:ff9b:1::8.8.8.8",
            "2002:7f00:1::", "2002:a00:1::1", "2002:c0a8:101::1", "2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2",
            "2a00:1::5efe:10.0.0.1",
            "2a00:1::200:5efe:192.168.1.1",
            // IPv6: unique local, link-local, site-local, multicast, discard, documentation, protocols, SRv6, and what is not allotted.
            "fc00::1", "fd00::2", "fd12:3456:789a::1", "fe80::1", "fe80::1%1", "febf::1", "fec0::1", "ff02::1", "ff0e::1", "100::1",
            "2001:db8::1", "2001:2::1", "2001:10::1", "2001:20::1", "2001:1ff::1", "3fff::1", "3fff:fff::1", "5f00::1", "4000::1", "1::1",
            "8000::1", "e000::1",
        ])
    func isNotPublic(spelling: String) throws {
        let address = try #require(IPAddress(spelling: spelling))
        #expect(!AddressPolicy.isPublic(address), "\(address)")
    }

    @Test(
        "an address on the open internet is public, also where it is wrapped",
        arguments: [
            "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.1", "134744072",
            "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.1", "192.167.255.255", "192.169.0.0",
            "198.17.255.255",
            "198.20.0.0", "223.255.255.255", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::1", "2606:4700:4700::1111",
            "2001:200::1", "2001:4860:4860::8888", "2a00:1::5efe:8.8.8.8", "2000::1", "3ffe::1", "3fff:1000::1",
        ])
    func isPublic(spelling: String) throws {
        let address = try #require(IPAddress(spelling: spelling))
        #expect(AddressPolicy.reasonAgainst(address) == nil)
    }

    @Test(
        "a name is not an address", arguments: ["", "localhost", "bit.ly", "1.2.3.4.5", "256.1.1.1", "0x100000000", "::g", "127.0.0.1 x"])
    func names(spelling: String) {
        #expect(IPAddress(spelling: spelling) == nil)
    }

    @Test(
        "the reason names what an address is, and what it is wrapped in",
        arguments: [
            ("10.1.2.3", "private (RFC 1918)"),
            ("::ffff:10.1.2.3", "10.1.2.3 in IPv4-mapped IPv6 (RFC 4291), private (RFC 1918)"),
            ("64:ff9b::7f00:1", "127.0.0.1 in NAT64 (RFC 6052), loopback (RFC 1122)"),
            ("::1", "loopback"),
        ])
    func reason(spelling: String, reason: String) throws {
        #expect(AddressPolicy.reasonAgainst(try #require(IPAddress(spelling: spelling))) == reason)
    }
}
