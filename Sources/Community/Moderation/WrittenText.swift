import Markup

/// What somebody is about to publish: a post, and what stands over it.
package struct WrittenText: Sendable {
  var title: TopicTitle?
  var body: PostBody
  var tags: TagChoice?

  package init(title: TopicTitle? = nil, body: PostBody, tags: TagChoice? = nil) {
    self.title = title
    self.body = body
    self.tags = tags
  }
}

/// What is counted and looked up of a text before it is written; made with its HTML, outside of any transaction.
package struct TextFacts: Sendable {
  /// The Markdown, as rules of words read it.
  let source: FoldedText
  /// What people will read: marks can stand in the middle of a word.
  let shown: FoldedText
  /// Links that lead elsewhere.
  let links: Int
  let mentions: Int
  let pictures: Int

  init(source: String, rendered: RenderedMarkdown) {
    self.source = FoldedText(source)
    shown = FoldedText(rendered.text)
    links = rendered.links.count { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
    mentions = rendered.mentions.count
    pictures = rendered.pictures.count
  }

  private init() { (source, shown, links, mentions, pictures) = (.empty, .empty, 0, 0, 0) }

  /// For what no rule looks at, as texts from another forum.
  static let none = TextFacts()
}
