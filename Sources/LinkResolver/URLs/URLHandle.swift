import CLibCurl
import Glibc

/// Owns one `CURLU`, libcurl's own URL parser: what is checked is then exactly what is asked.
final class URLHandle {
    private let pointer: OpaquePointer

    init?() {
        guard let pointer = curl_url() else { return nil }
        self.pointer = pointer
    }

    deinit { curl_url_cleanup(pointer) }

    /// The parts that are read or written.
    enum Part {
        case url, scheme, user, password, options, host, zone, port, fragment

        fileprivate var code: CURLUPart {
            switch self {
            case .url: CURLUPART_URL
            case .scheme: CURLUPART_SCHEME
            case .user: CURLUPART_USER
            case .password: CURLUPART_PASSWORD
            case .options: CURLUPART_OPTIONS
            case .host: CURLUPART_HOST
            case .zone: CURLUPART_ZONEID
            case .port: CURLUPART_PORT
            case .fragment: CURLUPART_FRAGMENT
            }
        }
    }

    /// Sets a part, or removes it. A ``Part/url`` that is relative is resolved against the one that is set already.
    /// - Returns: why it failed; `nil` where it did not.
    func set(_ part: Part, to value: String?) -> WebURL.Problem? {
        // Unknown schemes are parsed, so that "market://…" can be refused by name.
        let result = curl_url_set(pointer, part.code, value, UInt32(CURLU_NON_SUPPORT_SCHEME))
        return result == CURLUE_OK ? nil : WebURL.Problem(code: Int(result.rawValue), message: String(cString: curl_url_strerror(result)))
    }

    /// A part; `nil` where there is none or it cannot be written in ASCII.
    func get(_ part: Part) -> String? {
        let flags: Int32 =
            switch part {
            case .url: CURLU_NO_DEFAULT_PORT | CURLU_PUNYCODE
            case .host: CURLU_PUNYCODE
            case .port: CURLU_DEFAULT_PORT
            default: 0
            }
        var text: UnsafeMutablePointer<CChar>?
        let get = { curl_url_get(self.pointer, part.code, &text, UInt32(flags)) }
        // Only names are read by the locale.
        guard (flags & CURLU_PUNYCODE == 0 ? get() : withUTF8Locale(get)) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }

    /// libidn2 reads host names in the character set of the locale, which under cron is ASCII: "café.fr" would be no host at all.
    /// The locale of this thread only is changed, and only for the call.
    private func withUTF8Locale<T>(_ body: () -> T) -> T {
        guard let address = UTF8Locale.address, let locale = locale_t(bitPattern: address) else { return body() }
        let previous = uselocale(locale)
        defer { uselocale(previous) }
        return body()
    }
}

/// A locale, which nobody changes once it is made: it may be used by all threads. Made once, because making one maps files into memory, and
/// kept until the program ends, so that its address is all that need be known of it.
private enum UTF8Locale {
    static let address = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil).map { UInt(bitPattern: $0) }
}
