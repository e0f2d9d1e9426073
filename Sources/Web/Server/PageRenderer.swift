package import Templates

/// Turns page values into bytes with the templates and words as they are now.
package struct PageRenderer: Sendable {
  /// What a renderer is made of.
  package struct Material: Sendable {
    let library: TemplateLibrary
    let words: Words
    let catalog: any WordCatalog
    package init(library: TemplateLibrary, catalog: any WordCatalog) {
      self.library = library
      self.catalog = catalog
      words = Words(catalog)
    }
  }
  private let material: Current<Material>

  /// `stamp` says in development whether a template changed; nil otherwise. Throws `TemplateErrors` when a template is wrong.
  package init(stamp: (@Sendable () -> UInt64)? = nil, _ compile: @escaping @Sendable () throws -> Material) throws {
    material = try Current(stamp: stamp, make: compile)
  }

  /// The templates as they are now, for mail. Throws `TemplateErrors` only in development, when a changed file is wrong; as all below.
  package func current() throws -> TemplateLibrary { try material.value().library }
  /// The words as they are now.
  package func words() throws -> Words { try material.value().words }
  /// The page's bytes.
  package func render(_ page: any Page) throws -> [UInt8] {
    let library = try current()
    // Forgotten in `AllPages`: an error that is seen at once, not an empty page.
    guard library.knows(page) else { throw UnlistedPage(name: String(describing: type(of: page))) }
    return library.render(page)
  }

  private struct UnlistedPage: Error {
    let name: String
  }

  /// A message that the catalog may not have, without arguments.
  func message(_ key: String) -> String? {
    guard let material = try? material.value(), material.catalog.message(key) != nil else { return nil }
    return material.words.text(key)
  }
}
