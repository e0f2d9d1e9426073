import Community
import Database
import ForumSupport
import HTTPTypes
import Kindred
import TestSupport
import Testing
import Web

@Suite("Mail that came back, told by a mail server") struct BounceStoryTests {
  private static let token = "only-the-mail-server-knows"

  private func tell(
    _ forum: TestForum, _ body: String, token: String? = token, type: String = "application/json", origin: String? = nil
  ) async throws -> Answered {
    var headers: HTTPFields = [.contentType: type]
    if let token { headers[.authorization] = "Bearer " + token }
    if let origin { headers[.origin] = origin }
    return try await forum.visitor().send(.post, "/mail/bounces", headers: headers, body: body)
  }

  @Test("with the operator's token it does what the command does, as JSON and as a form, from anywhere and as often as it comes")
  func story() async throws {
    let forum = try await TestForum.make(bounceToken: Self.token)
    try await forum.store.add(.ana)
    let email = Person.ana.email
    func bounce() async throws -> String {
      try await forum.store.read { tx in try tx.value("SELECT bounce FROM member WHERE bounced_at IS NOT NULL") ?? "-" }
    }
    let soft = try await tell(forum, #"{"address":"\#(email)","kind":"soft","reason":"full"}"#)
    #expect(soft.status == 200 && soft.text.contains("Nothing was noted"))
    #expect(try await bounce() == "-")
    let nobody = try await tell(forum, #"{"address":"nobody@example.org","kind":"hard"}"#)
    #expect(nobody.status == 200 && nobody.text.contains("nobody here"))
    let noted = try await tell(
      forum, #"{"address":"\#(email.uppercased())","kind":"hard","reason":"550 <b>gone"}"#, origin: "https://mail.example")
    #expect(noted.status == 200 && noted.text == "Noted.\n")
    #expect(try await bounce() == "550 <b>gone")
    let form = "application/x-www-form-urlencoded"
    #expect(try await tell(forum, "address=ana%40example.org&kind=complaint&reason=spam", type: form).status == 200)
    #expect(try await bounce() == "spam")
  }

  @Test("without the token, without one set, and with anything else in it nothing is noted, in plain words") func refused() async throws {
    let forum = try await TestForum.make(bounceToken: Self.token)
    try await forum.store.add(.ana)
    let right = #"{"address":"ana@example.org","kind":"hard"}"#
    for token in [nil, "", "only-the-mail-server-know", "only-the-mail-server-knows2", "Bearer"] as [String?] {
      let answered = try await tell(forum, right, token: token)
      #expect(answered.status == 401 && answered.text.contains("KINDRED_BOUNCE_TOKEN"), "\(token ?? "none")")
    }
    let off = try await TestForum.make()
    try await off.store.add(.ana)
    #expect(try await tell(off, right).status == 404)
    #expect(BounceToken("too-short") == nil && BounceToken("with a space in the middle") == nil)
    for (body, status) in [
      (#"{"address":"ana@example.org"}"#, 422), (#"{"address":"ana","kind":"hard"}"#, 422),
      (#"{"address":"ana@example.org","kind":"odd"}"#, 422),
      (#"{"address":"ana@example.org","kind":"hard","more":"x"}"#, 400), (#"{"address":7,"kind":"hard"}"#, 400), ("[]", 400), ("{", 400),
      (#"{"reason":"\#(String(repeating: "x", count: 17_000))"}"#, 413),
    ] { #expect(try await tell(forum, body).status == status, "\(body.prefix(60))") }
    #expect(try await tell(forum, right, type: "text/plain").status == 415)
    for store in [forum.store, off.store] {
      #expect(try await store.number("SELECT count(*) FROM member WHERE bounced_at IS NOT NULL") == 0)
    }
  }

  @Test("wrong tokens are bounded, and do not keep the right one out") func bounded() async throws {
    let forum = try await TestForum.make(bounceToken: Self.token)
    try await forum.store.add(.ana)
    let body = #"{"address":"ana@example.org","kind":"hard"}"#
    for _ in 1...600 { #expect(try await tell(forum, body, token: "wrong").status == 401) }
    #expect(try await tell(forum, body, token: "wrong").status == 429)
    #expect(try await tell(forum, body).status == 200)
    forum.store.clock.advance(.minutes(1))
    #expect(try await tell(forum, body, token: "wrong").status == 401)
  }
}
