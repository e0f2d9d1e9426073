package import Templates

/// Which languages a site speaks: all those it has words for.
package struct SiteLanguages: Sendable, Equatable {
  /// The language the product is written in; every other one is a translation of it.
  package static let original = "en"

  /// The site's own language, for whoever asks for none that there is.
  package let site: String
  /// Whether the languages nobody speaks are offered too, to see what a page does with other words.
  package let hasPseudo: Bool

  package init(site: String = SiteLanguages.original, hasPseudo: Bool = false) {
    self.site = site
    self.hasPseudo = hasPseudo
  }

  /// The catalogs of `words/`: `de.words` and all of `de/` are German. A folder of an operator's own is one more language.
  /// Throws `TemplateErrors`; `note` is told of gaps.
  package func catalogs(_ files: [String: String], note: (String) -> Void = { _ in }) throws -> [any WordCatalog] {
    var byLanguage: [String: [String: String]] = [:]
    for (path, text) in files where path.hasSuffix(".words") {
      let first = path.prefix { $0 != "/" }
      let tag = String(first.hasSuffix(".words") ? first.dropLast(".words".count) : first)
      guard Language.isTag(tag) else {
        throw ConfigurationProblems(["words/\(path): \(tag) is not the tag of a language, such as fr or pt-BR"])
      }
      byLanguage[tag, default: [:]][path] = text
    }
    let original = try MessageCatalog(language: Self.original, files: byLanguage.removeValue(forKey: Self.original) ?? [:])
    var catalogs: [any WordCatalog] = [original]
    for (tag, files) in byLanguage {
      let translation = try Translation(try MessageCatalog(language: tag, files: files), of: original)
      for gap in translation.gaps { note("words of \(tag): \(gap)") }
      catalogs.append(translation)
    }
    catalogs.sort { ($0.message(Translation.name) ?? "", $0.language.tag) < ($1.message(Translation.name) ?? "", $1.language.tag) }
    return catalogs + (hasPseudo ? PseudoCatalog.Kind.allCases.map { PseudoCatalog(original, $0) } : [])
  }
}
