/// A post as its blocks; between somebody's HTML and our Markdown.
indirect enum MarkdownBlock: Hashable {
  case paragraph([InlineToken])
  case heading(level: Int, [InlineToken])
  case code(String, language: String)
  case quote([MarkdownBlock])
  case list(MarkdownList)
  case rule
  case table([[[InlineToken]]], columns: [MarkdownAlignment])
}

/// `start` is nil for bullets.
struct MarkdownList: Hashable {
  var start: Int?
  var isLoose = false
  var items: [[MarkdownBlock]] = []
}

enum MarkdownAlignment: Hashable {
  case none, left, center, right
}
