/// What can go wrong below the rules. Handled by the Store, or logged once and shown as a plain error page.
package enum DatabaseFault: Error, Sendable, Equatable {
  /// A constraint refused the write; `what` names the columns or the constraint.
  case constraint(Constraint, what: String)
  /// Another program holds the database; the write may be tried later.
  case busy
  /// The database's server cannot be reached. Nothing was changed, but for a write whose server went away while it committed
  /// and did not come back in time: `mayHaveChanged` says so.
  case unreachable(String, mayHaveChanged: Bool)
  /// No room left, or the disk failed: reads go on, writes do not.
  case diskFull
  case ioFailed(String)
  /// The file is not a sound database; never overwritten.
  case corrupt(String)
  /// A column holds another type than the code expects: a programming error.
  case unexpectedValue(column: Int, expected: String)
  /// The Store has been closed.
  case closed
  /// A statement is wrong: a programming error.
  case statement(String)
  /// A file of `migrations/` is wrong or was changed after it ran.
  case migration(String)

  package enum Constraint: Sendable, Equatable { case unique, foreignKey, check, notNull, other }
}
