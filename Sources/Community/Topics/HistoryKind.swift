import Database

/// What somebody did to a topic as a whole.
package enum HistoryKind: String, Sendable, Hashable, CaseIterable, SQLConvertible {
  case closed, reopened
  /// At an hour somebody had set before.
  case closedByItself, reopenedByItself
  /// Kept as it is for good: neither replies nor votes.
  case archived, unarchived
  case pinned, pinnedEverywhere, unpinned
  /// Whether lists show it.
  case listed, unlisted
  /// Some of its posts went to another topic.
  case postsMoved
  case categoryChanged, tagsChanged
}
