import ShortLinks

/// The names under which dumps are kept, and the shorteners they stand for.
struct ServiceNames: Sendable {
    private let services: ServiceTable
    /// By the letters and digits of the names that the URLTeam's projects may have; `nil` where several could be meant.
    private var projects: [String: String?] = [:]

    init(_ services: ServiceTable) {
        self.services = services
        for service in services.services where service.isShortener {
            let names = service.allHosts.flatMap { host in
                let labels = host.split(separator: ".")
                return [Self.letters(host)] + (labels.count == 2 ? [Self.letters(labels[0])] : [])
            }
            for name in Set(names) where name.count > 2 {
                projects[name] = projects[name].map { $0 == service.name ? $0 : nil } ?? service.name
            }
        }
    }

    /// The service that a file or folder is named after by one of its hosts: `bit.ly`, `tr.im-relaunched`.
    func service(ofHostIn stem: Substring) -> String? {
        // Wikimedia's dumps: `shorturls-20240101`.
        if stem.hasPrefix("shorturls-") { return services.service(ofHost: "w.wiki")?.name }
        let host = stem.prefix { $0 != "-" && $0 != "_" && $0 != " " }
        return (services.service(ofHost: stem) ?? services.service(ofHost: host))?.name
    }

    /// The service of one of the URLTeam's projects. They are called after hosts without dots, or without their top-level domain, and codes
    /// of a length may have a project of their own: `goo-gl`, `tinyurl_7`, `bitly_6.2015-07-29-12-00-00`.
    func service(ofProjectIn stem: Substring) -> String? {
        projects[Self.letters(stem.prefix { $0 != "." && $0 != "_" })] ?? nil
    }

    private static func letters(_ name: some StringProtocol) -> String {
        name.lowercased().filter { $0.isLetter || $0.isNumber }
    }
}
