import Foundation

/// An IP address as bytes: 4, or 16 where it is no IPv4 address written as one.
package struct NetworkAddress: Sendable, Hashable {
  let bytes: [UInt8]
  /// The one spelling it is stored and compared by.
  package let text: String

  /// Nil unless it is an address and nothing else.
  package init?(_ raw: String) {
    var four = in_addr(), sixteen = in6_addr()
    var bytes: [UInt8]
    if inet_pton(AF_INET, raw, &four) == 1 {
      bytes = withUnsafeBytes(of: four) { Array($0) }
    } else if inet_pton(AF_INET6, raw, &sixteen) == 1 {
      bytes = withUnsafeBytes(of: sixteen) { Array($0) }
      if bytes.prefix(12) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF] { bytes = Array(bytes.suffix(4)) }
    } else {
      return nil
    }
    var spelled = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    guard inet_ntop(bytes.count == 4 ? AF_INET : AF_INET6, bytes, &spelled, socklen_t(spelled.count)) != nil else { return nil }
    self.bytes = bytes
    text = String(decoding: spelled.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// A range of addresses such as `10.0.0.0/8`.
package struct NetworkRange: Sendable, Hashable {
  fileprivate let base: NetworkAddress
  fileprivate let bits: Int

  /// An address or a range; nil for anything else.
  package init?(_ raw: String) {
    let parts = raw.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let base = NetworkAddress(String(parts[0])) else { return nil }
    let width = base.bytes.count * 8
    guard parts.count == 2 else {
      self.base = base
      bits = width
      return
    }
    guard let bits = Int(parts[1]), (0...width).contains(bits), parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    self.base = base
    self.bits = bits
  }

  package func contains(_ address: NetworkAddress) -> Bool {
    guard address.bytes.count == base.bytes.count else { return false }
    for (index, (a, b)) in zip(base.bytes, address.bytes).enumerated() {
      let left = bits - index * 8
      if left <= 0 { return true }
      let mask: UInt8 = left >= 8 ? 0xFF : ~(0xFF >> UInt8(left))
      if a & mask != b & mask { return false }
    }
    return true
  }
}

extension NetworkRange {
  /// Whether it is a part of the net only: no rule shuts a whole continent out by a slip of the hand.
  var isNarrow: Bool { bits >= (base.bytes.count == 4 ? 8 : 16) }

  /// The network somebody comes from: what one household or machine has. Nil for what is no address.
  static func around(_ address: String) -> String? {
    guard let address = NetworkAddress(address) else { return nil }
    let kept = address.bytes.count == 4 ? 3 : 7
    return address.bytes.prefix(kept).map { String($0, radix: 16) }.joined(separator: ":")
  }
}
