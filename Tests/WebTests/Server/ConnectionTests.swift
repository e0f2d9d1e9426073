import ForumSupport
import HTTPTypes
import HummingbirdTesting
import Kindred
import NIOCore
import NIOPosix
import Testing
import TestSupport

@testable import Web

@Suite struct ConnectionTests {
  /// More patient than a machine that runs all other tests at the same time is slow between two requests.
  private let patient = WebServer.Limits(idleSeconds: 600)

  @Test("the server answers over a real connection") func live() async throws {
    let forum = try await TestForum.make()
    try await WebServer(forum.site.gate, forum.site.services, limits: patient).application.test(.live) { client in
      let alive = try await client.executeRequest(uri: "/healthz", method: .get, headers: [:], body: nil)
      #expect(alive.status == .ok)
      let head = try await client.executeRequest(uri: "/readyz", method: .head, headers: [:], body: nil)
      #expect(head.status == .ok)
      #expect(head.body.readableBytes == 0)
    }
  }

  @Test("a body that is too large is refused, if only by hanging up before all of it was sent") func largeBody() async throws {
    let forum = try await TestForum.make { table in table.post("/test/act") { (_: SiteContext) in .text("done") } }
    do {
      try await WebServer(forum.site.gate, forum.site.services, limits: patient).application.test(.live) { client in
        let large = ByteBuffer(repeating: UInt8(ascii: "a"), count: 300 * 1024)
        let headers: HTTPFields = [HTTPField.Name("Sec-Fetch-Site")!: "same-origin", .contentType: "application/x-www-form-urlencoded"]
        let refused = try await client.executeRequest(uri: "/test/act", method: .post, headers: headers, body: large)
        #expect(refused.status == .contentTooLarge)
      }
    } catch let error as ChannelError where error == .ioOnClosedChannel {}
  }

  @Test("a header that never ends is closed by the server") func slowHeader() async throws {
    let forum = try await TestForum.make()
    try await WebServer(forum.site.gate, forum.site.services, limits: .init(idleSeconds: 1)).application.test(.live) { client in
      let port = try #require(client.port)
      let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton).connect(host: "127.0.0.1", port: port).get()
      // On a busy machine the server may have lost its patience before a byte was sent.
      try? await channel.writeAndFlush(ByteBuffer(string: "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")).get()
      try await channel.closeFuture.get()
    }
  }

  @Test("a header larger than any browser's is refused") func hugeHeader() async throws {
    let forum = try await TestForum.make()
    try await WebServer(forum.site.gate, forum.site.services, limits: patient).application.test(.live) { client in
      let headers: HTTPFields = [HTTPField.Name("X-Huge")!: String(repeating: "a", count: 40_000)]
      let answered = try await client.executeRequest(uri: "/healthz", method: .get, headers: headers, body: nil)
      #expect(answered.status == .badRequest)
    }
  }
}
