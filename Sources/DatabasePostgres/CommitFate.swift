/// What became of a transaction whose COMMIT was never answered.
enum CommitFate: Equatable {
  case committed
  case rolledBack
  /// Its session has not noticed yet that nobody listens.
  case unfinished
  /// So long ago that the server does not know any more, or an answer that it never gave before.
  case forgotten

  init(status: String?) {
    self =
      switch status {
      case "committed": .committed
      case "aborted": .rolledBack
      case "in progress": .unfinished
      default: .forgotten
      }
  }
}

extension PostgresConnection {
  /// Asks for a transaction by its number, once its session has ended.
  func fate(of number: String) throws -> CommitFate {
    // A number that is still to come was given out by a server that crashed before anything of that transaction had reached the disk.
    CommitFate(
      status: try command(
        """
        SELECT CASE WHEN '\(number)'::xid8 >= pg_snapshot_xmax(pg_current_snapshot()) THEN 'aborted' ELSE pg_xact_status('\(number)'::xid8) END
        """
      ).text)
  }
}
