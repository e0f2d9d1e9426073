package import Community

/// The machines in front of us whose word about the client counts; nobody else's does.
package struct TrustedProxies: Sendable, Equatable {
  private let ranges: [NetworkRange]
  package init(_ ranges: [NetworkRange]) { self.ranges = ranges }

  private func trusts(_ address: NetworkAddress) -> Bool { ranges.contains { $0.contains(address) } }

  /// The client: the last address of the chain that no trusted proxy has. An entry that is no address ends the search.
  func client(peer: String?, forwardedFor: [String]) -> String {
    guard let peer, var client = NetworkAddress(peer) else { return peer ?? "unknown" }
    let chain = forwardedFor.flatMap { $0.split(separator: ",") }.map { String($0.trimmingSpaces) }
    for entry in chain.reversed() {
      guard trusts(client), let next = NetworkAddress(Self.withoutPort(entry)) else { break }
      client = next
    }
    return client.text
  }

  /// Whether a trusted proxy says that the browser spoke https to it.
  func saysSecure(peer: String?, forwardedProto: [String]) -> Bool {
    guard let address = peer.flatMap({ NetworkAddress($0) }), trusts(address) else { return false }
    return forwardedProto.last?.split(separator: ",").last?.trimmingSpaces.lowercased() == "https"
  }

  private static func withoutPort(_ entry: String) -> String {
    if entry.hasPrefix("["), let close = entry.firstIndex(of: "]") { return String(entry[entry.index(after: entry.startIndex)..<close]) }
    let parts = entry.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2 ? String(parts[0]) : entry
  }
}
