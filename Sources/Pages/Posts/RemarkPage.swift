package import Community
package import Templates

/// A remark that could not be taken, with its text and the reason.
package struct RemarkPage: Page {
  package static let template = "posts/remark-again"
  package let site: SiteFrame
  let path: String
  let backPath: String
  let body: String
  let key: String
  let problem: String

  package init(place: PostPlace, body: String, key: String, problem: String, maker: PageMaker) {
    site = maker.frame(title: maker.words.text("remark.title"))
    path = Paths.act("remarks", on: place.post)
    backPath = Paths.place(place)
    self.body = body
    self.key = key
    self.problem = problem
  }

  private init() {
    (site, path, backPath, body, key, problem) = (.sample, "/p/1/remarks", "/t/1/labels#p1", "True", "k", "Too long.")
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "path": .text(path)
    case "backPath": .text(backPath)
    case "body": .text(body)
    case "key": .text(key)
    case "problem": .text(problem)
    default: nil
    }
  }

  package static let sample = RemarkPage()
}
