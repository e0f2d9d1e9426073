import Community
import Database
import Dumps

/// Who wrote what: accounts of the dump, and those of whom only a name or a number is left.
struct StackExchangePeople {
  private var known: Set<String> = []

  mutating func add(_ user: SEUser) { known.insert(String(user.id)) }

  /// The author's record, and the member to make if nobody has named them before.
  mutating func author(_ user: Int?, _ name: String?, at: Int64) -> (external: String, new: [ImportedMember]) {
    if let user, known.contains(String(user)) { return (String(user), []) }
    let external = user.map { "user:\($0)" } ?? name.map { "name:\($0)" } ?? "nobody"
    if known.contains(external) { return (external, []) }
    known.insert(external)
    let otherwise = user.map { "user\($0)" } ?? "Former member"
    let member = ImportedMember(
      external: external, name: DisplayName(imported: name ?? "", otherwise: otherwise), joinedAt: Timestamp(milliseconds: at))
    return (external, [member])
  }

  /// The record of somebody with an account; nil for anybody else.
  func account(_ user: Int?) -> String? {
    guard let user, known.contains(String(user)) else { return nil }
    return String(user)
  }

  static func member(_ user: SEUser, linkBase: String?) -> ImportedMember {
    let about = user.aboutMeHTML.map { HTMLToMarkdown.markdown(fromHTML: $0, linkBase: linkBase) } ?? ""
    return ImportedMember(
      external: String(user.id), name: DisplayName(imported: user.displayName, otherwise: "user\(user.id)"),
      joinedAt: Timestamp(milliseconds: user.createdAt), seenAt: user.lastAccessDate.map { Timestamp(milliseconds: $0) },
      bio: try? Bio(about))
  }
}
