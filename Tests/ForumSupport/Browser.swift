package import Community
package import HTTPTypes
import Hummingbird
import Kindred
import NIOCore
import Pages
import Synchronization
import Web

/// A browser as far as tests need one: it keeps cookies and says where its forms come from.
package final class Browser: Sendable {
  private let forum: TestForum
  private let address: String
  private let cookies = Mutex<[String: String]>([:])
  /// The host and port it believes to talk to.
  package let authority: String
  private let origin: String

  init(_ forum: TestForum, from address: String) {
    self.forum = forum
    self.address = address
    let configuration = forum.site.services.configuration
    origin = configuration.publicURL?.origin ?? "http://\(configuration.host):\(configuration.port)"
    authority = String(origin.split(separator: "/").last ?? "")
  }

  /// The cookies as they stand.
  package var kept: [String: String] { cookies.withLock { $0 } }
  /// Throws away every cookie, as signing out elsewhere or a new device does.
  package func forgetCookies() { cookies.withLock { $0 = [:] } }
  /// Is signed in with a session from now on.
  package func keep(_ token: SecretToken) {
    cookies.withLock { $0[origin.hasPrefix("https:") ? "__Host-kindred" : "kindred"] = token.text }
  }

  /// Opens an address; redirects are not followed.
  @discardableResult package func get(_ path: String, headers: HTTPFields = [:]) async throws -> Answered {
    try await send(.get, path, headers: headers)
  }

  /// Sends a form. Fields with several values come once for each.
  @discardableResult package func post(
    _ path: String, form: KeyValuePairs<String, String> = [:], headers: HTTPFields = [:]
  ) async throws -> Answered {
    let body = form.map { "\(Paths.encoded($0.key))=\(Paths.encoded($0.value))" }.joined(separator: "&")
    var fields: HTTPFields = [.origin: origin, .contentType: "application/x-www-form-urlencoded"]
    for field in headers { fields[field.name] = field.value }
    return try await send(.post, path, headers: fields, body: body)
  }

  /// Sends a form that is put together.
  @discardableResult package func post(_ path: String, pairs: [(key: String, value: String)]) async throws -> Answered {
    let body = pairs.map { "\(Paths.encoded($0.key))=\(Paths.encoded($0.value))" }.joined(separator: "&")
    return try await send(.post, path, headers: [.origin: origin, .contentType: "application/x-www-form-urlencoded"], body: body)
  }

  /// Sends a form with a file, as browsers do; without `picture` one in which none was chosen.
  @discardableResult package func post(
    _ path: String, form: KeyValuePairs<String, String> = [:], picture: [UInt8]?, named name: String = "me.png", field: String = "picture",
    headers: HTTPFields = [:]
  ) async throws -> Answered {
    try await post(path, pairs: form.map { ($0.key, $0.value) }, picture: picture, named: name, field: field, headers: headers)
  }

  /// As the other, for a form that is put together.
  @discardableResult package func post(
    _ path: String, pairs: [(key: String, value: String)], picture: [UInt8]?, named name: String = "me.png", field: String = "picture",
    headers: HTTPFields = [:]
  ) async throws -> Answered {
    let boundary = "----kindred-test-7f3a"
    var body: [UInt8] = []
    for pair in pairs {
      body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(pair.key)\"\r\n\r\n\(pair.value)\r\n".utf8)
    }
    let type = picture == nil ? "application/octet-stream" : "image/png"
    let disposition = "Content-Disposition: form-data; name=\"\(field)\"; filename=\"\(picture == nil ? "" : name)\""
    body += Array("--\(boundary)\r\n\(disposition)\r\nContent-Type: \(type)\r\n\r\n".utf8)
    body += picture ?? []
    body += Array("\r\n--\(boundary)--\r\n".utf8)
    var fields: HTTPFields = [.origin: origin, .contentType: "multipart/form-data; boundary=\(boundary)"]
    for field in headers { fields[field.name] = field.value }
    return try await send(.post, path, headers: fields, bytes: body)
  }

  /// Sends what a test says and nothing of its own but the cookies.
  package func send(
    _ method: HTTPRequest.Method, _ path: String, headers: HTTPFields = [:], body: String? = nil, authority: String? = nil
  ) async throws -> Answered {
    try await send(method, path, headers: headers, bytes: body.map { Array($0.utf8) }, authority: authority)
  }

  private func send(
    _ method: HTTPRequest.Method, _ path: String, headers: HTTPFields, bytes body: [UInt8]?, authority: String? = nil
  ) async throws -> Answered {
    var fields = headers
    let jar = kept.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
    if !jar.isEmpty, fields[.cookie] == nil { fields[.cookie] = jar }
    if let body { fields[.contentLength] = String(body.count) }
    let request = Request(
      head: HTTPRequest(method: method, scheme: "http", authority: authority ?? self.authority, path: path, headerFields: fields),
      body: RequestBody(buffer: ByteBuffer(bytes: body ?? [])))
    let answered = try await Answered(forum.site.gate.respond(to: request, context: Peer(address: address)))
    take(answered.headers[values: .setCookie])
    return answered
  }

  /// Asks for what stays open, and reads it as it is written.
  package func open(_ path: String, headers: HTTPFields = [:]) async throws -> OpenAnswer {
    var fields = headers
    fields[.cookie] = kept.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
    let request = Request(
      head: HTTPRequest(method: .get, scheme: "http", authority: authority, path: path, headerFields: fields),
      body: RequestBody(buffer: ByteBuffer()))
    return OpenAnswer(try await forum.site.gate.respond(to: request, context: Peer(address: address)))
  }

  private func take(_ lines: [String]) {
    cookies.withLock { jar in
      for line in lines {
        let parts = line.split(separator: ";", omittingEmptySubsequences: false)
        let pair = parts[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard pair.count == 2 else { continue }
        jar[pair[0]] = parts.contains(" Max-Age=0") ? nil : pair[1]
      }
    }
  }
}
