/// What the user said about where to connect: the rules of `--connect-to` and `--resolve`, in curl's syntax.
///
/// curl itself acts on them; they are read here only to know which private addresses the user named, and to report mistakes in them
/// before the first request instead of ignoring them as libcurl does.
struct ConnectionOverrides: Sendable {
    private struct ConnectTo {
        var fromHost: String, fromPort: Int?
        var toHost: String, toPort: Int?
    }

    private struct Resolve {
        var host: String, port: Int
        var addresses: [IPAddress]
    }

    private var connectRules: [ConnectTo] = []
    private var resolveRules: [Resolve] = []

    init(connectTo: [String], resolve: [String]) throws(ResolverError) {
        for text in connectTo {
            guard let rule = Self.connectRule(text) else {
                throw .invalidOption(option: "--connect-to", value: text, reason: "expected HOST1:PORT1:HOST2:PORT2")
            }
            connectRules.append(rule)
        }
        for text in resolve {
            guard let rule = Self.resolveRule(text) else {
                throw .invalidOption(option: "--resolve", value: text, reason: "expected HOST:PORT:ADDRESS[,ADDRESS]…")
            }
            resolveRules.append(rule)
        }
    }

    /// Whether the user's own rules lead a request for `host:port` to this address and port.
    func name(_ address: IPAddress, port connectionPort: Int, forHost host: String, port: Int) -> Bool {
        if let rule = connectRule(forHost: host, port: port), !rule.toHost.isEmpty { return connectionPort == rule.toPort ?? port }
        return resolveRules.contains {
            ($0.host == "*" || $0.host == host) && $0.port == port && $0.port == connectionPort && $0.addresses.contains(address)
        }
    }

    /// Whether a request for `host:port` goes to another host, so that what is wrong with the name is not the link's fault.
    func divert(host: String, port: Int) -> Bool { connectRule(forHost: host, port: port).map { !$0.toHost.isEmpty } ?? false }

    /// The first rule that fits and says something, as in curl.
    private func connectRule(forHost host: String, port: Int) -> ConnectTo? {
        connectRules.first { rule in
            (rule.fromHost.isEmpty || rule.fromHost == host) && (rule.fromPort == nil || rule.fromPort == port)
                && (!rule.toHost.isEmpty || rule.toPort != nil)
        }
    }

    private static func connectRule(_ text: String) -> ConnectTo? {
        let parts = fields(of: text)
        guard parts.count == 4, isEmptyOrPort(parts[1]), isEmptyOrPort(parts[3]) else { return nil }
        return ConnectTo(
            fromHost: hostName(parts[0]), fromPort: port(parts[1]), toHost: hostName(parts[2]), toPort: port(parts[3]))
    }

    private static func resolveRule(_ text: String) -> Resolve? {
        // A leading + means that the entry may time out; it does not change what it names.
        let parts = fields(of: text.hasPrefix("+") ? String(text.dropFirst()) : text, limit: 3)
        guard parts.count == 3, !parts[0].isEmpty, let port = port(parts[1]) else { return nil }
        let addresses = parts[2].split(separator: ",").map { IPAddress(spelling: String($0)) }
        guard !addresses.isEmpty, addresses.allSatisfy({ $0 != nil }) else { return nil }
        return Resolve(host: hostName(parts[0]), port: port, addresses: addresses.compactMap { $0 })
    }

    /// The parts between colons; a colon inside brackets belongs to an IPv6 address.
    private static func fields(of text: String, limit: Int = 4) -> [String] {
        var fields = [""]
        var inBrackets = false
        for character in text {
            if character == "[" { inBrackets = true }
            if character == "]" { inBrackets = false }
            if character == ":", !inBrackets, fields.count < limit {
                fields.append("")
            } else {
                fields[fields.count - 1].append(character)
            }
        }
        return fields
    }

    private static func port(_ text: String) -> Int? { UInt16(text).flatMap { $0 > 0 ? Int($0) : nil } }

    private static func isEmptyOrPort(_ text: String) -> Bool { text.isEmpty || port(text) != nil }

    /// As ``WebURL/host`` has it: in lower case, without brackets.
    private static func hostName(_ text: String) -> String {
        let bare = text.hasPrefix("[") && text.hasSuffix("]") ? String(text.dropFirst().dropLast()) : text
        return bare.lowercased()
    }
}
