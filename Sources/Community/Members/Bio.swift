package import Markup

/// What a member says of themselves, in Markdown, with its HTML: rendered here, before any transaction.
package struct Bio: Sendable, Equatable {
  package let text: String
  package let rendered: RenderedMarkdown
  /// The most characters.
  package static let most = 2000

  /// Empty is allowed; `people` as in ``PostBody``. Throws ``Problem`` `tooLong`.
  package init(_ raw: String, people: Set<String> = []) throws(Problem) {
    let text = raw.trimmingWhiteSpace()
    guard text.utf8.count <= Self.most * 4, text.unicodeScalars.count <= Self.most else { throw Problem(.tooLong, Self.most) }
    self.text = text
    rendered = renderMarkdown(text, MarkdownOptions(handles: people))
  }
}
