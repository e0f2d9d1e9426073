package import Community
package import Templates

/// How a text will look, above the form it is typed in or for a script that puts it there.
package struct PreviewPage: Page {
  package static let template = "posts/preview"
  let title: String?
  let html: SafeHTML

  /// An empty title is none.
  package init(_ body: PostBody, title: String = "") {
    self.title = title.isEmpty ? nil : title
    html = SafeHTML(trusted: body.html)
  }

  private init() { (title, html) = ("How do I print labels?", SafeHTML(escaping: "Text")) }

  package func field(_ field: String) -> Field? {
    switch field {
    case "title": title.map(Field.text) ?? .nothing
    case "html": .html(html)
    default: nil
    }
  }

  package static let sample = PreviewPage()
}
