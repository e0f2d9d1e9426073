package import Database

/// What is remembered of backups that the server makes by itself: when one was asked for, when one was tried, and what came of it.
package struct BackupRun: Sendable, Equatable {
  /// Somebody waits for one, or it is being made.
  package let isWaiting: Bool
  /// Why the last one could not be made; nil where it could.
  package let fault: String?

  package static func load(in tx: Transaction) throws -> BackupRun {
    let values = try BackupRow.all(in: tx)
    let fault = values["fault"] ?? ""
    return BackupRun(isWaiting: moment(values["askedAt"]) > moment(values["endedAt"]), fault: fault.isEmpty ? nil : fault)
  }

  /// Asks for one now. Throws ``ForumError/forbidden(_:)`` unless the actor manages the site.
  package static func ask(by actor: Actor, in tx: Transaction) throws {
    guard actor.may(.manageSite) else { throw ForumError.forbidden(.notAllowed) }
    try BackupRow.put("askedAt", String(tx.now.rawValue), in: tx)
  }

  /// Whether one is to be made now: it was asked for, or its time has come. Never before the site is set up.
  package static func isDue(in tx: Transaction) throws -> Bool {
    let values = try BackupRow.all(in: tx)
    guard let setUp: String = try tx.value("SELECT value FROM setting WHERE key = 'setUpAt'") else { return false }
    let tried = max(moment(values["triedAt"]), moment(setUp))
    if moment(values["askedAt"]) > tried { return true }
    return try BackupSettings.load(in: tx).lastDue(tx.now).map { $0.rawValue > tried } ?? false
  }

  /// Notes that one is tried, before it is, so that one that fails is not tried without end. Answers how many are kept.
  package static func begin(in tx: Transaction) throws -> Int {
    try BackupRow.put("triedAt", String(tx.now.rawValue), in: tx)
    return try BackupSettings.load(in: tx).keep
  }

  /// Notes what came of it: nil where it was made and is whole.
  package static func end(_ fault: String?, in tx: Transaction) throws {
    try BackupRow.put("endedAt", String(tx.now.rawValue), in: tx)
    try BackupRow.put("fault", fault ?? "", in: tx)
  }

  private static func moment(_ text: String?) -> Int64 { text.flatMap { Int64($0) } ?? 0 }
}

/// A backup in the folder where the server puts its own.
package struct KeptBackup: Sendable, Equatable {
  package let name: String
  package let bytes: Int64
  package let madeAt: Timestamp
  /// Whether it was read from end to end after it was made, and was whole.
  package let isVerified: Bool

  package init(name: String, bytes: Int64, madeAt: Timestamp, isVerified: Bool) {
    (self.name, self.bytes, self.madeAt, self.isVerified) = (name, bytes, madeAt, isVerified)
  }
}
