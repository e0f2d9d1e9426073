import Community

/// In which part somebody tries an act on a topic.
enum Part: String, CaseIterable {
  case visitor, member
  /// A moderator of the category the topic lies in, and one of another.
  case inside, outside
  case helper, staff, moderator, admin

  /// Whose browser it is.
  var person: String {
    switch self {
    case .visitor: "visitor"
    case .member, .inside, .outside: "kai"
    case .helper: "omar"
    case .staff: "mei"
    case .moderator: "tomas"
    case .admin: "noor"
    }
  }

  static let members = Set(allCases).subtracting([.visitor])
}
