package import Archives

/// What a backup consists of.
package enum BackupMember: Sendable, Equatable {
  case database, settings, manifest
  /// A picture's file, by its name alone.
  case picture(String)

  /// Nil for anything that is no part of a backup.
  package init?(_ name: ArchiveName) {
    switch name.text {
    case "kindred.sqlite": self = .database
    case "settings.conf": self = .settings
    case "manifest.json": self = .manifest
    default:
      let parts = name.text.split(separator: "/")
      guard parts.count == 3, parts[0] == "pictures", parts[1] == parts[2].prefix(2) else { return nil }
      self = .picture(String(parts[2]))
    }
  }

  /// Its place below the folder it is restored into. Throws for the name of a file that cannot stand in an archive.
  func name() throws -> ArchiveName {
    let text =
      switch self {
      case .database: "kindred.sqlite"
      case .settings: "settings.conf"
      case .manifest: "manifest.json"
      case .picture(let file): "pictures/\(file.prefix(2))/\(file)"
      }
    guard let name = ArchiveName(text) else { throw BackupFault.strange(text) }
    return name
  }
}

/// Why a backup cannot be made or used, in words for an operator.
package enum BackupFault: Error, Sendable, Equatable, CustomStringConvertible {
  case strange(String)
  case lacks(String)
  case otherCount(said: Int, found: Int)
  case notEmpty(String, what: String)
  case notAlike([String])
  case otherTables(String)

  package var description: String {
    switch self {
    case .strange(let name): "\(name) is no part of a backup"
    case .lacks(let name): "\(name) is missing"
    case .otherCount(let said, let found): "it says it has \(said) files of pictures, and has \(found)"
    case .notEmpty(let place, let what): "\(place) is not empty: there is \(what); nothing was touched. Restore into an empty place"
    case .notAlike(let tables): "what was copied is not what was there: \(tables.joined(separator: ", "))"
    case .otherTables(let table): "the table \(table) is not as this program knows it; use the program that the data belongs to"
    }
  }
}
