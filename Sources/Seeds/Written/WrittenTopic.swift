/// A conversation written by hand: the demo, and what the pictures show.
struct WrittenTopic: Sendable {
  let kind: SeedTopicKind
  let title: String
  let category: String
  let tags: [String]
  let author: SeedCast
  /// Hours of average activity before the community's "now".
  let hoursAgo: Double
  let votes: Int
  let meToos: Int
  let views: Int
  let lang: String?
  /// What helped, in the asker's words, where no single answer did.
  let solved: String?
  let body: String
  let posts: [WrittenPost]

  init(
    _ kind: SeedTopicKind, _ title: String, in category: String, _ tags: [String], by author: SeedCast, hoursAgo: Double,
    votes: Int = 0, meToos: Int = 0, views: Int, lang: String? = nil, solved: String? = nil, _ body: String, _ posts: [WrittenPost]
  ) {
    self.kind = kind
    self.title = title
    self.category = category
    self.tags = tags
    self.author = author
    self.hoursAgo = hoursAgo
    self.votes = votes
    self.meToos = meToos
    self.views = views
    self.lang = lang
    self.solved = solved
    self.body = body
    self.posts = posts
  }
}

/// A post written by hand.
struct WrittenPost: Sendable {
  let kind: SeedPostKind
  let author: SeedCast
  /// Minutes of average activity after the opening.
  let after: Double
  let votes: Int
  let acceptedBy: SeedCast?
  let parent: Int?
  let lang: String?
  /// The text before its one edit.
  let before: String?
  let body: String

  init(
    _ kind: SeedPostKind, _ author: SeedCast, after: Double, votes: Int = 0, accepted: SeedCast? = nil, on parent: Int? = nil,
    lang: String? = nil, before: String? = nil, _ body: String
  ) {
    self.kind = kind
    self.author = author
    self.after = after
    self.votes = votes
    self.acceptedBy = accepted
    self.parent = parent
    self.lang = lang
    self.before = before
    self.body = body
  }
}

extension WrittenTopic {
  /// Newest first.
  static let all: [WrittenTopic] = [
    recipes, planning, orders, labels, shop, stock, automation, firstWeeks, bench, benchLong, languages,
  ]
  .flatMap { $0 }.sorted { $0.hoursAgo < $1.hoursAgo }
}
