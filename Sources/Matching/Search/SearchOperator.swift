extension SearchQuery {
  /// What can be said of a post besides its words.
  package enum Key: String, Sendable, Hashable, CaseIterable {
    case author, tag, category, `is`, before, after
    static let longest = "category".utf8.count
  }

  /// A condition as typed: `tag:oven`, `-author:"ana"`. What its value means is not known here.
  package struct Operator: Sendable, Hashable {
    package let key: Key
    package let value: String
    package let isExcluded: Bool

    package init(_ key: Key, _ value: String, isExcluded: Bool = false) {
      self.key = key
      self.value = value
      self.isExcluded = isExcluded
    }

    /// As it can be typed again.
    package var text: String {
      let isPlain = !value.contains { $0.isWhitespace || $0 == "\"" } && !value.isEmpty
      return (isExcluded ? "-" : "") + key.rawValue + ":" + (isPlain ? value : "\"\(value)\"")
    }
  }
}
