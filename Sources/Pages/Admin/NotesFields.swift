import Community
import Templates

/// What was noted about a member, with the form for one more.
struct NotesFields: Fields {
  let path: String
  let rows: [RowFields]
  let text: InputField

  init(_ notes: [MemberNote], about member: MemberID, form: FormState, maker: PageMaker) {
    path = Paths.act("notes", on: member)
    rows = notes.map { note in
      RowFields(
        text: note.body, by: note.by.name, time: maker.time(note.at),
        removePath: note.isRemovable(by: maker.viewer) ? Paths.act("notes/\(note.id.rawValue)/remove", on: member) : nil)
    }
    text = InputField("memberNote", in: form, maker: maker, hint: "sheet.notes.hint")
  }

  private init() { (path, rows, text) = ("/admin/members/2/notes", [.sample], .sample) }

  func field(_ field: String) -> Field? {
    switch field {
    case "path": .text(path)
    case "rows": .many(rows)
    case "hasRows": .flag(!rows.isEmpty)
    case "text": .one(text)
    default: nil
    }
  }

  static let sample = NotesFields()

  /// One note.
  struct RowFields: Fields {
    let text: String
    let by: String
    let time: TimeText
    let removePath: String?

    func field(_ field: String) -> Field? {
      switch field {
      case "text": .text(text)
      case "by": .text(by)
      case "time": .one(time)
      case "removePath": removePath.map(Field.text) ?? .nothing
      default: nil
      }
    }

    static let sample = RowFields(
      text: "Called us; all is well.", by: "Tomas", time: .sample, removePath: "/admin/members/2/notes/1/remove")
  }
}

/// Where a member is signed in, for who may sign them out.
struct SignedInFields: Fields {
  let path: String
  let rows: [SessionFields]

  init(_ sessions: [SessionRow], of member: MemberID, maker: PageMaker) {
    path = Paths.act("sessions/end", on: member)
    rows = sessions.map { row in
      SessionFields(row, isCurrent: false, endPath: Paths.act("sessions/\(row.id.rawValue)/end", on: member), maker: maker)
    }
  }

  private init() { (path, rows) = ("/admin/members/2/sessions/end", [.sample]) }

  func field(_ field: String) -> Field? {
    switch field {
    case "path": .text(path)
    case "rows": .many(rows)
    case "hasRows": .flag(!rows.isEmpty)
    default: nil
    }
  }

  static let sample = SignedInFields()
}
