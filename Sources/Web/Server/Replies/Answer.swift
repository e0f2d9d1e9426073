import Community
import HTTPTypes
import Hummingbird
import NIOCore
import Pages

/// A reply on its way out: bytes and headers.
struct Answer: Sendable {
  var status: Int
  var headers = HTTPFields()
  private var bytes: [UInt8] = []
  private var gzipped: [UInt8]?
  private var tag: EntityTag?
  private var isText = false
  private var stream: EventStream?

  /// The smallest answer worth compressing.
  private static let worthwhile = 1000

  init(_ reply: Reply, to site: SiteContext, audience: Audience) throws {
    switch reply {
    case .page(let page, let status, let cookies):
      self.init(html: try site.edition.render(page), status: status.rawValue)
      headers[.vary] = "Cookie, Accept-Language, Accept-Encoding"
      if site.request.method == .get, !site.request.isFragment, let rules = site.services.assets.path("speculation-rules.json") {
        headers[.speculationRules] = "\"\(rules)\""
      }
      let isPersonal = site.request.hasSessionCookie || !cookies.isEmpty
      cache(site.request.method == .post || status != .ok ? .never : isPersonal ? .personal : .revalidated)
      add(cookies)
    case .redirect(let place, let status, let cookies):
      self.init(status: status.rawValue)
      headers[.location] = place
      cache(.never)
      add(cookies)
    case .bytes(let bytes, let type, let policy):
      self.init(status: 200)
      self.bytes = bytes
      headers[.contentType] = type
      isText = MediaTypes.isText(type)
      if isText { headers[.vary] = "Accept-Encoding" }
      cache(policy)
    case .download(let bytes, let type, let name):
      self.init(status: 200)
      self.bytes = bytes
      headers[.contentType] = type
      headers[.contentDisposition] = "attachment; filename=\"\(name)\""
      isText = MediaTypes.isText(type)
      if isText { headers[.vary] = "Accept-Encoding" }
      cache(.never)
    case .picture(let bytes, let type, let name, let policy):
      self.init(status: 200)
      self.bytes = bytes
      tag = EntityTag(name)
      headers[.contentType] = type
      headers[.contentSecurityPolicy] = "default-src 'none'; sandbox"
      headers[.vary] = "Cookie"
      cache(policy)
    case .text(let text, let status):
      self.init(text: text, status: status.rawValue)
    case .file(let file, let policy):
      self.init(status: 200)
      bytes = file.bytes
      gzipped = file.gzipped
      tag = file.tag
      headers[.contentType] = file.type
      if gzipped != nil { headers[.vary] = "Accept-Encoding" }
      cache(policy)
    case .events(let stream):
      self.init(status: 200)
      self.stream = stream
      headers[.contentType] = "text/event-stream"
      // A proxy that gathers answers would keep every line to itself.
      headers[.accelBuffering] = "no"
      cache(.never)
    }
  }

  init(status: Int) { self.status = status }

  init(html: [UInt8], status: Int) {
    self.status = status
    bytes = html
    isText = true
    headers[.contentType] = "text/html; charset=utf-8"
  }

  init(text: String, status: Int) {
    self.status = status
    bytes = Array(text.utf8)
    headers[.contentType] = "text/plain; charset=utf-8"
    cache(.never)
  }

  mutating func cache(_ policy: CachePolicy) { headers[.cacheControl] = policy.line }

  mutating func add(_ cookies: [Cookie]) {
    for cookie in cookies { headers.append(HTTPField(name: .setCookie, value: cookie.line)) }
  }

  /// Leaves out what the browser has already, and sends the rest in the spelling it prefers.
  mutating func withhold(for request: Request) {
    if stream != nil {
      if request.method == .head { stream = nil }
      return
    }
    let isRead = request.method == .get || request.method == .head
    if isRead, status == 200, headers[.cacheControl] != CachePolicy.never.line {
      let tag = self.tag ?? EntityTag(of: bytes)
      let compresses = Gzip.isAccepted(request.headers[.acceptEncoding]) && (gzipped != nil || (isText && bytes.count > Self.worthwhile))
      headers[.eTag] = tag.line(gzipped: compresses)
      if let known = request.headers[.ifNoneMatch], tag.matches(known) {
        status = 304
        bytes = []
        headers[.contentType] = nil
        return
      }
      if compresses, let packed = gzipped ?? Gzip.compress(bytes) {
        bytes = packed
        headers[.contentEncoding] = "gzip"
      } else {
        headers[.eTag] = tag.line(gzipped: false)
      }
    }
    headers[.contentLength] = String(bytes.count)
    if request.method == .head { bytes = [] }
  }

  func response(to request: Request, from peer: Peer) -> Response {
    if let stream {
      return Response(status: HTTPResponse.Status(code: status), headers: headers, body: stream.body(to: request, from: peer))
    }
    return Response(
      status: HTTPResponse.Status(code: status), headers: headers,
      body: bytes.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
