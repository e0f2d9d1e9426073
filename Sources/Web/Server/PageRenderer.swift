package import Templates

/// Turns page values into bytes with the templates as they are now.
package struct PageRenderer: Sendable {
  private let library: Current<TemplateLibrary>

  /// `stamp` says in development whether a template changed; nil otherwise. Throws `TemplateErrors` when a template is wrong.
  package init(stamp: (@Sendable () -> UInt64)? = nil, _ compile: @escaping @Sendable () throws -> TemplateLibrary) throws {
    library = try Current(stamp: stamp, make: compile)
  }

  /// The templates as they are now, for mail.
  package func current() throws -> TemplateLibrary { try library.value() }

  /// The page's bytes. Throws `TemplateErrors` only in development, when a changed template is wrong.
  package func render(_ page: any Page) throws -> [UInt8] { try current().render(page) }
}
