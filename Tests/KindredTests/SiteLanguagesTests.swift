import Files
import Foundation
import Kindred
import Pages
import Templates
import Testing

@Suite("The languages of a site") struct SiteLanguagesTests {
  /// An operator's folder with words in it.
  private func files(_ words: [String: String]) throws -> ProductFiles {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kindred-words-\(UUID().uuidString)", isDirectory: true)
    for (path, text) in words {
      let file = folder.appendingPathComponent("words/\(path)")
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    return ProductFiles(overrides: folder.path)
  }

  private func catalogs(_ words: [String: String], _ languages: SiteLanguages = SiteLanguages()) throws -> ([String], [String]) {
    var notes: [String] = []
    let catalogs = try languages.catalogs(try files(words).tree.texts(in: "words")) { notes.append($0) }
    return (catalogs.map(\.language.tag), notes)
  }

  @Test("are those the product has; none of them says anything that is noted") func own() throws {
    let (tags, notes) = try catalogs(["unused/nothing": ""])
    #expect(tags == ["de", "en"])
    #expect(notes == [])
    #expect(try catalogs(["unused/nothing": ""], SiteLanguages(hasPseudo: true)).0 == ["de", "en", "en-XA", "ar-XB"])
  }

  @Test("a folder of an operator's is one more, in which English stands where it is silent, and that is noted") func added() throws {
    let (tags, notes) = try catalogs(["fr/site.words": "language.name = Français\nlayout.ask = Demander\nlayout.aks = Demander"])
    #expect(tags == ["de", "en", "fr"])
    #expect(notes.contains("words of fr: fr/site.words:3: \"layout.aks\" is a message that nobody asks for"))
    #expect(notes.contains("words of fr: fr:1: \"layout.skip\" is missing; en stands in"))
  }

  @Test("words that no page could fill stop the start, and so do folders that name no language") func refused() {
    #expect(throws: TemplateErrors.self) { try catalogs(["fr.words": "language.name = Français\nlayout.ask = Demander {who}"]) }
    #expect(throws: TemplateErrors.self) { try catalogs(["fr.words": "layout.ask = Demander"]) }
    #expect(throws: TemplateErrors.self) { try catalogs(["de/site.words": "layout.ask = Fragen"]) }
    #expect(throws: ConfigurationProblems.self) { try catalogs(["french/site.words": "layout.ask = Demander"]) }
  }

  @Test("the site's own must be one there are words for") func site() throws {
    #expect(try SiteFabric.editions(ProductFiles(overrides: nil), SiteLanguages(site: "de")).site.tag == "de")
    #expect(throws: ConfigurationProblems.self) { try SiteFabric.editions(ProductFiles(overrides: nil), SiteLanguages(site: "fr")) }
  }
}
