import Community

extension HistoryKind {
  /// What a small action of a Discourse forum did; nil for what no forum of ours knows.
  init?(discourse code: String?) {
    switch code {
    case "closed.enabled": self = .closed
    case "closed.disabled": self = .reopened
    case "autoclosed.enabled": self = .closedByItself
    case "autoclosed.disabled": self = .reopenedByItself
    case "archived.enabled": self = .archived
    case "archived.disabled": self = .unarchived
    case "pinned.enabled": self = .pinned
    case "pinned_globally.enabled": self = .pinnedEverywhere
    case "pinned.disabled", "pinned_globally.disabled": self = .unpinned
    case "visible.enabled": self = .listed
    case "visible.disabled": self = .unlisted
    case "split_topic": self = .postsMoved
    case "category_changed": self = .categoryChanged
    case "tags_changed": self = .tagsChanged
    default: return nil
    }
  }
}
