extension LoopbackWeb {
    /// The short links of the project's sample page, and the made-up places they lead to here.
    public static let demoDestinations: [(link: String, destination: String)] = [
        ("http://bit.ly/cCpTFZ", "http://blog.example.net/2011/02/ruiner-sa-carriere"),
        ("http://bit.ly/gb1xJx", "http://journal.example.org/travail/entretien-annuel"),
        ("http://bit.ly/gw6ZeY", "http://blog.example.net/2010/11/les-reseaux?page=2#commentaires"),
        ("http://bit.ly/e70jVj", "http://videos.example.com/conference/42"),
        ("http://ht.ly/3vA7O", "http://etudes.example.org/rapport-2011.html"),
        ("http://bit.ly/gBrStw", "http://www.example.com/emploi"),
        ("http://bit.ly/cjg8w0", "http://photos.example.net/album/Été"),
    ]

    /// Routes for ``demoDestinations``, in one to three hops of every kind, and on `bit.ly` one for each way in which a link goes wrong:
    /// `/dead`, `/loop`, `/endless`, `/stall`, `/private`, `/to-dead-host`.
    public static let demo: [LoopbackRoute] = shortLinks + troubles + destinations

    private static let shortLinks: [LoopbackRoute] = [
        // One hop.
        LoopbackRoute("http://bit.ly/cCpTFZ", .redirect(status: 301, location: "http://blog.example.net/2011/02/ruiner-sa-carriere")),
        LoopbackRoute("http://bit.ly/gBrStw", .refresh(value: "0; url=http://www.example.com/emploi")),
        // As t.co does for browsers.
        LoopbackRoute(
            "http://bit.ly/gb1xJx",
            .page(
                status: 200,
                html: """
                    <head><noscript><META http-equiv="refresh" content="0;URL=http://journal.example.org/travail/entretien-annuel">\
                    </noscript><title>Moved</title></head><script>location.replace("http:\\/\\/journal.example.org\\/")</script>
                    """)),
        // Two hops, the second relative.
        LoopbackRoute("http://bit.ly/gw6ZeY", .redirect(status: 302, location: "http://blog.example.net/go?to=reseaux")),
        LoopbackRoute(
            "http://blog.example.net/go?to=reseaux", .redirect(status: 301, location: "/2010/11/les-reseaux?page=2#commentaires")),
        // Two shorteners.
        LoopbackRoute("http://bit.ly/e70jVj", .redirect(status: 301, location: "http://ow.ly/i/42")),
        LoopbackRoute("http://ow.ly/i/42", .page(status: 200, html: metaRefresh("0; url=http://videos.example.com/conference/42"))),
        // Three hops.
        LoopbackRoute("http://ht.ly/3vA7O", .redirect(status: 301, location: "//ow.ly/3vA7O")),
        LoopbackRoute("http://ow.ly/3vA7O", .redirect(status: 302, location: "http://etudes.example.org/rapport")),
        LoopbackRoute("http://etudes.example.org/rapport", .refresh(value: "1;url='rapport-2011.html'")),
        // A target that is not ASCII.
        LoopbackRoute("http://bit.ly/cjg8w0", .redirect(status: 301, location: "http://photos.example.net/album/Été")),
    ]

    private static let troubles: [LoopbackRoute] = [
        LoopbackRoute("http://bit.ly/dead", .page(status: 404, html: "<title>No such link</title>")),
        LoopbackRoute("http://bit.ly/loop", .redirect(status: 302, location: "http://ow.ly/loop")),
        LoopbackRoute("http://ow.ly/loop", .redirect(status: 302, location: "http://bit.ly/loop")),
        LoopbackRoute("http://bit.ly/endless", .endless(status: 200)),
        LoopbackRoute("http://bit.ly/stall", .stall(seconds: 20)),
        LoopbackRoute("http://bit.ly/private", .redirect(status: 302, location: "http://127.0.0.1:{port}/secret")),
        LoopbackRoute(host: "127.0.0.1", path: "/secret", answer: .page(status: 200, html: "<title>Secret</title>")),
        LoopbackRoute("http://bit.ly/to-dead-host", .redirect(status: 302, location: "http://dead.invalid/page")),
    ]

    private static let destinations: [LoopbackRoute] = [
        page("http://blog.example.net/2011/02/ruiner-sa-carriere", "Ruiner sa carrière"),
        page("http://journal.example.org/travail/entretien-annuel", "L’entretien annuel"),
        page("http://blog.example.net/2010/11/les-reseaux?page=2", "Les réseaux"),
        page("http://videos.example.com/conference/42", "La conférence"),
        page("http://etudes.example.org/rapport-2011.html", "Rapport 2011"),
        page("http://www.example.com/emploi", "Emploi"),
        page("http://photos.example.net/album/%C3%89t%C3%A9", "Été"),
    ]

    private static func page(_ url: String, _ title: String) -> LoopbackRoute {
        LoopbackRoute(url, .page(status: 200, html: "<!DOCTYPE html><title>\(title)</title><h1>\(title)</h1>"))
    }

    private static func metaRefresh(_ content: String) -> String {
        "<html><head><meta http-equiv=\"refresh\" content=\"\(content)\"></head><body></body></html>"
    }
}
