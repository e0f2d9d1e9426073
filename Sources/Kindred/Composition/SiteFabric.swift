import Files
import Pages
package import Templates
package import Web

/// What is made of files alone, and can serve any number of sites: templates, words, assets.
package struct SiteFabric: Sendable {
  package let pages: PageRenderer
  package let assets: SiteAssets

  /// Throws `TemplateErrors` when a template or the words are wrong.
  package init(_ files: ProductFiles) throws {
    let tree = files.tree
    pages = try PageRenderer(stamp: files.stamp) {
      PageRenderer.Material(library: try Self.library(files), catalog: try Self.words(files))
    }
    assets = try SiteAssets(
      paths: { tree.paths.filter { $0.hasPrefix("public/") }.map { String($0.dropFirst("public/".count)) } },
      read: { tree.bytes("public/" + $0) }, stamp: files.stamp)
  }

  /// Compiles every template against its page. Throws `TemplateErrors`.
  package static func library(_ files: ProductFiles) throws -> TemplateLibrary {
    try TemplateLibrary(sources: files.tree.texts(in: "templates"), pages: AllPages.types, words: words(files))
  }

  /// The words of the interface. Throws `TemplateErrors`.
  package static func words(_ files: ProductFiles) throws -> MessageCatalog {
    try MessageCatalog(language: "en", files: files.tree.texts(in: "words").filter { $0.key.hasPrefix("en") })
  }
}
