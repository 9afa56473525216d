import CLibCurl
import Foundation

/// The value of a `Retry-After` header (RFC 9110, section 10.2.3): a number of seconds, or a date.
enum RetryAfter {
    /// Seconds from now, never less than 0; `nil` where it is neither form.
    static func seconds(_ value: String, now: Date) -> Double? {
        let text = value.trimmingCharacters(in: .whitespaces)
        if !text.isEmpty, text.allSatisfy({ $0.isASCII && $0.isNumber }) { return Double(text) }
        // libcurl reads every form of HTTP date, the obsolete ones too.
        let instant = curl_getdate(text, nil)
        guard instant >= 0 else { return nil }
        return max(0, Double(instant) - now.timeIntervalSince1970)
    }
}
