package import Community
package import Templates

/// A list of addresses for search engines, as sitemaps.org has it.
package struct SitemapPage: Page {
  package static let template = "site/sitemap"
  let places: [SitemapEntry]

  /// A part of the topics.
  package init(_ places: [Sitemap.Place], maker: PageMaker) {
    self.places = places.map { SitemapEntry(url: maker.baseAddress + Paths.topic($0.id, $0.slug), changed: utc($0.changedAt)) }
  }

  /// What lasts: home, the lists, the categories.
  package init(maker: PageMaker) {
    let paths = [Paths.home, Paths.unanswered] + maker.chrome.categories.map(\.path) + [Paths.privacy, Paths.accessibility]
    places = paths.map { SitemapEntry(url: maker.baseAddress + $0, changed: nil) }
  }

  private init() { places = [.sample] }
  package func field(_ field: String) -> Field? { field == "places" ? .many(places) : nil }
  package static let sample = SitemapPage()
}

/// The list of those lists, which is what search engines are pointed to.
package struct SitemapIndexPage: Page {
  package static let template = "site/sitemap-index"
  let parts: [SitemapEntry]

  package init(_ parts: [Sitemap.Part], maker: PageMaker) {
    self.parts =
      [SitemapEntry(url: maker.baseAddress + Paths.sitemap(part: "pages"), changed: nil)]
      + parts.map { part in
        SitemapEntry(url: maker.baseAddress + Paths.sitemap(part: "topics-\(part.number)"), changed: utc(part.changedAt))
      }
  }

  private init() { parts = [.sample] }
  package func field(_ field: String) -> Field? { field == "parts" ? .many(parts) : nil }
  package static let sample = SitemapIndexPage()
}

/// An address and when it last changed, where that is known.
struct SitemapEntry: Fields {
  let url: String
  let changed: String?
  func field(_ field: String) -> Field? {
    switch field {
    case "url": .text(url)
    case "changed": changed.map(Field.text) ?? .nothing
    default: nil
    }
  }
  static let sample = SitemapEntry(url: "https://forum.example/t/1/labels", changed: "2026-11-17T08:12:00Z")
}
