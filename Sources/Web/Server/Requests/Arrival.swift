import Community
import HTTPTypes
package import Hummingbird
import HummingbirdCore
import NIOCore

/// The other end of the connection, all that is kept of it.
package struct Peer: InitializableFromSource, Sendable {
  package let address: String?
  /// Nil where there is no connection that could be hung up.
  let channel: (any Channel)?
  package init(source: ApplicationRequestContextSource) { (address, channel) = (source.channel.remoteAddress?.ipAddress, source.channel) }
  /// For tests that speak to the gate without a connection.
  package init(address: String?) { (self.address, channel) = (address, nil) }
}

/// A request that has passed the door: its host is ours and its address is whole.
struct Arrival: Sendable {
  let id: String
  let request: Request
  let method: HTTPRequest.Method
  let door: Door
  let address: String
  let path: String
  let query: Substring

  /// The most bytes an address may have.
  static let maximumTarget = 8 * 1024

  init(_ request: Request, from peer: Peer, id: String, _ configuration: WebConfiguration) throws {
    self.id = id
    self.request = request
    method = request.method
    let target = request.head.path ?? ""
    guard target.utf8.count <= Self.maximumTarget else { throw Refused.addressTooLong }
    guard target.utf8.first == UInt8(ascii: "/"), target.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "#") }) else {
      throw BadRequest.target
    }
    let mark = target.firstIndex(of: "?")
    path = String(target[..<(mark ?? target.endIndex)])
    query = mark.map { target[target.index(after: $0)...] } ?? ""

    let proxies = configuration.proxies
    let authority = request.head.authority ?? ""
    guard let host = HostRule.host(of: authority) else { throw Refused.wrongHost }
    // Whoever watches over the server asks by whatever address it has.
    let isWatcher = path == "/healthz" || path == "/readyz"
    guard isWatcher || configuration.hosts.allows(host: host) else { throw Refused.wrongHost }
    let isToldSecure = proxies.saysSecure(peer: peer.address, forwardedProto: request.headers[values: .forwardedProto])
    let isSecure =
      isToldSecure || (configuration.publicURL.map { $0.isHTTPS && $0.host == host } ?? false)
    door = Door(authority: authority.lowercased(), isSecure: isSecure, isToldSecure: isToldSecure, isLoopback: HostRule.isLoopback(host))
    address = proxies.client(peer: peer.address, forwardedFor: request.headers[values: .forwardedFor])
  }

  func header(_ name: HTTPField.Name) -> String? { request.headers[name] }
}

extension HTTPField.Name {
  static let forwardedFor = HTTPField.Name("X-Forwarded-For")!
  static let forwardedProto = HTTPField.Name("X-Forwarded-Proto")!
  static let fetchSite = HTTPField.Name("Sec-Fetch-Site")!
  static let purpose = HTTPField.Name("Sec-Purpose")!
  static let fragment = HTTPField.Name("X-Kindred-Fragment")!
  static let speculationRules = HTTPField.Name("Speculation-Rules")!
  static let accelBuffering = HTTPField.Name("X-Accel-Buffering")!
  static let requestID = HTTPField.Name("X-Request-Id")!
}

/// Refusals that HTTP knows and the forum's vocabulary does not.
enum Refused: Error, Sendable, Equatable {
  case wrongHost, foreignOrigin, addressTooLong, bodyTooLarge, otherType, tooSlow
  case otherMethod([Method])
}
