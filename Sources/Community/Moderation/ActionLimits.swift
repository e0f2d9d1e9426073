import Database

/// How much a member may do in a day, as an admin set it.
enum ActionLimits {
  static func most(_ counted: PreventionSettings.Counted, for actor: Actor, in tx: Transaction) throws -> Int {
    let allowed = try PreventionSettings.load(in: tx).allowance(counted)
    return actor.viewer.isSettled ? allowed.settled : allowed.new
  }

  /// Counts one act of a kind that leaves no row with a time. Throws ``ForumError/tooSoon(_:until:)``.
  static func count(_ counted: PreventionSettings.Counted, _ limit: ForumError.Limit, by actor: Actor, in tx: Transaction) throws {
    if actor.may(.skipLimits) { return }
    try AttemptLimit(limit, most: try most(counted, for: actor, in: tx), per: .days(1)).count("member:\(actor.id.rawValue)", in: tx)
  }
}
