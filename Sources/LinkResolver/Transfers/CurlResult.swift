import CLibCurl
import Glibc

/// What libcurl's result codes mean for a link.
enum CurlResult {
    static func failure(_ code: CURLcode, osError: Int, detail: String) -> HopFailure {
        let words = detail.isEmpty ? String(cString: curl_easy_strerror(code)) : detail
        return HopFailure(kind: kind(code, osError: osError), message: words)
    }

    private static func kind(_ code: CURLcode, osError: Int) -> HopFailure.Kind {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: .nameUnknown
        case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: .proxy
        // "No route" and "network unreachable" are as often our network's fault as the host's.
        case CURLE_COULDNT_CONNECT: osError == Int(ECONNREFUSED) ? .connectionRefused : .unreachable
        case CURLE_OPERATION_TIMEDOUT: .timeout
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE,
            CURLE_SSL_ISSUER_ERROR, CURLE_SSL_CRL_BADFILE, CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_INVALIDCERTSTATUS, CURLE_USE_SSL_FAILED:
            .tls
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY, CURLE_HTTP2, CURLE_HTTP2_STREAM, CURLE_BAD_CONTENT_ENCODING,
            CURLE_URL_MALFORMAT:
            .malformed
        default: .broken
        }
    }
}
