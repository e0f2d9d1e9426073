import Foundation

/// A password as bytes to hash: the same whichever keyboard typed it, and never longer than anyone was allowed to choose.
struct TypedPassword: Sendable {
  static let minimum = 8
  static let maximum = 128
  // One character may carry any number of combining marks, so characters alone bound nothing.
  static let maximumBytes = 1024

  let text: String
  var bytes: [UInt8] { Array(text.utf8) }

  /// Nil when it is longer than any password can be.
  init?(_ raw: String) {
    guard raw.utf8.count <= Self.maximumBytes, raw.count <= Self.maximum else { return nil }
    text = raw.precomposedStringWithCanonicalMapping
  }
}
