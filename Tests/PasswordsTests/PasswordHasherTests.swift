import Foundation
import Synchronization
import Testing
import Threads

@testable import Passwords

@Suite("The password hasher", .timeLimit(.minutes(1)))
struct PasswordHasherTests {
  private let hasher = PasswordHasher(cost: .cheapest, random: Salts().next)

  private func password(_ raw: String = "seven herons by the weir") throws -> NewPassword {
    try NewPassword(raw, notLike: [])
  }

  @Test("knows a password again, and no other")
  func roundTrip() async throws {
    let hash = try await hasher.hash(password())
    #expect(try await hasher.verify("seven herons by the weir", against: hash))
    #expect(try await !hasher.verify("seven herons by the wier", against: hash))
    #expect(try await !hasher.verify("", against: hash))
    let stored = try #require(PasswordHash(encoded: hash.encoded))
    #expect(try await hasher.verify("seven herons by the weir", against: stored))
  }

  @Test("makes argon2id hashes, each with a salt of its own")
  func salted() async throws {
    let one = try await hasher.hash(password())
    let other = try await hasher.hash(password())
    #expect(one.encoded.hasPrefix("$argon2id$v=19$m=8,t=1,p=1$"))
    #expect(one != other)
  }

  @Test("makes what the reference implementation makes")
  func reference() async throws {
    // printf 'password' | argon2 somesalt -id -t 2 -k 65536 -p 1 -e, in the reference implementation's own test.
    let known = try #require(
      PasswordHash(encoded: "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"))
    #expect(try await hasher.verify("password", against: known))
    #expect(try await !hasher.verify("Password", against: known))
  }

  @Test("says no for a member who does not exist, whatever is typed")
  func nobody() async throws {
    #expect(try await !hasher.verify("seven herons by the weir", against: nil))
    #expect(try await !hasher.verify("", against: nil))
  }

  @Test("asks the same work for a member who does not exist, one who does, and a password nobody could have")
  func sameWork() async throws {
    // Work is seen in the queue: with the one thread taken and no place to wait, whoever needs a hash is turned away.
    let threads = BoundedThreads(limit: 1, queueLimit: 0)
    let narrow = PasswordHasher(cost: .cheapest, threads: threads, random: Salts().next)
    let hash = try await hasher.hash(password())
    let tooLong = String(repeating: "kv7#", count: 400)
    try await threads.whileBusy {
      for (typed, against) in [("anything at all", hash), ("anything at all", nil), (tooLong, hash), (tooLong, nil)] {
        await #expect(throws: ThreadsBusy.self) { try await narrow.verify(typed, against: against) }
      }
      await #expect(throws: ThreadsBusy.self) { try await narrow.hash(password()) }
    }
    #expect(try await narrow.verify("seven herons by the weir", against: hash))
  }

  @Test("a password longer than anyone may choose is wrong")
  func tooLong() async throws {
    let long = String(repeating: "plum kettle heron ", count: 7) + "xy"
    let hash = try await hasher.hash(password(long))
    #expect(try await hasher.verify(long, against: hash))
    #expect(try await !hasher.verify(long + "x", against: hash))
    #expect(try await !hasher.verify(String(repeating: "\u{301}", count: 2_000_000), against: hash))
    // Nothing is hashed in its place, so nothing must not be its password either.
    let ofNothing = try Argon2.hash([], salt: Salts().next(16), cost: .cheapest)
    #expect(try await hasher.verify("", against: ofNothing))
    #expect(try await !hasher.verify(long + "x", against: ofNothing))
  }

  @Test("the same word typed on another keyboard is the same password")
  func normalised() async throws {
    let hash = try await hasher.hash(password("caf\u{E9} au lait"))
    #expect(try await hasher.verify("cafe\u{301} au lait", against: hash))
  }

  @Test("a hash asks to be made again when the setting rises, not when it falls")
  func rehash() async throws {
    let hash = try #require(
      PasswordHash(encoded: "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2Fs$" + String(repeating: "A", count: 43)))
    #expect(!hash.needsRehash(for: .standard))
    #expect(!hash.needsRehash(for: .cheapest))
    #expect(try hash.needsRehash(for: #require(HashCost(memoryKiB: 19_457, passes: 2, lanes: 1))))
    #expect(try hash.needsRehash(for: #require(HashCost(memoryKiB: 19_456, passes: 3, lanes: 1))))
    #expect(try await hasher.hash(password()).needsRehash(for: .standard))
  }

  @Test(
    "a hash that is not argon2id, or would cost the server too much, is no hash",
    arguments: [
      "", "hello", "$2b$12$abcdefghijklmnopqrstuv", "$argon2i$v=19$m=8,t=1,p=1$c29tZXNhbHQ$AAAA",
      "$argon2id$v=16$m=8,t=1,p=1$c29tZXNhbHQ$AAAA",
      "$argon2id$v=19$m=4294967295,t=1,p=1$c29tZXNhbHQ$AAAA", "$argon2id$v=19$m=8,t=999999,p=1$c29tZXNhbHQ$AAAA",
      "$argon2id$v=19$m=7,t=1,p=1$c29tZXNhbHQ$AAAA", "$argon2id$v=19$m=8,t=1,p=2$c29tZXNhbHQ$AAAA",
      "$argon2id$v=19$m=+8,t=1,p=1$c29tZXNhbHQ$AAAA",
      "$argon2id$v=19$m=8,t=1,p=1$$AAAA", "$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHQ$", "$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHQ$AAAA$",
      "$argon2id$v=19$t=8,m=1,p=1$c29tZXNhbHQ$AAAA",
    ])
  func notAHash(_ encoded: String) {
    #expect(PasswordHash(encoded: encoded) == nil)
  }

  @Test("a hash that was damaged is an error, not a wrong password")
  func damaged() async throws {
    let damaged = try #require(PasswordHash(encoded: "$argon2id$v=19$m=8,t=1,p=1$!!!!$AAAA"))
    await #expect(throws: PasswordsFailed.self) { try await hasher.verify("seven herons by the weir", against: damaged) }
  }

  @Test("a generator that gives too little salt makes no hash")
  func shortSalt() async throws {
    let broken = PasswordHasher(cost: .cheapest) { _ in [1, 2, 3] }
    await #expect(throws: PasswordsFailed.self) { try await broken.hash(password()) }
  }
}

/// Different bytes each time, the same in every run.
final class Salts: Sendable {
  private let count = Mutex<UInt8>(0)

  func next(_ length: Int) -> [UInt8] {
    count.withLock { count in
      count &+= 1
      return [UInt8](repeating: count, count: length)
    }
  }
}
