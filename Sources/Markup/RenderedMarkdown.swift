/// A post's text as it is stored beside its source: safe HTML to show, plain text to search, and whom and what it points to.
package struct RenderedMarkdown: Sendable, Equatable {
  /// What a page shows as it is: every tag in it was made by this target, everything from people is escaped.
  package let html: String
  /// What search, excerpts and mail read: the words without marks, blocks separated by line breaks, code included.
  package let text: String
  /// The handles mentioned that somebody has, lower-cased, each once, in order of first appearance, for notices.
  package let mentions: [String]
  /// The targets of its links in order, for link limits and word rules; mentions are not among them.
  package let links: [String]
  /// The names of our own pictures that it shows, each once, for what it makes them visible to.
  package let pictures: [String]

  /// Stored with each post, so that a change of the renderer can find what it has to render again.
  package static let rendererVersion = 3
}
