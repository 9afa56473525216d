/// What may be asked, judged by the URL alone, before anything is connected.
///
/// This is the first of two checks. A name that resolves to a private address is caught by the second one, when the connection is made
/// (``Transfer``); a host that *is* a private address is caught here, whatever `--connect-to` would make of it.
struct RequestPolicy: Sendable {
    /// Why a URL is not asked.
    struct Refusal: Hashable, Sendable {
        /// `scheme`, `address` or `port`.
        var kind: String
        var message: String
    }

    var allowPrivate: Bool
    var allowedPorts: Set<Int>

    func refusal(of url: WebURL) -> Refusal? {
        guard url.scheme == "http" || url.scheme == "https" else {
            return Refusal(kind: "scheme", message: "only http and https are asked, not \(url.scheme)")
        }
        if allowPrivate { return nil }
        if let address = IPAddress(spelling: url.host) {
            if let reason = AddressPolicy.reasonAgainst(address) { return Self.refusal(of: address, reason: reason) }
        } else if Self.isLocalName(url.host) {
            return Refusal(kind: "address", message: "the host \(url.host) is this computer (RFC 6761)")
        }
        guard allowedPorts.contains(url.port) else {
            return Refusal(kind: "port", message: "port \(url.port) is not among the allowed ports")
        }
        return nil
    }

    static func refusal(of address: IPAddress, reason: String) -> Refusal {
        Refusal(kind: "address", message: "the address \(address) is not public: it is \(reason)")
    }

    /// Names that mean this computer by standard (RFC 6761, section 6.3) or in the hosts file of common systems.
    private static func isLocalName(_ host: String) -> Bool {
        var name = Substring(host)
        while name.hasSuffix(".") { name.removeLast() }
        return name == "localhost" || name.hasSuffix(".localhost") || name == "localhost.localdomain" || name == "ip6-localhost"
            || name == "ip6-loopback"
    }
}
