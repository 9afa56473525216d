import ShortLinks

/// Links that hold their target: decoded without asking anyone, by the rules of their service.
enum LocalDecoding {
    /// The target of a link; `nil` where it holds none that is an absolute `http` or `https` URL.
    static func target(of url: WebURL, service: Service?) -> String? {
        for rule in service?.local ?? [] where url.path == rule.path || rule.path.hasSuffix("/") && url.path.hasPrefix(rule.path) {
            if let name = rule.parameter {
                guard let value = url.parameter(name) else { continue }
                let target = withoutKey(value, length: rule.key)
                if target.lowercased().hasPrefix("http://") || target.lowercased().hasPrefix("https://") { return target }
            } else if let target = filled(rule, from: url) {
                return target
            }
        }
        return nil
    }

    private static func filled(_ rule: Service.LocalRule, from url: WebURL) -> String? {
        let code = url.path.dropFirst(rule.path.count)
        guard !code.isEmpty, !code.contains("/"), let template = rule.template else { return nil }
        var target = template.replacing("{code}", with: code)
        if template.contains("{base58}") {
            guard let number = base58(code) else { return nil }
            target = target.replacing("{base58}", with: String(number))
        }
        for name in rule.keep ?? [] {
            guard let query = url.query else { break }
            for pair in query.split(separator: "&") where pair.hasPrefix("\(name)=") {
                target += (target.contains("?") ? "&" : "?") + pair
            }
        }
        return target
    }

    /// A target without the key behind it: a colon, and so many letters and digits.
    private static func withoutKey(_ target: String, length: Int?) -> String {
        guard let length, target.count > length else { return target }
        let key = target.suffix(length)
        let isKey = key.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == 0x2D || $0 == 0x5F }
        let rest = target.dropLast(length)
        return isKey && rest.hasSuffix(":") ? String(rest.dropLast()) : target
    }

    /// Flickr's base 58: digits and letters without those that look alike.
    private static func base58(_ code: Substring) -> UInt64? {
        let alphabet = Array("123456789abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ")
        var number: UInt64 = 0
        for character in code {
            guard let digit = alphabet.firstIndex(of: character) else { return nil }
            let (product, isTooLarge) = number.multipliedReportingOverflow(by: 58)
            let (sum, isStillTooLarge) = product.addingReportingOverflow(UInt64(digit))
            guard !isTooLarge, !isStillTooLarge else { return nil }
            number = sum
        }
        return number
    }
}
