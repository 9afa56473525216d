public import Foundation

/// The services that shorten and wrap links.
public struct ServiceTable: Sendable {
    /// The table that comes with the program, from `services.json`.
    public static let bundled = ServiceTable(bundledServices)

    /// `services.json` is part of the program, and held against this by a test.
    private static var bundledServices: [Service] {
        (try? JSONDecoder().decode([Service].self, from: Data(PackageResources.services_json))) ?? []
    }

    /// All services, in the order of the table.
    public let services: [Service]
    private let numbers: [String: Int]

    /// Makes a table; of two rows with one host the last counts for it.
    public init(_ services: [Service]) {
        self.services = services
        var numbers: [String: Int] = [:]
        for (number, service) in services.enumerated() {
            for host in service.allHosts { numbers[host.lowercased()] = number }
        }
        self.numbers = numbers
    }

    /// This table with the services of a file of the same form: they take precedence.
    ///
    /// - Throws: `DecodingError` if the file is not an array of services.
    public func adding(json: Data) throws -> ServiceTable {
        ServiceTable(services + (try JSONDecoder().decode([Service].self, from: json)))
    }

    /// The service of a host. Case, a leading `www.` and a trailing dot do not count.
    public func service(ofHost host: some StringProtocol) -> Service? {
        // Most hosts come in the form in which the table has them.
        if let number = numbers[String(host)] { return services[number] }
        guard host.hasPrefix("www.") || host.hasSuffix(".") || host.utf8.contains(where: { $0 >= 0x80 || $0 &- 0x41 < 26 })
        else { return nil }
        var name = Substring(host.lowercased())
        if name.hasSuffix(".") { name.removeLast() }
        if name.hasPrefix("www.") { name = name.dropFirst(4) }
        return numbers[String(name)].map { services[$0] }
    }

    /// Whether a host is one of a shortener.
    public func isShortener(host: some StringProtocol) -> Bool { service(ofHost: host)?.isShortener == true }

    /// Whether an absolute `http` or `https` URL is a shortened link: the host is a shortener's and a code follows it.
    public func isShort(_ url: some StringProtocol) -> Bool {
        var url = String(url)
        return url.withUTF8 { host(ofLinkWithCode: $0).map { isShortener(host: $0) } ?? false }
    }

    /// The host of an absolute URL with a path or a query behind it.
    private func host(ofLinkWithCode url: UnsafeBufferPointer<UInt8>) -> String? {
        guard let colon = url.firstIndex(of: UInt8(ascii: ":")), colon == 4 || colon == 5,
            zip(url[..<colon], "https".utf8).allSatisfy({ $0 | 0x20 == $1 })
        else { return nil }
        let behind = url[(colon + 1)...]
        guard behind.starts(with: "//".utf8) else { return nil }
        // A fragment never reaches the shortener.
        let rest = behind.dropFirst(2).prefix { $0 != UInt8(ascii: "#") }
        let authority = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
        guard rest[authority.endIndex...].contains(where: { $0 != UInt8(ascii: "/") }) else { return nil }
        let hostAndPort = authority.split(separator: UInt8(ascii: "@")).last ?? []
        return String(decoding: hostAndPort.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
    }
}

/// The name under which a short link is known everywhere: the service whose codes it belongs to, and its code.
public struct ShortCode: Sendable, Hashable {
    /// ``Service/name``.
    public var service: String
    /// What stands behind the host, byte for byte: codes are case-sensitive. Without the slashes around it, the fragment, and the
    /// punctuation that people type after a link.
    public var code: String

    /// - Parameter url: an absolute URL; `nil` comes back where it is no short link of the table.
    public init?(_ url: String, in table: ServiceTable = .bundled) {
        guard table.isShort(url), let start = url.firstRange(of: "://")?.upperBound else { return nil }
        let rest = url[start...].prefix { $0 != "#" }
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        let host = (authority.split(separator: "@").last ?? "").prefix { $0 != ":" }
        guard let service = table.service(ofHost: host) else { return nil }
        var code = rest[authority.endIndex...].drop { $0 == "/" }
        while let last = code.unicodeScalars.last, Self.isJunk(last) { code.unicodeScalars.removeLast() }
        guard !code.isEmpty else { return nil }
        self.init(service: service.name, code: String(code))
    }

    /// Names a code.
    public init(service: String, code: String) {
        self.service = service
        self.code = code
    }

    /// What comment writers leave at the end of a link, and no shortener puts into a code.
    private static func isJunk(_ scalar: Unicode.Scalar) -> Bool {
        "/.,;:!)]}>'\"»”’…".unicodeScalars.contains(scalar) || scalar.properties.generalCategory == .format
    }
}
