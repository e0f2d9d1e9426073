import Foundation

/// What a backup says of itself, as JSON that people can read too.
package struct BackupManifest: Sendable, Equatable, Codable {
  static let format = "kindred-backup"
  static let newestVersion = 1
  private static let mostBytes = 1 << 16

  package let format: String
  /// Of the archive, not of the program.
  package let formatVersion: Int
  /// When it began: everything acknowledged before is in it. Milliseconds since 1970.
  package let madeAt: Int64
  /// The same for people, in UTC.
  package let made: String
  /// Where the rows were: `SQLite` or `PostgreSQL`. They can be restored into either.
  package let engine: String
  /// The last migration that had run.
  package let schema: String
  package let counts: Counts
  /// How many files are in the folder `pictures`.
  package let pictureFiles: Int
  /// Files that the community itself had lost.
  package let lostFiles: [String]

  package struct Counts: Sendable, Equatable, Codable {
    package var members: Int
    package var topics: Int
    package var posts: Int
    package var messages: Int
    package var pictures: Int
  }

  package enum Fault: Error, Sendable, Equatable, CustomStringConvertible {
    case unreadable
    case newer(Int)

    package var description: String {
      switch self {
      case .unreadable: "what the backup says of itself cannot be read"
      case .newer(let version): "the backup is of a newer kind (\(version)) than this program knows (\(BackupManifest.newestVersion))"
      }
    }
  }

  init(madeAt: Int64, engine: String, schema: String, counts: Counts, pictureFiles: Int, lostFiles: [String]) {
    format = Self.format
    formatVersion = Self.newestVersion
    self.madeAt = madeAt
    made = LogTime.text(madeAt)
    self.engine = engine
    self.schema = schema
    self.counts = counts
    self.pictureFiles = pictureFiles
    self.lostFiles = lostFiles
  }

  /// Reads one that may have been written by anybody. Throws ``Fault``.
  package init(_ bytes: [UInt8]) throws {
    struct Kind: Codable { let format: String, formatVersion: Int }
    let decoder = JSONDecoder()
    guard bytes.count <= Self.mostBytes, let kind = try? decoder.decode(Kind.self, from: Data(bytes)), kind.format == Self.format,
      kind.formatVersion >= 1
    else { throw Fault.unreadable }
    guard kind.formatVersion <= Self.newestVersion else { throw Fault.newer(kind.formatVersion) }
    guard let manifest = try? decoder.decode(BackupManifest.self, from: Data(bytes)), manifest.pictureFiles >= 0 else {
      throw Fault.unreadable
    }
    self = manifest
  }

  func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }
}
