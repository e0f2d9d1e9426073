import Community
import Database
import ForumSupport
import Foundation
import HTTPTypes
import Jobs
import Pictures
import TestSupport
import Testing
import Web

@Suite("A member's own picture") struct FaceTests {
  private func face(in page: String) -> String? {
    page.firstRange(of: "/avatar/").map { String(page[$0.lowerBound...].prefix { $0 != "\"" }) }
  }

  @Test("stands wherever they do, in two sizes, and can be taken off again") func story() async throws {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let category = try await forum.store.addCategory()
    let topic = try await forum.store.open("Oven", by: try #require(cast[.kai]), in: category)
    let (kai, visitor) = (try await forum.member("kai"), forum.visitor())
    let (topicPath, profile) = ("/t/\(topic.rawValue)/oven", "/m/kai")
    let drawn = try #require(face(in: try await visitor.get(topicPath).text))
    #expect(drawn.hasSuffix(".svg"))

    let sent = try await kai.post("/settings/face", picture: TestPicture.png(300, 200))
    #expect(sent.status == 303)
    #expect(sent.location == "/settings")
    #expect(try await kai.get("/settings").text.contains("Your picture was saved."))
    let small = try #require(face(in: try await visitor.get(topicPath).text))
    let large = try #require(face(in: try await visitor.get(profile).text))
    #expect(small.hasSuffix("-96.webp"))
    #expect(large == small.replacing("-96.", with: "-192."))
    #expect(try await visitor.get("/").text.contains(small))
    #expect(try await kai.get("/").text.contains(small))
    for path in [small, large] {
      let answered = try await visitor.get(path)
      #expect(answered.status == 200)
      #expect(answered.headers[.contentType] == "image/webp")
      #expect(answered.headers[.contentSecurityPolicy] == "default-src 'none'; sandbox")
      #expect(answered.headers[.cacheControl]?.contains("immutable") == true)
    }
    #expect(try await visitor.get(drawn).status == 200)
    for wrong in ["-97.webp", "-96.png", "-96.webp.svg", "-096.webp"] {
      #expect(try await visitor.get(small.replacing("-96.webp", with: wrong)).status == 404, "\(wrong)")
    }
    // The picture of a post is no face, nor a face the picture of a post.
    #expect(try await kai.get("/i/" + small.dropFirst(8).prefix(24) + "-192x192.webp").status == 404)

    // Another takes its place at once, and its address is gone.
    #expect(try await kai.post("/settings/face", picture: TestPicture.png(shade: 5)).status == 303)
    let other = try #require(face(in: try await visitor.get(topicPath).text))
    #expect(other != small)
    #expect(try await visitor.get(small).status == 404)
    #expect(try await forum.store.read { try Recount.perform(in: $0) } == [])

    #expect(try await kai.post("/settings/face/remove").status == 303)
    #expect(try await visitor.get(topicPath).text.contains(drawn))
    #expect(try await visitor.get(other).status == 404)
    #expect(!(try await kai.get("/settings").text.contains("Take the picture off")))

    let folder = PictureFolder(forum.pictures.path)
    forum.store.clock.advance(.days(2))
    try await ForgetUnusedPictures(store: forum.store, removeFiles: { try await folder.remove($0) }).perform()
    #expect(try await forum.store.number("SELECT count(*) FROM picture") == 0)
    let files = try FileManager.default.subpathsOfDirectory(atPath: forum.pictures.path).filter { $0.contains(".") }
    #expect(files.isEmpty)
  }

  @Test("that is none comes back with a sentence beside it", arguments: [("<svg>", "is not a PNG"), ("", "choose a picture first")])
  func refused(_ file: String, _ sentence: String) async throws {
    let forum = try await TestForum.make()
    let kai = try await forum.member("kai")
    let back = try await kai.post("/settings/face", picture: Array(file.utf8))
    #expect(back.status == 422)
    #expect(back.text.contains(sentence))
    #expect(back.text.contains("id=\"face-picture\""))
    #expect(try await forum.store.number("SELECT count(*) FROM member WHERE face IS NOT NULL") == 0)
    #expect(try await forum.visitor().post("/settings/face", picture: TestPicture.png()).status == 401)
  }
}
