import Threads

/// Hashes and checks passwords with argon2id on threads of its own, a few at once, so that sign-ins cannot take the server.
package final class PasswordHasher: Sendable {
  /// What a new hash costs now; pass it to `needsRehash(for:)` after a sign-in.
  package let cost: HashCost
  private let threads: BoundedThreads
  private let random: @Sendable (Int) -> [UInt8]
  private let nobodys: PasswordHash

  /// `threads` hash at once and `queueLimit` may wait; `random` makes salts and must come from the system's generator.
  package convenience init(cost: HashCost, threads: Int = 2, queueLimit: Int = 64, random: @escaping @Sendable (Int) -> [UInt8]) {
    self.init(cost: cost, threads: BoundedThreads(limit: threads, queueLimit: queueLimit), random: random)
  }

  init(cost: HashCost, threads: BoundedThreads, random: @escaping @Sendable (Int) -> [UInt8]) {
    self.cost = cost
    self.threads = threads
    self.random = random
    nobodys = PasswordHash.nobodys(at: cost)
  }

  /// Makes the hash to store. Throws `ThreadsBusy` when the queue is full, `CancellationError` when cancelled while waiting,
  /// `PasswordsFailed` when there is no memory for it.
  package func hash(_ password: NewPassword) async throws -> PasswordHash {
    let salt = random(Argon2.saltLength)
    guard salt.count == Argon2.saltLength else { throw PasswordsFailed(reason: "the generator gave a salt of the wrong length") }
    return try await threads.run { [cost] in
      try Argon2.hash(Array(password.text.utf8), salt: salt, cost: cost)
    }
  }

  /// Answers whether `typed` is the password behind `hash`. Nil, nobody's hash, takes the same time and the same place in the queue
  /// and is false; so is a password longer than anyone may choose. Throws as `hash` does.
  package func verify(_ typed: String, against hash: PasswordHash?) async throws -> Bool {
    let password = TypedPassword(typed)
    let target = hash ?? nobodys
    let matches = try await threads.run {
      try Argon2.verify(password?.bytes ?? [], against: target)
    }
    return matches && password != nil && hash != nil
  }
}
