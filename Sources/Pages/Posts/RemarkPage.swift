package import Community
package import Templates

/// A remark on a page of its own: one that could not be taken, with its text and the reason, or how it will look.
package struct RemarkPage: Page {
  package static let template = "posts/remark-again"
  package let site: SiteFrame
  let path: String
  let backPath: String
  let body: String
  let key: String
  let problem: String?
  let preview: PreviewPage?
  let draft: DraftFields
  let picture: PictureFields

  package init(
    place: PostPlace, body: String, key: String, problem: String? = nil, preview: PostBody? = nil, draft: DraftFields, maker: PageMaker
  ) {
    site = maker.frame(title: maker.words.text("remark.title"))
    path = Paths.act("remarks", on: place.post)
    backPath = Paths.place(place)
    self.body = body
    self.key = key
    self.problem = problem
    self.preview = preview.map { PreviewPage($0) }
    self.draft = draft
    picture = PictureFields("body", maker: maker)
  }

  private init() {
    picture = .sample
    (site, path, backPath, body, key) = (.sample, "/p/1/remarks", "/t/1/labels#p1", "True", "k")
    (problem, preview, draft) = ("Too long.", .sample, .sample)
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "path": .text(path)
    case "backPath": .text(backPath)
    case "body": .text(body)
    case "key": .text(key)
    case "problem": problem.map(Field.text) ?? .nothing
    case "preview": preview.map(Field.one) ?? .nothing
    case "draft": .one(draft)
    case "picture": .one(picture)
    default: nil
    }
  }

  package static let sample = RemarkPage()
}
