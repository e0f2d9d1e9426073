import Community

/// Which hosts this server answers for; anything else is not ours and told so (421).
package struct HostRule: Sendable, Equatable {
  private let hosts: Set<String>
  private let takesAddresses: Bool

  /// `publicURL` is the address the site is known by; without one, a server that is open to a network is reached by its bare address.
  package init(publicURL: PublicURL?, boundTo bindHost: String) {
    let isLocal = Self.isLoopback(bindHost)
    hosts = Set([publicURL?.host, isLocal ? nil : bindHost].compactMap { $0?.lowercased() })
      .union(isLocal || publicURL == nil ? Self.loopback : [])
    takesAddresses = !isLocal && publicURL == nil
  }

  func allows(host: String) -> Bool {
    if hosts.contains(host) { return true }
    // A bare address cannot be pointed elsewhere by a stranger's name server.
    return takesAddresses && NetworkAddress(host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host) != nil
  }

  /// The names of this very machine.
  package static func isLoopback(_ host: String) -> Bool { loopback.contains(host.lowercased()) || host == "::1" }
  private static let loopback: Set<String> = ["localhost", "127.0.0.1", "[::1]"]

  /// The host of `host[:port]` in small letters; nil when it is neither a name nor an address.
  static func host(of authority: String) -> String? {
    let lower = authority.lowercased()
    let end: String.Index
    if lower.hasPrefix("[") {
      guard let close = lower.firstIndex(of: "]") else { return nil }
      end = lower.index(after: close)
    } else {
      end = lower.firstIndex(of: ":") ?? lower.endIndex
    }
    let host = lower[..<end], port = lower[end...]
    guard !host.isEmpty, host.utf8.count <= 253, host.utf8.allSatisfy({ isHostByte($0) }) else { return nil }
    guard port.isEmpty || (port.first == ":" && port.dropFirst().utf8.allSatisfy { (0x30...0x39).contains($0) } && port.utf8.count <= 6)
    else {
      return nil
    }
    return String(host)
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: ":"):
      true
    default: false
    }
  }
}

/// The address people know the site by, of which links in mail are made.
package struct PublicURL: Sendable, Hashable {
  package let isHTTPS: Bool
  /// In small letters; brackets around an IPv6 address.
  package let host: String
  /// `https://forum.example` without a slash at the end.
  package let origin: String

  /// Nil unless it is `http://` or `https://` with a host and nothing behind it.
  package init?(_ raw: String) {
    let text = raw.hasSuffix("/") ? String(raw.dropLast()) : raw
    for (scheme, isHTTPS) in [("https://", true), ("http://", false)] where text.lowercased().hasPrefix(scheme) {
      let authority = text.dropFirst(scheme.count).lowercased()
      guard let host = HostRule.host(of: authority) else { return nil }
      self.isHTTPS = isHTTPS
      self.host = host
      // A browser leaves the usual port out of the origin it sends.
      let usual = isHTTPS ? ":443" : ":80"
      origin = scheme + (authority.hasSuffix(usual) ? String(authority.dropLast(usual.count)) : authority)
      return
    }
    return nil
  }
}
