package import Database

/// The community's own logo, or the small picture of its tabs. Its name is new with each, so that its address can be kept for ever.
package struct SitePicture: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable { case logo, icon }
  package let name: String
  package let format: String
  package let width: Int
  package let height: Int

  /// The last part of its address.
  package var file: String { "\(name).\(format)" }

  package init(_ name: PictureName, format: String, width: Int, height: Int) {
    (self.name, self.format, self.width, self.height) = (name.text, format, width, height)
  }

  /// As ``SiteSettings`` reads it: name, format, width and height with spaces.
  init?(_ kept: String) {
    let parts = kept.split(separator: " ").map(String.init)
    guard parts.count == 4, let width = Int(parts[2]), let height = Int(parts[3]) else { return nil }
    (name, format, self.width, self.height) = (parts[0], parts[1], width, height)
  }

  /// Puts one up in place of the one before. Throws ``ForumError/forbidden(_:)`` unless the actor manages the site.
  package func put(_ content: [UInt8], as kind: Kind, by actor: Actor, in tx: Transaction) throws {
    guard actor.may(.manageSite) else { throw ForumError.forbidden(.notAllowed) }
    try tx.run(
      """
      INSERT INTO site_picture (kind, name, format, width, height, content)
      VALUES (\(kind.rawValue), \(name), \(format), \(width), \(height), \(content))
      ON CONFLICT (kind) DO UPDATE SET name = excluded.name, format = excluded.format, width = excluded.width, height = excluded.height,
        content = excluded.content
      """)
    try SettingChange.log("site.\(kind.rawValue) +", by: actor, in: tx)
  }

  /// Takes one off; nothing happens where there is none. Throws as ``put(_:as:by:in:)``.
  package static func remove(_ kind: Kind, by actor: Actor, in tx: Transaction) throws {
    guard actor.may(.manageSite) else { throw ForumError.forbidden(.notAllowed) }
    guard try tx.run("DELETE FROM site_picture WHERE kind = \(kind.rawValue)") == 1 else { return }
    try SettingChange.log("site.\(kind.rawValue) -", by: actor, in: tx)
  }

  /// What is sent for an address; nil where nothing is shown there now.
  package static func content(_ file: String, in tx: Transaction) throws -> (bytes: [UInt8], format: String)? {
    try tx.first("SELECT content, format FROM site_picture WHERE name || '.' || format = \(file)") { row in
      (bytes: try row.next([UInt8].self), format: try row.next(String.self))
    }
  }

  /// What stands for the pages' small picture where a browser asks for it by itself.
  package static func icon(in tx: Transaction) throws -> (bytes: [UInt8], format: String)? {
    try tx.first("SELECT content, format FROM site_picture WHERE kind = 'icon'") { row in
      (bytes: try row.next([UInt8].self), format: try row.next(String.self))
    }
  }
}
