import Crypto

/// A file as it is sent: both spellings of its bytes, made once.
package struct StaticFile: Sendable {
  let bytes: [UInt8]
  let gzipped: [UInt8]?
  let type: String
  let tag: EntityTag
  let hash: String

  package init(_ bytes: [UInt8], type: String) {
    self.bytes = bytes
    self.type = type
    gzipped = MediaTypes.isText(type) ? Gzip.compress(bytes).flatMap { $0.count < bytes.count ? $0 : nil } : nil
    tag = EntityTag(of: bytes)
    hash = String(tag.text.filter { $0 != "-" && $0 != "_" }.prefix(12))
  }
}

/// The types of the files we serve, by the end of their names.
enum MediaTypes {
  static func type(of name: String) -> String? {
    guard let dot = name.lastIndex(of: ".") else { return nil }
    return types[name[name.index(after: dot)...].lowercased()]
  }
  static func isText(_ type: String) -> Bool {
    type.hasPrefix("text/") || type.hasPrefix("image/svg") || type.hasPrefix("application/manifest")
      || type.hasPrefix("application/speculationrules")
      || type.hasPrefix("application/xml") || type.hasPrefix("application/atom+xml")
  }
  private static let types = [
    "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml; charset=utf-8", "png": "image/png",
    "webp": "image/webp", "jpg": "image/jpeg", "ico": "image/x-icon", "txt": "text/plain; charset=utf-8",
    "json": "application/speculationrules+json", "webmanifest": "application/manifest+json; charset=utf-8",
  ]
}
