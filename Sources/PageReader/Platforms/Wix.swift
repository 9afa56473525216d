extension Platform {
    /// Wix's blog. Its comments are loaded by a script when a reader comes near them, so a page as served is its post alone. Sample: wix.html.
    static let wix = Platform(
        name: "wix",
        generators: ["wix.com"],
        evidence: ["link[href*='static.parastorage.com']", "link[href*='static.wixstatic.com']", "#SITE_CONTAINER [data-hook='post']"],
        post: PostRules(
            title: ["h1[data-hook='post-title']", "[data-hook='post-title']"],
            body: ["[data-hook='post-description']"],
            author: ["[data-hook='post'] [data-hook='user-name']", "[data-hook='user-name']"],
            date: ["[data-hook='post'] [data-hook='time-ago']", "[data-hook='time-ago']"]))
}
