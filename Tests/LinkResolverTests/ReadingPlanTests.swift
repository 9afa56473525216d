import Testing

@testable import LinkResolver

@Suite("What is read of an answer")
struct ReadingPlanTests {
    @Test(
        "a page is searched, a short body is let pass, a long one is not read",
        arguments: [
            (AnswerHead(status: 200, contentType: "text/html; charset=utf-8"), ReadingPlan.page),
            (AnswerHead(status: 200, contentType: "TEXT/HTML"), .page), (AnswerHead(status: 200, contentType: nil), .page),
            (AnswerHead(status: 404, contentType: "text/html"), .page),
            (AnswerHead(status: 200, contentType: "application/xhtml+xml"), .page),
            (AnswerHead(status: 302, location: nil, contentType: "text/html"), .page),
            (AnswerHead(status: 200, refresh: "5", contentType: "text/html"), .page),
            (AnswerHead(status: 301, location: "/x", contentType: "text/html", contentLength: 200), .drain),
            (AnswerHead(status: 301, location: "/x", contentType: "text/html"), .drain),
            (AnswerHead(status: 301, location: "/x", contentType: "text/html", contentLength: 1_000_000), .stop),
            (AnswerHead(status: 200, refresh: "0;url=/x", contentType: "text/html", contentLength: 5), .drain),
            (AnswerHead(status: 200, contentType: "application/pdf", contentLength: 9_000_000), .stop),
            (AnswerHead(status: 200, contentType: "image/png", contentLength: 100), .drain),
        ])
    func plan(head: AnswerHead, plan: ReadingPlan) {
        #expect(ReadingPlan(for: head) == plan)
    }
}
