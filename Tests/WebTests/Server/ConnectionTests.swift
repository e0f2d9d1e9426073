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
  @Test("the server answers over a real connection") func live() async throws {
    try await talking(to: try await TestForum.make()) { client in
      let alive = try await client.execute(.init("/healthz", method: .get, authority: "localhost"))
      #expect(alive.status == .ok)
      let head = try await client.execute(.init("/readyz", method: .head, authority: "localhost"))
      #expect(head.status == .ok)
      #expect((head.body?.readableBytes ?? 0) == 0)
    }
  }

  @Test("a body that is too large is refused, if only by hanging up before all of it was sent") func largeBody() async throws {
    let forum = try await TestForum.make { table in table.post("/test/act") { (_: SiteContext) in .text("done") } }
    do {
      try await talking(to: forum) { client in
        let large = ByteBuffer(repeating: UInt8(ascii: "a"), count: 300 * 1024)
        let headers: HTTPFields = [HTTPField.Name("Sec-Fetch-Site")!: "same-origin", .contentType: "application/x-www-form-urlencoded"]
        let refused = try await client.execute(.init("/test/act", method: .post, authority: "localhost", headers: headers, body: large))
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
    try await talking(to: try await TestForum.make()) { client in
      let headers: HTTPFields = [HTTPField.Name("X-Huge")!: String(repeating: "a", count: 40_000)]
      let answered = try await client.execute(.init("/healthz", method: .get, authority: "localhost", headers: headers))
      #expect(answered.status == .badRequest)
    }
  }

  /// Over a connection of its own. Both ends are more patient than a machine is slow that runs all other tests meanwhile.
  private func talking(to forum: TestForum, _ act: @escaping @Sendable (TestClient) async throws -> Void) async throws {
    let server = WebServer(forum.site.gate, forum.site.services, limits: .init(idleSeconds: 600))
    try await server.application.test(.live) { framework in
      let port = try #require(framework.port)
      let patience = TestClient.Configuration(timeout: .seconds(600))
      try await TestClient.withClient(host: "127.0.0.1", port: port, configuration: patience) { client in try await act(client) }
    }
  }
}
