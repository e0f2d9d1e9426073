package import Community
package import Templates

/// A feed of topics or of one topic's posts, as RFC 4287 (Atom) has it.
package struct FeedPage: Page {
  package static let template = "topics/feed"
  let language: String
  let siteName: String
  let title: String
  /// The page it tells of; also what readers know the feed by.
  let pageURL: String
  let selfURL: String
  let updated: String
  let entries: [Entry]

  /// One text of a feed.
  struct Entry: Fields {
    let title: String
    let url: String
    let published: String
    let updated: String
    let author: String
    /// Nil for somebody who took their name off.
    let authorURL: String?
    let category: String
    /// The post as HTML; written as text, since that is how a feed carries it.
    let content: String

    func field(_ field: String) -> Field? {
      switch field {
      case "title": .text(title)
      case "url": .text(url)
      case "published": .text(published)
      case "updated": .text(updated)
      case "author": .text(author)
      case "authorURL": authorURL.map(Field.text) ?? .nothing
      case "category": .text(category)
      case "content": .text(content)
      default: nil
      }
    }
  }

  /// `title` and `path` are those of the page it tells of; nil is the whole community. Entries of a list are topics, those of a topic posts.
  package init(_ feed: TopicFeed, title: String?, path: String, isOfTopic: Bool, maker: PageMaker) {
    language = maker.chrome.language.tag
    siteName = xmlText(maker.chrome.siteName)
    self.title = title.map(xmlText) ?? siteName
    pageURL = maker.baseAddress + path
    selfURL = maker.baseAddress + Paths.feed(of: path)
    updated = utc(feed.entries.map(\.updatedAt).max() ?? maker.clock.now)
    entries = feed.entries.map { entry in
      let nameless = maker.words.text("member.nameless")
      return Entry(
        title: xmlText(entry.title), url: maker.baseAddress + (isOfTopic ? Paths.post(entry.post) : Paths.topic(entry.topic, entry.slug)),
        published: utc(entry.writtenAt), updated: utc(entry.updatedAt), author: xmlText(entry.author?.name ?? nameless),
        authorURL: entry.author.map { maker.baseAddress + Paths.member($0.handle) }, category: xmlText(entry.category),
        content: xmlText(entry.html))
    }
  }

  private init() {
    (language, siteName, title) = ("en", "Crumb & Co", "Latest topics")
    (pageURL, selfURL, updated) = ("https://forum.example/", "https://forum.example/feed", "2026-11-17T08:12:00Z")
    entries = [
      Entry(
        title: "How do I print labels?", url: "https://forum.example/t/1/labels", published: updated, updated: updated, author: "Ana",
        authorURL: "https://forum.example/m/ana", category: "Help", content: "<p>Text</p>")
    ]
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "language": .text(language)
    case "siteName": .text(siteName)
    case "title": .text(title)
    case "pageURL": .text(pageURL)
    case "selfURL": .text(selfURL)
    case "updated": .text(updated)
    case "entries": .many(entries)
    default: nil
    }
  }

  package static let sample = FeedPage()
}
