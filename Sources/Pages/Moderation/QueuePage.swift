package import Community
package import Templates

/// What waits for a person: waves that share something first, then each thing, dangers and what weighs most on top.
package struct QueuePage: Page {
  package static let template = "moderation/queue"
  let site: SiteFrame
  let frame: AdminFrame
  let rows: [ReviewRowFields]
  let waves: [WaveFields]

  /// `scores` only order: of what weighs the same, what looks most like spam stands first.
  package init(_ rows: [ReviewRow], scores: [PostID: SpamScore], waves: [ReviewWave], maker: PageMaker) {
    func score(_ row: ReviewRow) -> Double { row.post.flatMap { scores[$0] }?.value ?? 0 }
    site = maker.frame(title: maker.words.text("queue.title"))
    frame = AdminFrame(maker)
    let ordered = rows.enumerated().sorted { one, other in
      if one.element.isDanger != other.element.isDanger { return one.element.isDanger }
      if one.element.weight != other.element.weight { return one.element.weight > other.element.weight }
      let (first, second) = (score(one.element), score(other.element))
      return first == second ? one.offset < other.offset : first > second
    }
    self.rows = ordered.map { _, row in ReviewRowFields(row, score: row.post.flatMap { scores[$0] }, maker: maker) }
    self.waves = waves.map { WaveFields($0, maker: maker) }
  }

  private init() { (site, frame, rows, waves) = (.sample, .sample, [.sample], [.sample]) }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "rows": .many(rows)
    case "hasRows": .flag(!rows.isEmpty)
    case "isEmpty": .flag(rows.isEmpty)
    case "waves": .many(waves)
    case "hasWaves": .flag(!waves.isEmpty)
    default: nil
    }
  }

  package static let sample = QueuePage()
}

/// Many things that share a host, a text or the address they came from.
struct WaveFields: Fields {
  let path: String
  let name: String

  init(_ wave: ReviewWave, maker: PageMaker) {
    path = Paths.wave(wave.kind, wave.value)
    name = maker.words.text("wave.\(wave.kind)", ["count": .number(wave.count), "value": .text(wave.value)])
  }

  private init() { (path, name) = ("/moderation/wave?kind=link&value=pills.example", "40 lead to pills.example") }

  func field(_ field: String) -> Field? {
    switch field {
    case "path": .text(path)
    case "name": .text(name)
    default: nil
    }
  }

  static let sample = WaveFields()
}
