internal import Markup

/// What templates say of an element in the words of `class`, `id`, `itemprop`, `property` and `role`, as far as it concerns the post.
struct PostMarks: OptionSet {
    let rawValue: UInt16

    /// Around the post and none of it: share bars, related posts, advertisements, navigation, forms, comments.
    static let aside = PostMarks(rawValue: 1)
    /// A line of facts about the post: of it when long, a byline when short.
    static let meta = PostMarks(rawValue: 2)
    /// Of or about the author.
    static let author = PostMarks(rawValue: 4)
    /// When the post was published.
    static let published = PostMarks(rawValue: 8)
    /// A date of any kind.
    static let date = PostMarks(rawValue: 16)
    /// When something was changed.
    static let modified = PostMarks(rawValue: 32)
    /// The post's words, as structured data and templates of many sites name them.
    static let body = PostMarks(rawValue: 64)
    /// What may be the post's words.
    static let maybeBody = PostMarks(rawValue: 128)
    static let title = PostMarks(rawValue: 256)
    /// The post with all that belongs to it.
    static let post = PostMarks(rawValue: 512)
    /// Not to be seen.
    static let hidden = PostMarks(rawValue: 1024)
    /// A path to the page, the page's own navigation: headings in it repeat others.
    static let navigation = PostMarks(rawValue: 2048)
    /// An author's portrait with more than a name.
    static let authorBox = PostMarks(rawValue: 4096)
    /// Comments, or the form for them: never a part of the post, however long they are.
    static let comments = PostMarks(rawValue: 8192)

    /// The site's own name and emblem.
    static let site = PostMarks(rawValue: 16384)

    init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    // MARK: - Words

    /// Whole words of a name: `social` is one in `post-social` and `postSocial`, none in `antisocial`.
    private static let words: [(mark: PostMarks, words: String)] = [
        (
            .aside,
            """
            share sharing shares sharer sharebar shareable sharethis sharedaddy shariff sociable social socials teilen partager partage compartir condividi delen
            addthis addtoany addtoany a2a heateor ssba sfsi essb mashsb mashshare jp-relatedposts flattr printfriendly printfriendly
            related relates recirc relatedposts yarpp crp rp4wp zergnet outbrain taboola plista recommended recommendations recommande recommends
            ad ads adv advert advertisement advertising adsense adsbygoogle adslot adbox werbung anzeige publicidad publicite pubblicita reklame sponsor
            sponsored promo promotion promos banner teaser teasers
            sidebar widget widgets newsletter subscribe subscription subscribe2 abo mailchimp optin signup paywall
            rating ratings ratingblock kksr voting votes like likes
            breadcrumb breadcrumbs pagination pager pagenav postnav
            tags taglist taglinks catlinks categories taxonomies taxonomy labels keywords stichworte schlagworte schlagwoerter
            footer foot entryfooter postfooter itemfooter toolbar toolbox tools print cookie consent gdpr captcha infobox outbrain
            trackback trackbacks pingback feedback permalink morelink readmore
            """
        ),
        (.comments, "comment comments kommentar kommentare commentaires comentarios commenti reacties commentlist respond disqus"),
        (.navigation, "nav navi navigation menu breadcrumb breadcrumbs sidebar widget footer related teaser teasers comments respond"),
        (
            .meta,
            "meta postmeta postmetadata metadata metainfo entrymeta byline dateline infos postinfo entryinfo articleinfo subline subtitle"
        ),
        (
            .author,
            "author autor auteur autore authors autoren auteurs autori byline writer verfasser redacteur articlecreator creator postedby redakteur contributor author-name"
        ),
        (.published, "published pubdate publication publish posted"),
        (.date, "date datum fecha datetime day timestamp posted published publish veroeffentlicht postdate entrydate dateheader"),
        (.modified, "modified updated update aktualisiert lastmod"),
        (.title, "title headline titre titulo titolo titel storytitle posttitle entrytitle heading"),
        (.maybeBody, "postbody body content text texte texto testo inhalt story entry entrytext prose article wysiwyg"),
        (.authorBox, "bio authorbox authorbio authorinfo autorenbox aboutauthor abh"),
    ]

    /// Whole names, `_` as `-`.
    private static let names: [(mark: PostMarks, words: String)] = [
        (
            .body,
            """
            articlebody e-content entry-content post-content post-body entry-body article-content article-body article-text post-text content:encoded
            storycontent story-body story-content post-entry blog-post-content postcontent entrytext entry-text single-content td-post-content
            articlecontent articletext article-content-inner field-name-body field--name-body blog-content news-content pf-content
            post-body-content entrybody text-content schema:articlebody sioc:content js-post-body post-message
            """
        ),
        (.post, "hentry h-entry blogposting type-post blog-post post-full post-single post"),
        (.title, "entry-title post-title p-name dc:title article-title dct:title schema:headline schema:name"),
        (
            .published,
            "entry-date dt-published datepublished datecreated date-published post-date dc:date dc:created schema:datepublished dcterms:created"
        ),
        (
            .hidden,
            """
            hidden invisible sronly visuallyhidden screen-reader-text screen-reader sr-only visually-hidden d-none element-invisible assistive-text
            u-hidden is-hidden v-visible-sr rich-snippet-hidden
            """
        ),
        // Dialogs about cookies: often longer than the post, and never of the page. Names of the programs that show them.
        (
            .hidden,
            """
            onetrust-consent-sdk onetrust-banner-sdk onetrust-pc-sdk cybotcookiebotdialog cybotcookiebotdialogbody
            cookiebanner qc-cmp2-container qc-cmp-ui-container didomi-host didomi-popup didomi-notice truste-consent-track trustarc-banner
            truste-overlay consent-blackbar usercentrics-root uc-banner uc-consent cky-consent-container cky-modal cky-consent-bar
            cookie-law-info-bar cli-modal clisettingspopup cmplz-cookiebanner cmplz-cookiebanner-container borlabscookiebox borlabscookie
            iubenda-cs-banner osano-cm-window osano-cm-dialog cc-window klaro sp-message-container fc-consent-root
            moove-gdpr-cookie-info-bar moove-gdpr-cookie-modal tarteaucitronroot axeptio-overlay termly-code-snippet-support evidon-banner
            cookie-notice cookie-banner cookie-bar cookie-consent cookie-modal cookie-dialog cookie-popup cookie-overlay cookie-settings
            cookieconsent cookie-law gdpr-banner gdpr-consent gdpr-cookie-notice gdpr-modal consent-banner consent-dialog consent-modal
            privacy-preference-center
            """
        ),
        (
            .aside,
            """
            post-navigation nav-links nav-previous nav-next read-more more-link edit-link post-edit-link post-footer entry-footer wp-pagenavi
            jp-post-flair entry-utility entry-tags post-tags article-tags cat-links tags-links tag-links post-labels post-categories entry-categories
            post-ratings g-plusone twitter-share-button fb-like skip-link printonly
            shared-counts-wrap pin-it-btn-wrapper wprm-recipe-snippet tasty-recipes-quick-links jump-to-recipe recipe-jump jump-link
            wprm-recipe-jump wprm-jump-to-recipe-shortcode wprm-jump-to-video-shortcode tasty-recipes-jump-link mv-create-jtr mv-create-jtr-link mv-create-jtr-wrapper
            """
        ),
        (
            .authorBox,
            """
            author-box author-bio author-info author-description about-author author-about post-author-box author-profile author-card m-author
            entry-author-info saboxplugin-wrap
            """
        ),
        (
            .site,
            "masthead branding site-branding site-header blog-header site-title site-name blog-title blog-name sitename logo brand navbar-brand"
        ),
        (.meta, "entry-meta post-meta article-meta post-info entry-info article-info post-byline"),
        (.author, "posted-by p-author dc:creator schema:author"),
    ]

    /// Beginnings of words that plug-ins vary: `sharedaddy`, `addthis_toolbox`, `relatedarticles`.
    private static let beginnings: [(mark: PostMarks, start: String)] = [
        (.aside, "addthis"), (.aside, "addtoany"), (.aside, "sharethis"), (.aside, "socialmedia"), (.aside, "sociallinks"),
        (.aside, "relatedp"), (.aside, "relateda"), (.aside, "commentform"), (.aside, "newsletter"), (.aside, "sharebutton"),
        (.aside, "heateor"), (.aside, "adsbygoogle"), (.aside, "atatags"), (.aside, "iqadtile"), (.aside, "adzone"),
    ]

    // MARK: - Tables

    struct Tables: Sendable {
        let byWord: MarkTable
        let byName: MarkTable
        /// The beginnings of words, by their first byte.
        let byBeginning: [[(start: [UInt8], mark: PostMarks)]]
    }

    static let tables = Tables(
        byWord: table(words), byName: table(names),
        byBeginning: (0..<256).map { first in
            beginnings.map { (start: Array($0.start.utf8), mark: $0.mark) }.filter { $0.start.first.map(Int.init) == first }
        })

    private static func table(_ entries: [(mark: PostMarks, words: String)]) -> MarkTable {
        var table: [String: PostMarks] = [:]
        for (mark, words) in entries {
            for word in words.split(whereSeparator: \.isSpace) { table[String(word), default: []].formUnion(mark) }
        }
        return MarkTable(table)
    }
}

/// Finds the marks of a word. Most words are told by their first byte and their length to be none that has any.
struct MarkTable: Sendable {
    private let table: WordTable
    /// For each first byte, a bit for each length of a word.
    private var lengths: [UInt64]

    init(_ marks: [String: PostMarks]) {
        table = WordTable(marks.map { (WordHash(bytes: $0.key.utf8), UInt32($0.value.rawValue)) })
        lengths = Array(repeating: 0, count: 256)
        for word in marks.keys { lengths[Int(word.utf8.first ?? 0)] |= Self.bit(word.utf8.count) }
    }

    private static func bit(_ length: Int) -> UInt64 { 1 << UInt64(min(length, 63)) }

    func mayHold(first: UInt8, length: Int) -> Bool { lengths[Int(first)] & Self.bit(length) != 0 }

    subscript(hash: WordHash) -> PostMarks {
        table[hash].map { PostMarks(rawValue: UInt16(truncatingIfNeeded: $0)) } ?? []
    }
}
