package import Community
package import Templates

/// For admins: which backups there are and whether they are whole, when the next are made, and a button for one now.
package struct BackupsPage: Page {
  package static let template = "admin/backups"
  let site: SiteFrame
  let frame: AdminFrame
  let problems: ProblemSummary?
  let rows: [RowFields]
  let lastGood: TimeText?
  let fault: String?
  let isWaiting: Bool
  let every: [ChoiceFields]
  let hours: [ChoiceFields]
  let keeps: [ChoiceFields]

  struct RowFields: Fields {
    let name: String
    let size: String
    let time: TimeText
    let isVerified: Bool

    func field(_ field: String) -> Field? {
      switch field {
      case "name": .text(name)
      case "size": .text(size)
      case "time": .one(time)
      case "isVerified": .flag(isVerified)
      default: nil
      }
    }
  }

  package init(_ kept: [KeptBackup], run: BackupRun, settings: BackupSettings, form: FormState = FormState(), maker: PageMaker) {
    let words = maker.words
    site = maker.frame(title: words.text("backups.title"))
    frame = AdminFrame(maker)
    problems = ProblemSummary(form, maker: maker)
    rows = kept.map { backup in
      let size = words.text("backups.megabytes", ["count": .number(Int((backup.bytes + 999_999) / 1_000_000))])
      return RowFields(name: backup.name, size: size, time: maker.time(backup.madeAt), isVerified: backup.isVerified)
    }
    lastGood = kept.first(where: \.isVerified).map { maker.time($0.madeAt) }
    (fault, isWaiting) = (run.fault, run.isWaiting)
    let chosen = form["every"].isEmpty ? settings.every.rawValue : form["every"]
    every = BackupSettings.Every.allCases.map {
      ChoiceFields(value: $0.rawValue, label: words.text("backups.every.\($0.rawValue)"), isChosen: $0.rawValue == chosen)
    }
    hours = (0...23).map { hour in
      let label = words.text("backups.hour", ["hour": .text(hour < 10 ? "0\(hour)" : "\(hour)")])
      return ChoiceFields(value: String(hour), label: label, isChosen: hour == settings.hour)
    }
    keeps = BackupSettings.keeps.map { ChoiceFields(value: String($0), label: String($0), isChosen: $0 == settings.keep) }
  }

  private init() {
    frame = .sample
    (site, problems, lastGood, fault, isWaiting) = (.sample, .sample, .sample, "the disk is full", true)
    rows = [RowFields(name: "kindred-20260105-030000.tar", size: "12 MB", time: .sample, isVerified: true)]
    (every, hours, keeps) = ([.sample], [.sample], [.sample])
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "problems": problems.map(Field.one) ?? .nothing
    case "rows": .many(rows)
    case "hasRows": .flag(!rows.isEmpty)
    case "lastGood": lastGood.map(Field.one) ?? .nothing
    case "fault": fault.map(Field.text) ?? .nothing
    case "isWaiting": .flag(isWaiting)
    case "every": .many(every)
    case "hours": .many(hours)
    case "keeps": .many(keeps)
    default: nil
    }
  }

  package static let sample = BackupsPage()
}
