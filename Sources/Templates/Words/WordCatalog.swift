/// Where the words of the interface come from, so that no template is written twice.
package protocol WordCatalog: Sendable {
  /// The language of the words: it decides the plural.
  var language: Language { get }
  /// The message of that key, or nil where the catalog has none.
  func message(_ key: String) -> String?
}
