import Testing

@testable import LinkResolver

@Suite("What is read of an answer")
struct ReadingPlanTests {
    private static func head(
        _ status: Int, location: String? = nil, refresh: String? = nil, contentType: String? = nil, contentLength: Int? = nil
    ) -> AnswerHead {
        var head = AnswerHead(status: status, contentLength: contentLength)
        (head.headers[.location], head.headers[.refresh], head.headers[.contentType]) = (location, refresh, contentType)
        return head
    }

    @Test(
        "a page is searched, a short body is let pass, a long one is not read",
        arguments: [
            (head(200, contentType: "text/html; charset=utf-8"), ReadingPlan.page),
            (head(200, contentType: "TEXT/HTML"), .page), (head(200, contentType: nil), .page),
            (head(404, contentType: "text/html"), .page),
            (head(200, contentType: "application/xhtml+xml"), .page),
            (head(302, location: nil, contentType: "text/html"), .page),
            (head(200, refresh: "5", contentType: "text/html"), .page),
            (head(301, location: "/x", contentType: "text/html", contentLength: 200), .drain),
            (head(301, location: "/x", contentType: "text/html"), .drain),
            (head(301, location: "/x", contentType: "text/html", contentLength: 1_000_000), .stop),
            (head(200, refresh: "0;url=/x", contentType: "text/html", contentLength: 5), .drain),
            (head(200, contentType: "application/pdf", contentLength: 9_000_000), .stop),
            (head(200, contentType: "image/png", contentLength: 100), .drain),
        ])
    func plan(head: AnswerHead, plan: ReadingPlan) {
        #expect(ReadingPlan(for: head) == plan)
    }
}
