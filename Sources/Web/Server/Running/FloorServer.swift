import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import ServiceLifecycle

/// Answers every request with the same bytes and the headers of a page: the floor of this stack, against which pages are measured.
package struct FloorServer: Service {
  private let configuration: WebConfiguration
  private let floor: Floor
  private let log: Logger
  private let whenListening: @Sendable (Int) async -> Void

  package init(
    _ bytes: [UInt8], _ configuration: WebConfiguration, _ log: Logger, whenListening: @escaping @Sendable (Int) async -> Void = { _ in }
  ) {
    self.configuration = configuration
    self.log = log
    self.whenListening = whenListening
    var headers: HTTPFields = [
      .contentType: "text/html; charset=utf-8", .vary: "Cookie, Accept-Language, Accept-Encoding",
      .cacheControl: CachePolicy.revalidated.line,
      .eTag: EntityTag(of: bytes).line(gzipped: false), .contentLength: String(bytes.count), .requestID: "floor",
    ]
    SecurityHeaders(isHTTPS: configuration.publicURL?.isHTTPS ?? false).add(to: &headers)
    floor = Floor(headers: headers, bytes: ByteBuffer(bytes: bytes))
  }

  package func run() async throws {
    let port = configuration.port
    try await WebServer.application(floor, WebServer.Limits(), configuration, log) { [whenListening] channel in
      await whenListening(channel.localAddress?.port ?? port)
    }.run()
  }
}

private struct Floor: HTTPResponder {
  typealias Context = Peer
  let headers: HTTPFields
  let bytes: ByteBuffer

  func respond(to request: Request, context: Peer) async throws -> Response {
    Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: bytes))
  }
}
