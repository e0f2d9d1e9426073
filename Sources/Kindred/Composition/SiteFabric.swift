import Files
package import Pages
import Templates
package import Web

/// What is made of files alone, and can serve any number of sites: templates, words, assets.
package struct SiteFabric: Sendable {
  package let pages: PageRenderer
  package let assets: SiteAssets

  /// Throws `TemplateErrors` when a template or the words are wrong, and when there are no words for the site's language.
  package init(_ files: ProductFiles, languages: SiteLanguages = SiteLanguages()) throws {
    let tree = files.tree
    pages = try PageRenderer(stamp: files.stamp) { try Self.editions(files, languages) }
    assets = try SiteAssets(
      paths: { tree.paths.filter { $0.hasPrefix("public/") }.map { String($0.dropFirst("public/".count)) } },
      read: { tree.bytes("public/" + $0) }, stamp: files.stamp)
  }

  /// Compiles every template against its page, once for each language. Throws as ``init(_:languages:)``; `note` is told what does not stop
  /// a start, such as a message that a translation lacks.
  package static func editions(
    _ files: ProductFiles, _ languages: SiteLanguages = SiteLanguages(), note: (String) -> Void = { _ in }
  ) throws -> Editions {
    let catalogs = try languages.catalogs(files.tree.texts(in: "words"), note: note)
    let sources = TemplateSources(files.tree.texts(in: "templates"))
    let editions = try catalogs.map { catalog in
      let library = try TemplateLibrary(sources: sources, pages: AllPages.types, words: catalog)
      if catalog.language.tag == SiteLanguages.original { for template in library.unusedTemplates { note("no page uses \(template)") } }
      return Edition(words: Words(catalog), library: library)
    }
    guard let all = Editions(editions, site: languages.site) else {
      let known = editions.map(\.tag).joined(separator: ", ")
      throw ConfigurationProblems(["KINDRED_LANGUAGE: there are no words for \(languages.site); there are \(known)"])
    }
    return all
  }
}
