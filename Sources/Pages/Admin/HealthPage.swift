package import Community
package import Database
package import Templates

/// For admins: whether the server keeps up, what it lacks, and what took long.
package struct HealthPage: Page {
  package static let template = "admin/health"
  let site: SiteFrame
  let frame: AdminFrame
  /// What somebody should see to.
  let worries: [LinkFields]
  let rows: [LineFields]
  let reactions: [LineFields]
  let statements: [LineFields]

  /// A thing and what it is.
  struct LineFields: Fields {
    let name: String
    let value: String
    var note: String?

    func field(_ field: String) -> Field? {
      switch field {
      case "name": .text(name)
      case "value": .text(value)
      case "note": note.map(Field.text) ?? .nothing
      default: nil
      }
    }
  }

  package init(
    _ work: WaitingWork, machine: MachineState?, reactions: [ReactionState], statements: [SlowStatements.Entry], backups: [KeptBackup],
    maker: PageMaker
  ) {
    let words = maker.words
    func number(_ key: String, _ count: Int) -> String { words.text("health.\(key)", ["count": .number(count)]) }
    func count(_ count: Int) -> String { words.text("numbers.count", ["count": .number(count)]) }
    let failing = reactions.filter { $0.failures > 0 }
    let good = backups.first(where: \.isVerified)
    let isBackupOld = good.map { $0.madeAt < maker.clock.now - .days(8) } ?? true
    var worries: [LinkFields] = []
    func worry(_ isSo: Bool, _ text: String, _ path: String) { if isSo { worries.append(LinkFields(name: text, path: path)) } }
    worry(machine?.isDiskLow ?? false, words.text("health.worry.disk"), Paths.serverHealth + "#machine")
    worry(isBackupOld, words.text("health.worry.backup"), Paths.backups)
    worry(work.failedMail > 0, number("worry.mail", work.failedMail), Paths.serverHealth + "#work")
    worry(work.overdue > 0, number("worry.reviews", work.overdue), Paths.moderation)
    worry(!failing.isEmpty, number("worry.reactions", failing.count), Paths.serverHealth + "#reactions")
    self.worries = worries
    var rows: [LineFields] = []
    func add(_ key: String, _ value: String?, note: String? = nil) {
      if let value { rows.append(LineFields(name: words.text("health.\(key)"), value: value, note: note)) }
    }
    add("mail", count(work.mail), note: work.mailSince.map { words.text("health.since", ["time": .text(maker.time($0).text)]) })
    add("failedMail", count(work.failedMail))
    add("reviews", count(work.reviews), note: work.overdue > 0 ? number("overdue", work.overdue) : nil)
    add("backup", good.map { maker.time($0.madeAt).text } ?? words.text("health.none"))
    add("engine", machine?.engine)
    add("started", machine.map { maker.time($0.startedAt).text })
    add("memory", machine?.memory.map { Self.megabytes($0, words: words) })
    add(
      "disk", machine?.free.map { Self.megabytes($0, words: words) },
      note: machine?.room.map { words.text("health.of", ["size": .text(Self.megabytes($0, words: words))]) })
    self.rows = rows
    self.reactions = reactions.sorted { ($0.place, $0.name) < ($1.place, $1.name) }.map { state in
      LineFields(
        name: state.name, value: count(Int(max(0, work.lastEvent - state.place))),
        note: state.failures > 0 ? number("failed", state.failures) : nil)
    }
    self.statements = statements.map { entry in
      LineFields(
        name: entry.text, value: words.text("health.milliseconds", ["count": .number(Int(entry.longest / 1000))]),
        note: number("times", entry.times))
    }
    site = maker.frame(title: words.text("health.title"))
    frame = AdminFrame(maker)
  }

  private static func megabytes(_ bytes: Int64, words: Words) -> String {
    words.text("backups.megabytes", ["count": .number(Int(bytes / 1_000_000))])
  }

  private init() {
    (site, frame, worries) = (.sample, .sample, [.sample])
    let line = LineFields(name: "Mail that waits", value: "3", note: "since 10:00")
    (rows, reactions, statements) = ([line], [line], [line])
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "worries": .many(worries)
    case "hasWorries": .flag(!worries.isEmpty)
    case "rows": .many(rows)
    case "reactions": .many(reactions)
    case "hasReactions": .flag(!reactions.isEmpty)
    case "statements": .many(statements)
    case "hasStatements": .flag(!statements.isEmpty)
    default: nil
    }
  }

  package static let sample = HealthPage()
}
