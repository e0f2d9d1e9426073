/// A stored password: what is left of it once nobody can read it any more.
package struct PasswordHash: Sendable, Equatable {
  /// The whole hash with its cost and salt, `$argon2id$v=19$m=..,t=..,p=..$salt$digest`, for one column of text.
  package let encoded: String
  let cost: HashCost

  /// A hash as the database keeps it; nil when it is not an argon2id hash of a cost this server is willing to pay.
  package init?(encoded: String) {
    guard encoded.utf8.count <= 512, let cost = HashCost(encoded: encoded) else { return nil }
    self.init(encoded: encoded, cost: cost)
  }

  /// Says at sign-in that the setting has risen above this hash since it was made.
  package func needsRehash(for wanted: HashCost) -> Bool {
    cost.memoryKiB < wanted.memoryKiB || cost.passes < wanted.passes || cost.lanes < wanted.lanes
  }

  /// Stands in for a member who does not exist. Nobody's password: its digest is made up, and the verifier says no whatever comes out.
  static func nobodys(at cost: HashCost) -> PasswordHash {
    let salt = String(repeating: "A", count: 22)
    let digest = String(repeating: "A", count: 43)
    return PasswordHash(encoded: "$argon2id$v=19$\(cost.encoded)$\(salt)$\(digest)", cost: cost)
  }

  private init(encoded: String, cost: HashCost) {
    self.encoded = encoded
    self.cost = cost
  }
}

extension HashCost {
  fileprivate var encoded: String { "m=\(memoryKiB),t=\(passes),p=\(lanes)" }

  // Whatever is read here must be written back the same, so that "m=+8" or "m=008" is nobody's hash.
  fileprivate init?(encoded: String) {
    let parts = encoded.split(separator: "$", omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0].isEmpty, parts[1] == "argon2id", parts[2] == "v=19" else { return nil }
    guard !parts[4].isEmpty, !parts[5].isEmpty, encoded.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
    let settings = parts[3].split(separator: ",").compactMap { UInt32($0.dropFirst(2)) }
    guard settings.count == 3 else { return nil }
    self.init(memoryKiB: settings[0], passes: settings[1], lanes: settings[2])
    guard self.encoded == parts[3] else { return nil }
  }
}
