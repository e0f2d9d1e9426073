package import Community
package import Templates

/// For admins: whether mail leaves, what waits and what could not be sent, and whose mail comes back.
package struct MailPage: Page {
  package static let template = "admin/mail"
  let site: SiteFrame
  let frame: AdminFrame
  let problems: ProblemSummary?
  let trial: TrialFields?
  let waiting: String
  let overdue: TimeText?
  let tried: [LetterFields]
  let failed: [LetterFields]
  let bounced: [BouncedFields]

  /// What came of a test.
  struct TrialFields: Fields {
    let outcome: String
    let isGood: Bool
    let dialogue: String?

    func field(_ field: String) -> Field? {
      switch field {
      case "outcome": .text(outcome)
      case "isGood": .flag(isGood)
      case "dialogue": dialogue.map(Field.text) ?? .nothing
      default: nil
      }
    }
  }

  struct LetterFields: Fields {
    let address: String
    let reason: String
    let time: TimeText
    let attempts: Int
    let retryPath: String?

    func field(_ field: String) -> Field? {
      switch field {
      case "address": .text(address)
      case "reason": .text(reason)
      case "time": .one(time)
      case "attempts": .number(attempts)
      case "retryPath": retryPath.map(Field.text) ?? .nothing
      default: nil
      }
    }
  }

  struct BouncedFields: Fields {
    let name: String
    let path: String
    let address: String
    let reason: String
    let time: TimeText

    func field(_ field: String) -> Field? {
      switch field {
      case "name": .text(name)
      case "path": .text(path)
      case "address": .text(address)
      case "reason": .text(reason)
      case "time": .one(time)
      default: nil
      }
    }
  }

  package init(_ desk: MailDesk, trial: MailTrial? = nil, form: FormState = FormState(), maker: PageMaker) {
    let words = maker.words
    site = maker.frame(title: words.text("mailDesk.title"))
    frame = AdminFrame(maker)
    problems = ProblemSummary(form, maker: maker)
    self.trial = trial.map { trial in
      TrialFields(
        outcome: words.text("mailTrial.\(trial.outcome.rawValue)"), isGood: trial.outcome == .accepted,
        dialogue: trial.dialogue.isEmpty ? nil : trial.dialogue.joined(separator: "\n"))
    }
    waiting = words.text("mailDesk.waiting", ["count": .number(desk.waiting)])
    overdue = desk.overdueSince.map { maker.time($0) }
    func letters(_ all: [MailDesk.Letter]) -> [LetterFields] {
      all.map { letter in
        LetterFields(
          address: letter.address, reason: letter.reason, time: maker.time(letter.at), attempts: letter.attempts,
          retryPath: letter.mayRetry ? Paths.retryMail(letter.id) : nil)
      }
    }
    (tried, failed) = (letters(desk.tried), letters(desk.failed))
    bounced = desk.bounced.map { member in
      BouncedFields(
        name: member.name, path: Paths.memberSheet(member.id), address: member.address, reason: member.reason, time: maker.time(member.at))
    }
  }

  /// The words of the message that is sent.
  package static func letter(to own: (name: String, address: String), maker: PageMaker) -> MailTrial.Letter {
    MailTrial.Letter(
      name: own.name, address: own.address, subject: maker.words.text("mailTrial.subject"),
      text: maker.words.text("mailTrial.text", ["site": .text(maker.chrome.siteName)]) + "\n")
  }

  private init() {
    (site, frame, problems, waiting, overdue) = (.sample, .sample, .sample, "3 letters wait", .sample)
    trial = TrialFields(outcome: "The mail server took it.", isGood: true, dialogue: "< 220 mail.example")
    let letter = LetterFields(
      address: "a…@example.org", reason: "550 unknown", time: .sample, attempts: 3, retryPath: "/admin/mail/1/retry")
    (tried, failed) = ([letter], [letter])
    bounced = [
      BouncedFields(name: "Ana", path: "/admin/members/1", address: "a…@example.org", reason: "550 unknown", time: .sample)
    ]
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "problems": problems.map(Field.one) ?? .nothing
    case "trial": trial.map(Field.one) ?? .nothing
    case "waiting": .text(waiting)
    case "overdue": overdue.map(Field.one) ?? .nothing
    case "tried": .many(tried)
    case "hasTried": .flag(!tried.isEmpty)
    case "failed": .many(failed)
    case "hasFailed": .flag(!failed.isEmpty)
    case "bounced": .many(bounced)
    case "hasBounced": .flag(!bounced.isEmpty)
    default: nil
    }
  }

  package static let sample = MailPage()
}
