/// The query parameters that say who sent a visitor, and nothing of what the visitor is to see.
///
/// A short list on purpose: a parameter is in it where its name is its owner's alone. `ref`, `source`, `site` or `id` mean something on many
/// sites, and are what the users of longer lists complain of (ClearURLs/Addon#179, ClearURLs/Rules#70).
enum TrackingParameters {
    /// A name, or the beginning of one, and what says that it only tracks.
    struct Row: Sendable {
        var name: String
        var isPrefix = false
        var evidence: String
    }

    private static let firefox = "in the list of query parameters that Firefox strips (privacy.query_stripping.strip_list)"

    static let rows: [Row] = [
        Row(name: "utm_", isPrefix: true, evidence: "Google Analytics, campaign parameters; added by FeedBurner, newsletters, schedulers"),
        Row(name: "gclid", evidence: "Google Ads click identifier; " + firefox),
        Row(name: "gclsrc", evidence: "Google Ads, which product made the gclid"),
        Row(name: "dclid", evidence: "Google Marketing Platform click identifier; " + firefox),
        Row(name: "gbraid", evidence: "Google Ads, in place of gclid on iOS; " + firefox),
        Row(name: "wbraid", evidence: "Google Ads, in place of gclid on iOS; " + firefox),
        Row(name: "fbclid", evidence: "Facebook click identifier; " + firefox),
        Row(name: "igshid", evidence: "Instagram, who shared; " + firefox),
        Row(name: "msclkid", evidence: "Microsoft Advertising click identifier; " + firefox),
        Row(name: "twclid", evidence: "Twitter click identifier; " + firefox),
        Row(name: "ttclid", evidence: "TikTok click identifier"),
        Row(name: "li_fat_id", evidence: "LinkedIn, first-party ad tracking"),
        Row(name: "yclid", evidence: "Yandex.Direct click identifier; " + firefox),
        Row(name: "ysclid", evidence: "Yandex search click identifier"),
        Row(name: "_openstat", evidence: "Openstat campaign mark; " + firefox),
        Row(name: "mc_cid", evidence: "Mailchimp campaign identifier"),
        Row(name: "mc_eid", evidence: "Mailchimp, which subscriber; " + firefox),
        Row(name: "ml_subscriber", evidence: "MailerLite, which subscriber; " + firefox),
        Row(name: "ml_subscriber_hash", evidence: "MailerLite, which subscriber; " + firefox),
        Row(name: "mkt_tok", evidence: "Marketo, which recipient of a mail"),
        Row(name: "oly_anon_id", evidence: "Omeda, which subscriber; " + firefox),
        Row(name: "oly_enc_id", evidence: "Omeda, which subscriber; " + firefox),
        Row(name: "vero_conv", evidence: "Vero, conversions of a mail; " + firefox),
        Row(name: "vero_id", evidence: "Vero, which recipient of a mail; " + firefox),
        Row(name: "rb_clickid", evidence: "Rakuten click identifier; " + firefox),
        Row(name: "wickedid", evidence: "Wicked Reports, which visitor; " + firefox),
        Row(name: "_hsenc", evidence: "HubSpot, which recipient of a mail; " + firefox),
        Row(name: "_hsmi", evidence: "HubSpot, which mail"),
        Row(name: "__hsfp", evidence: "HubSpot, fingerprint of the visitor; " + firefox),
        Row(name: "__hssc", evidence: "HubSpot, session of the visitor; " + firefox),
        Row(name: "__hstc", evidence: "HubSpot, the visitor; " + firefox),
        Row(name: "hsCtaTracking", evidence: "HubSpot, which button; " + firefox),
    ]

    private static let names = Set(rows.filter { !$0.isPrefix }.map { $0.name.lowercased() })
    private static let prefixes = rows.filter(\.isPrefix).map { $0.name.lowercased() }

    /// Whether a parameter of this name only tracks. Case does not count: mail programs and content management systems change it.
    static func contains(_ name: some StringProtocol) -> Bool {
        let name = name.lowercased()
        return names.contains(name) || prefixes.contains { name.hasPrefix($0) && name.utf8.count > $0.utf8.count }
    }
}
