import ArchiveStore
import Foundation
import Glibc
import ThreadModel

/// Pages and threads to run the program on.
enum Pages {
    /// A page that every reader of posts can read.
    static func html(_ name: String, links: [String] = []) -> String {
        let anchors = links.map { "<a href=\"\($0)\">\($0)</a>" }.joined(separator: " ")
        return """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>\(name)</title>
            <link rel="canonical" href="http://blog.example/\(name).html"></head><body><article><h1>\(name)</h1>
            <p>Four nights below minus eight, and I walked up to the plot expecting the worst. The beans were gone, of course, and half
            of the chard, but the garlic stood as if nothing had been. \(anchors)</p>
            <p>So this is the list for those who asked what to sow again in March, and what to leave in the ground and hope.</p>
            </article></body></html>
            """
    }

    /// A thread of which every part is known.
    static let thread = CommentThread(
        id: "u-1", url: "http://blog.example/train.html", title: "Le voyage en train", language: "fr",
        post: Post(
            author: Author(name: "Élodie"), published: PublishedDate(printed: "9 février 2011", local: "2011-02-09T10:40"),
            text: "Départ à l'aube, sans café, dans un wagon qui aurait dû partir la veille et dont personne ne savait plus rien.\n\nFin.",
            links: [Link(url: "https://rail.example/horaires")]),
        comments: [
            Comment(
                id: "c1", author: Author(name: "Di@ne"), published: PublishedDate(printed: "hier soir"), text: "Merci !",
                signature: "Diane",
                links: [Link(url: "http://bit.ly/abc", short: true)]),
            Comment(id: "c2", author: Author(name: "Élodie"), text: "De rien.", inReplyTo: "c1", links: []),
            Comment(id: "c3", kind: .pingback, text: "[…] un voyage […]", links: []),
        ],
        source: Source(
            sha256: String(repeating: "0", count: 64), bytes: 1, mediaType: "text/html", encoding: "utf-8", platform: "typepad",
            reader: "typepad"),
        warnings: ["comment c1 has no readable date"])

    /// Makes an archive with the thread, and what is known of its short link.
    static func store(_ threads: [CommentThread] = [thread], _ expansions: [Expansion] = [], in directory: String) throws {
        let writer = try ArchiveWriter(directory: directory)
        for thread in threads { _ = try writer.append(thread) }
        for expansion in expansions { try writer.append(expansion) }
        try writer.close()
    }

    /// Stores other records behind that of a link, and then changes its last letter there: the index, which looks at the end of a file only,
    /// still names the place.
    static func damage(_ link: String, in directory: String) throws {
        let file = URL(fileURLWithPath: directory + "/links/000001.jsonl")
        let writer = try ArchiveWriter(directory: directory)
        for number in 0..<100 {
            try writer.append(Expansion(url: "http://is.gd/\(number)", status: .gone, checkedAt: "2026-01-31T08:00:00Z"))
        }
        try writer.close()
        let text = try String(contentsOf: file, encoding: .utf8)
        try text.replacing(link, with: link.dropLast() + "_").write(to: file, atomically: false, encoding: .utf8)
    }

    static let expansion = Expansion(
        url: "http://bit.ly/abc", status: .hostDead, final: "https://rail.example/carte", via: .redirect, checkedAt: "2026-01-31T08:00:00Z")
}
