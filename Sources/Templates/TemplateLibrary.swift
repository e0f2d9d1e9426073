/// Every page's template, checked and compiled: the one way in which HTML and mail are made.
package struct TemplateLibrary: Sendable {
  private let programs: [ObjectIdentifier: Program]

  /// Templates that no page reaches and that are therefore not checked beyond their syntax; a house test wants none.
  package let unusedTemplates: [String]
  /// The keys of the catalog that some template speaks, for finding words that nobody uses.
  package let usedWords: Set<String>

  /// Compiles every page's template against its sample; `sources` are texts by path (`topics/show.mustache`).
  /// Throws `TemplateErrors` with all faults of all templates.
  package init(sources: [String: String], pages: [any Page.Type], words: any WordCatalog) throws {
    try self.init(sources: TemplateSources(sources), pages: pages, words: words)
  }

  /// As ``init(sources:pages:words:)`` with what another language's library has read already.
  package init(sources parsed: TemplateSources, pages: [any Page.Type], words: any WordCatalog) throws {
    var faults = parsed.faults
    var isIncomplete = !faults.isEmpty
    var ledger = FieldLedger()
    var programs: [ObjectIdentifier: Program] = [:]
    var usedTemplates: Set<String> = []
    var usedWords: Set<String> = []
    for page in pages {
      let isHTML = !page.template.hasSuffix(".txt")
      var compiler = PageCompiler(sources: parsed, words: words, isHTML: isHTML, ledger: ledger)
      programs[ObjectIdentifier(page)] = compiler.compile(
        page: page.template, sample: page.sample, typeName: String(describing: page))
      ledger = compiler.ledger
      faults += compiler.faults
      isIncomplete = isIncomplete || compiler.isIncomplete
      usedTemplates.formUnion(compiler.usedTemplates)
      usedWords.formUnion(compiler.usedWords)
    }
    if !isIncomplete { faults += ledger.unused }
    guard faults.isEmpty else { throw TemplateErrors(faults) }
    self.programs = programs
    self.unusedTemplates = parsed.nodes.keys.filter { !usedTemplates.contains($0) }.sorted()
    self.usedWords = usedWords
  }

  /// Whether the library was made with the page's type.
  package func knows(_ page: any Page) -> Bool { programs[ObjectIdentifier(type(of: page))] != nil }

  /// Adds the page's bytes to `out`; a page type that the library was not made with adds nothing.
  package func render<P: Page>(_ page: P, into out: inout [UInt8]) {
    guard let program = programs[ObjectIdentifier(P.self)] else { return }
    program.instructions.withUnsafeBufferPointer { instructions in
      program.constants.withUnsafeBufferPointer { constants in
        Renderer(instructions: instructions, constants: constants, style: program.style)
          .run(0..<instructions.count, page, into: &out)
      }
    }
  }

  /// The page's bytes, UTF-8.
  package func render<P: Page>(_ page: P) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(2 * (programs[ObjectIdentifier(P.self)]?.constants.count ?? 0))
    render(page, into: &out)
    return out
  }
}
