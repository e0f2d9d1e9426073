/// What a link of the old forum points to, as far as a forum may point there.
package enum LinkTarget {
  /// The full address, or nil where there is none that people can follow (fragments, scripts, schemes but http, https, mailto, and
  /// hosts that no browser can open).
  ///
  /// `base` is the old forum's address, for links like `/questions/1`.
  package static func resolve(_ href: String, base: String?) -> String? {
    guard let target = absolute(href, base: base), hasOpenableHost(target) else { return nil }
    return target
  }

  /// The full address whose host no browser can open, where there is one: it was broken on the old forum too.
  static func broken(_ href: String, base: String?) -> String? {
    guard let target = absolute(href, base: base), !hasOpenableHost(target) else { return nil }
    return target
  }

  private static func absolute(_ href: String, base: String?) -> String? {
    let target = String(decoding: href.utf8.filter { $0 > 0x20 || $0 == 0x20 }, as: UTF8.self).trimmingSpaces()
    guard !target.isEmpty else { return nil }
    if target.hasPrefix("//") { return "https:" + target }
    if let scheme = scheme(of: target) { return ["http", "https", "mailto"].contains(scheme) ? target : nil }
    guard target.hasPrefix("/"), let base, let origin = origin(of: base) else { return nil }
    return origin + target
  }

  /// The scheme in small letters, or nil for a relative address.
  static func scheme(of target: String) -> String? {
    let name = target.utf8.prefix {
      $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
    }
    guard name.count < target.utf8.count, target.utf8[name.endIndex] == UInt8(ascii: ":") else { return nil }
    return String(Substring(name)).lowercased()
  }

  /// The same address in the one spelling that comparison and Markdown use: what a URL cannot hold is percent-encoded.
  static func spelled(_ target: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(target.utf8.count)
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in target.utf8 {
      switch byte {
      case 0...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"):
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The last part of an address's path, to call a picture by.
  static func fileName(of target: String) -> String {
    let path = target.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    let last = path.split(separator: UInt8(ascii: "/")).last ?? path
    return String(decoding: Array(last), as: UTF8.self)
  }

  private static func origin(of base: String) -> String? {
    guard scheme(of: base) != nil, let host = host(of: base) else { return nil }
    return String(base.utf8[..<host.endIndex])
  }

  private static func host(of target: String) -> Substring.UTF8View? {
    guard let colon = target.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let rest = target.utf8[target.utf8.index(after: colon)...].drop { $0 == UInt8(ascii: "/") }
    let host = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    return host.isEmpty ? nil : host
  }

  /// Browsers decode a host before they look it up, and refuse one with a space in it (the URL standard's "forbidden host code points").
  private static func hasOpenableHost(_ target: String) -> Bool {
    guard scheme(of: target) != "mailto" else { return true }
    guard let host = host(of: target) else { return false }
    let bytes = Array(host)
    return !bytes.indices.contains { index in
      bytes[index] == 0x20 || bytes[index...].starts(with: "%20".utf8)
    }
  }
}

extension String {
  func trimmingSpaces() -> String {
    let spaces: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D || $0 == 0x0C }
    let start = utf8.drop(while: spaces)
    guard let last = start.lastIndex(where: { !spaces($0) }) else { return "" }
    return String(decoding: start[...last], as: UTF8.self)
  }
}
