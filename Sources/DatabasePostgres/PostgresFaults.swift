import Database

/// Why a transaction is run again; never leaves the engine.
enum RunAgain: Error {
  /// Somebody else changed what it had read, or both waited for each other.
  case conflict
  /// A table changed since its statements were prepared.
  case stalePlan
}

/// What the server's five letters mean to the Store (Appendix A of PostgreSQL's manual).
func postgresError(state: String, message: String, constraint: String, statement: String) -> any Error {
  let what = constraint.isEmpty ? message : constraint
  switch state {
  case "40001", "40P01": return RunAgain.conflict
  case "0A000" where message.contains("cached plan"): return RunAgain.stalePlan
  case "23505": return DatabaseFault.constraint(.unique, what: what)
  case "23503": return DatabaseFault.constraint(.foreignKey, what: what)
  case "23514": return DatabaseFault.constraint(.check, what: what)
  case "23502": return DatabaseFault.constraint(.notNull, what: what)
  case "53100": return DatabaseFault.diskFull
  case "58030", "25006": return DatabaseFault.ioFailed(message)
  case "XX001", "XX002": return DatabaseFault.corrupt(message)
  // Cancelled by the time limit; too many connections; a lock that did not come free.
  case "57014", "53300", "55P03": return DatabaseFault.busy
  case let state where state.hasPrefix("23"): return DatabaseFault.constraint(.other, what: what)
  // The session is being ended, or was ended for idling.
  case let state where state.hasPrefix("08") || state.hasPrefix("57P") || state == "25P03":
    return DatabaseFault.unreachable(message, mayHaveChanged: false)
  default: return DatabaseFault.statement("\(state) \(message) in \(statement)")
  }
}

extension DatabaseFault {
  /// Whether the server went away, so that the same may be tried on another connection.
  var isUnreachable: Bool { if case .unreachable = self { true } else { false } }
}
