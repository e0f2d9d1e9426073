package import Markup
import Matching

/// What somebody wrote, with its HTML: rendered when parsed, so never inside a transaction and never on a GET.
package struct PostBody: Sendable {
  package static let mostBytes = MarkdownLimits.sourceBytes
  /// Markdown as typed, line ends made alike.
  package let source: String
  package let rendered: RenderedMarkdown
  /// Its words as search keeps them.
  package let terms: String
  /// What rules look up and count of it.
  package let facts: TextFacts
  private let showsPictures: Bool
  /// Which renderer made the HTML, stored with it so that old posts can be found and rendered anew.
  package static let rendererVersion = RenderedMarkdown.rendererVersion

  /// Its safe HTML, as it is stored and previewed.
  package var html: String { rendered.html }

  /// `people` are the handles it may mention, of ``Mentioned``; a picture is a link where none are shown, as in messages, which say nothing of
  /// who may see one. Throws ``Problem`` `empty` or `bodyTooLong`.
  package init(_ raw: String, people: Set<String> = [], showsPictures: Bool = true) throws(Problem) {
    try self.init(raw, people, pictures: showsPictures, longest: Self.mostBytes)
  }

  /// A text from another forum, which may have allowed longer ones: what was said there is not ours to cut. It mentions nobody.
  /// Throws ``Problem`` `empty` or `bodyTooLong`.
  package init(imported raw: String) throws(Problem) {
    try self.init(raw, [], pictures: false, longest: MarkdownLimits.importedBytes)
  }

  /// A text that the company says of its site, on a page that owns no heading but h1: its links are its own. It mentions nobody.
  /// Throws ``Problem`` `empty` or `bodyTooLong`.
  package init(siteText raw: String) throws(Problem) {
    try self.init(raw, [], pictures: false, longest: Self.mostBytes, nofollow: false, topHeading: 2)
  }

  /// The same with other words, mentioning whom it mentioned. Throws as ``init(_:people:showsPictures:)``.
  func saying(_ other: String) throws(Problem) -> PostBody {
    try PostBody(other, Set(rendered.mentions), pictures: showsPictures, longest: Self.mostBytes)
  }

  private init(_ raw: String, _ people: Set<String>, pictures: Bool, longest: Int, nofollow: Bool = true, topHeading: UInt8 = 3)
    throws(Problem)
  {
    let source = raw.contains("\r") ? raw.replacing("\r\n", with: "\n").replacing("\r", with: "\n") : raw
    if source.allSatisfy(\.isWhitespace) { throw Problem(.empty) }
    if source.utf8.count > longest { throw Problem(.bodyTooLong, longest / 1024) }
    self.source = source
    rendered = renderMarkdown(
      source, MarkdownOptions(nofollow: nofollow, handles: people, pictures: pictures, topHeading: topHeading, sourceBytes: longest))
    terms = TextAnalyzer().termsText(of: rendered.text)
    // A text from another forum meets no rule, and there are millions of them.
    facts = longest == Self.mostBytes ? TextFacts(source: source, rendered: rendered) : .none
    showsPictures = pictures
  }
}
