import Pages
import Templates
import Testing

@Suite struct AllPagesTests {
  @Test("every page's template agrees with its sample") func templatesLoad() throws {
    let library = try TemplateLibrary(sources: Repository.templates(), pages: AllPages.types, words: Repository.catalog())
    #expect(library.unusedTemplates == [], "no page uses these")
  }

  @Test("every page renders one main heading, one main part and no word that is missing") func samplesRender() throws {
    let library = try TemplateLibrary(sources: Repository.templates(), pages: AllPages.types, words: Repository.catalog())
    for type in AllPages.types where !type.template.hasPrefix("mail/") {
      let html = String(decoding: render(type, library), as: UTF8.self)
      // A picture, a feed and a map of the site are made from templates too.
      if html.hasPrefix("<svg") || html.hasPrefix("<?xml") { continue }
      #expect(!html.contains("{{"), "\(type)")
      if AllPages.fragments.contains(where: { $0 == type }) {
        #expect(!html.contains("<html") && !html.contains("<main"), "\(type) is a part of a page")
        continue
      }
      #expect(html.split(separator: "<h1").count == 2, "\(type) has not exactly one h1")
      #expect(html.split(separator: "<main").count == 2, "\(type) has not exactly one main")
      #expect(html.contains("<html lang=\"en\""), "\(type)")
    }
  }

  private func render<P: Page>(_ type: P.Type, _ library: TemplateLibrary) -> [UInt8] { library.render(P.sample) }
}
