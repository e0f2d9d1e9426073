import Community
import Templates

/// One result: a topic with the post of it that fits best.
struct SearchResultFields: Fields {
  let title: [SearchPieceFields]
  let path: String
  let excerpt: [SearchPieceFields]
  let chip: StateChip
  let isAccepted: Bool
  let category: LinkFields
  let author: String
  let time: TimeText

  init(_ result: SearchResult, maker: PageMaker) {
    title = result.title.map { SearchPieceFields(text: $0.text, isMatch: $0.isMatch) }
    path = result.isOpening ? Paths.topic(result.topic, result.slug) : Paths.post(result.post)
    excerpt = result.excerpt.map { SearchPieceFields(text: $0.text, isMatch: $0.isMatch) }
    chip = StateChip(result.state, words: maker.words)
    isAccepted = result.isAccepted
    category = LinkFields(name: result.categoryName, path: Paths.category(result.categorySlug))
    author = result.author?.name ?? maker.words.text("member.nameless")
    time = maker.time(result.at)
  }

  private init() {
    (title, path, excerpt, chip) = ([.sample], "/t/1/labels", [.sample], .sample)
    (isAccepted, category, author, time) = (true, .sample, "Ana", .sample)
  }

  func field(_ field: String) -> Field? {
    switch field {
    case "title": .many(title)
    case "path": .text(path)
    case "excerpt": .many(excerpt)
    case "chip": .one(chip)
    case "isAccepted": .flag(isAccepted)
    case "category": .one(category)
    case "author": .text(author)
    case "time": .one(time)
    default: nil
    }
  }

  static let sample = SearchResultFields()
}

/// A stretch of a title or excerpt that is marked or not as a whole.
struct SearchPieceFields: Fields {
  let text: String
  let isMatch: Bool

  func field(_ field: String) -> Field? {
    switch field {
    case "text": .text(text)
    case "isMatch": .flag(isMatch)
    default: nil
    }
  }

  static let sample = SearchPieceFields(text: "labels", isMatch: true)
}
