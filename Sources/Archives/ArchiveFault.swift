/// Why an archive cannot be trusted or written, in words for an operator.
package enum ArchiveFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file cannot be opened, read or written: what the system says of it.
  case system(String)
  case notAnArchive
  /// It ends before its end.
  case cut(after: String?)
  /// What stands where the next member should begin is none of ours: damage, a link, a folder, a name that leads elsewhere.
  case strange(after: String?)
  case twice(String)
  /// A member says it is larger than the file.
  case tooLarge(String)
  /// Between the end of a member and the next.
  case filling(after: String)
  case sumsMissing
  case sumsDamaged
  case damaged([String])
  case missing([String])
  /// There, but not in the list of sums.
  case unlisted([String])
  case more
  case exists(String)
  case beingWritten(String)

  package var description: String {
    switch self {
    case .system(let words): words
    case .notAnArchive: "this is no backup of Kindred"
    case .cut(let name): "the file is cut off \(Self.place(name))"
    case .strange(let name): "the file is damaged \(Self.place(name)): what follows is no plain file of a backup"
    case .twice(let name): "\(name) is in it twice"
    case .tooLarge(let name): "\(name) says it is larger than the file holds: damaged, or cut off"
    case .filling(let name): "the file is damaged right behind \(name)"
    case .sumsMissing: "the list of checksums is missing: the file is cut off, or was never finished"
    case .sumsDamaged: "the list of checksums is damaged"
    case .damaged(let names): "\(Self.list(names)) damaged"
    case .missing(let names): "\(Self.list(names)) missing"
    case .unlisted(let names): "\(Self.list(names)) in it without a checksum"
    case .more: "there is something behind its end"
    case .exists(let path): "\(path) is there already; nothing was overwritten"
    case .beingWritten(let path): "another backup is being written to \(path)"
    }
  }

  private static func place(_ name: String?) -> String { name.map { "behind \($0)" } ?? "at its beginning" }

  private static func list(_ names: [String]) -> String {
    names.count == 1 ? "\(names[0]) is" : "\(names.count) files, one of them \(names.first ?? ""), are"
  }
}
