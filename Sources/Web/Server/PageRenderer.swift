package import Pages

/// The site's pages in every language, with the templates and words as they are now.
package struct PageRenderer: Sendable {
  private let current: Current<Editions>

  /// `stamp` says in development whether a template changed; nil otherwise. Throws `TemplateErrors` when a template is wrong.
  package init(stamp: (@Sendable () -> UInt64)? = nil, _ compile: @escaping @Sendable () throws -> Editions) throws {
    current = try Current(stamp: stamp, make: compile)
  }

  /// Throws `TemplateErrors` only in development, when a changed file is wrong.
  package func editions() throws -> Editions { try current.value() }
}
