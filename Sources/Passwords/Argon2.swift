import CArgon2

/// Says that a hash could not be computed: no memory, or a stored hash the library cannot read.
package struct PasswordsFailed: Error, Sendable, Equatable {
  /// The library's own words, for the log.
  package let reason: String

  init(code: Int32) {
    reason = String(cString: argon2_error_message(code))
  }

  init(reason: String) {
    self.reason = reason
  }
}

/// The library, blocking: called on the hashing threads only.
enum Argon2 {
  static let saltLength = 16
  private static let digestLength = 32

  static func hash(_ password: [UInt8], salt: [UInt8], cost: HashCost) throws -> PasswordHash {
    let room = argon2_encodedlen(
      cost.passes, cost.memoryKiB, cost.lanes, UInt32(salt.count), UInt32(digestLength), Argon2_id)
    var encoded = [CChar](repeating: 0, count: room)
    let code = argon2id_hash_encoded(
      cost.passes, cost.memoryKiB, cost.lanes, password, password.count, salt, salt.count, digestLength, &encoded, encoded.count)
    guard code == ARGON2_OK.rawValue else { throw PasswordsFailed(code: code) }
    let text = String(decoding: encoded.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard let hash = PasswordHash(encoded: text) else { throw PasswordsFailed(reason: "the library made a hash that cannot be read back") }
    return hash
  }

  static func verify(_ password: [UInt8], against hash: PasswordHash) throws -> Bool {
    let code = argon2id_verify(hash.encoded, password, password.count)
    if code == ARGON2_VERIFY_MISMATCH.rawValue { return false }
    guard code == ARGON2_OK.rawValue else { throw PasswordsFailed(code: code) }
    return true
  }
}
