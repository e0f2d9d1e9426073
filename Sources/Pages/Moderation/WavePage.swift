package import Community
package import Templates

/// Many things that share something, with what is likely spam ticked: one press decides on all of them.
package struct WavePage: Page {
  package static let template = "moderation/wave"
  let site: SiteFrame
  let frame: AdminFrame
  let name: String
  let path: String
  let rows: [ReviewRowFields]
  let mayRestrict: Bool

  package init(_ rows: [ReviewRow], likely: Set<ReviewID>, kind: String, value: String, maker: PageMaker) {
    site = maker.frame(title: maker.words.text("wave.title"))
    frame = AdminFrame(maker)
    path = Paths.wave(kind, value)
    name = maker.words.text("wave.\(kind)", ["count": .number(rows.count), "value": .text(value)])
    // What is ticked stands first, so that nobody has to look for what is not.
    let sorted = rows.filter { likely.contains($0.id) } + rows.filter { !likely.contains($0.id) }
    self.rows = sorted.filter { $0.act == nil }.map { ReviewRowFields($0, isChosen: likely.contains($0.id), maker: maker) }
    mayRestrict = maker.viewer.may(.restrictMembers)
  }

  private init() {
    (site, frame, name, path, rows, mayRestrict) = (
      .sample, .sample, "40 lead to pills.example", "/moderation/wave?kind=link&value=pills.example", [.sample], true
    )
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "name": .text(name)
    case "path": .text(path)
    case "rows": .many(rows)
    case "hasRows": .flag(!rows.isEmpty)
    case "isEmpty": .flag(rows.isEmpty)
    case "mayRestrict": .flag(mayRestrict)
    default: nil
    }
  }

  package static let sample = WavePage()
}
