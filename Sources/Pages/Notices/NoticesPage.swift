package import Community
package import Database
package import Templates

/// What a member was told, gathered by topic, unread first.
package struct NoticesPage: Page {
  package static let template = "notices/show"
  let site: SiteFrame
  let groups: [NoticeGroupFields]
  /// The newest notice that is on the page and unread; nil when none is.
  let upTo: String?
  /// When notices were marked as read just now, to take it back.
  let undoAt: String?
  let newestPath: String?
  let olderPath: String?

  package init(_ list: NoticeList, readAt: Timestamp?, isFirst: Bool, maker: PageMaker) {
    site = maker.frame(title: maker.words.text("notices.title"))
    let unread = list.rows.filter { !$0.isRead }
    let newest = unread.map(\.id).max()
    upTo = newest.map { String($0.rawValue) }
    groups = [unread, list.rows.filter(\.isRead)].flatMap { rows in
      // A topic stands where its newest notice does.
      rows.reduce(into: [[NoticeRow]]()) { groups, row in
        if let place = groups.firstIndex(where: { $0.first?.group == row.group }) {
          groups[place].append(row)
        } else {
          groups.append([row])
        }
      }
    }.map { NoticeGroupFields($0, maker: maker) }
    undoAt = readAt.map { String($0.rawValue) }
    newestPath = isFirst ? nil : Paths.notices
    olderPath = list.older.map { "\(Paths.notices)?before=\($0.text)" }
  }

  private init() {
    (site, groups, upTo, undoAt, newestPath, olderPath) = (.sample, [.sample], "7", "1", "/notices", "/notices?before=read-1")
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "groups": .many(groups)
    case "hasGroups": .flag(!groups.isEmpty)
    case "isEmpty": .flag(groups.isEmpty)
    case "upTo": upTo.map(Field.text) ?? .nothing
    case "undoAt": undoAt.map(Field.text) ?? .nothing
    case "newestPath": newestPath.map(Field.text) ?? .nothing
    case "olderPath": olderPath.map(Field.text) ?? .nothing
    case "hasPages": .flag(newestPath != nil || olderPath != nil)
    default: nil
    }
  }

  package static let sample = NoticesPage()
}

/// The notices of one thing, all unread or all read.
struct NoticeGroupFields: Fields {
  let title: String
  /// Nil where it leads nowhere: what was reported is gone.
  let path: String?
  /// The field by which these alone are marked as read, and what it says.
  let part: String
  let number: String
  /// The newest of an unread group; nil for a read one.
  let upTo: String?
  let lines: [NoticeFields]

  /// `rows` are not empty.
  init(_ rows: [NoticeRow], maker: PageMaker) {
    switch rows.first?.place {
    case .post(_, let topic, let title, let slug):
      self.title = title
      path = Paths.topic(topic, slug)
      (part, number) = ("topic", String(topic.rawValue))
    case .message(let message, let title):
      self.title = title.isEmpty ? maker.words.text("notices.messages") : title
      path = Paths.part(message)
      (part, number) = ("conversation", String(message.conversation.rawValue))
    case .decision(let act, let kind):
      title = maker.words.text("decision.\(kind.rawValue)")
      path = Paths.decision(act)
      (part, number) = ("decision", String(act.rawValue))
    case .report(let review, let post, let title, _):
      self.title = title.isEmpty ? maker.words.text("notices.report") : title
      path = post.map(Paths.post)
      (part, number) = ("report", String(review.rawValue))
    case nil: (title, path, part, number) = ("", nil, "", "")
    }
    let isUnread = rows.contains { !$0.isRead }
    upTo = isUnread ? rows.map(\.id).max().map { String($0.rawValue) } : nil
    lines = rows.map { NoticeFields($0, maker: maker) }
  }

  private init() { (title, path, part, number, upTo, lines) = ("Labels", "/t/1/labels", "topic", "1", "7", [.sample]) }

  func field(_ field: String) -> Field? {
    switch field {
    case "title": .text(title)
    case "path": path.map(Field.text) ?? .nothing
    case "part": .text(part)
    case "number": .text(number)
    case "upTo": upTo.map(Field.text) ?? .nothing
    case "isUnread": .flag(upTo != nil)
    case "lines": .many(lines)
    default: nil
    }
  }

  static let sample = NoticeGroupFields()
}

/// One notice: who did what, and when.
struct NoticeFields: Fields {
  let text: String
  let path: String?
  let time: TimeText

  init(_ row: NoticeRow, maker: PageMaker) {
    let who = row.author?.name ?? maker.words.text("member.nameless")
    var what = "notice.\(row.kind.rawValue)"
    switch row.place {
    case .post(let post, _, _, _): path = Paths.post(post)
    case .message(let part, _): path = Paths.part(part)
    case .decision(let act, _): path = Paths.decision(act)
    case .report(_, let post, _, let isUpheld):
      path = post.map(Paths.post)
      what += isUpheld ? ".upheld" : ".dismissed"
    }
    text = maker.words.text(what, ["who": .text(who)])
    time = maker.time(row.at)
  }

  private init() { (text, path, time) = ("Kai answered your question", "/p/2", .sample) }

  func field(_ field: String) -> Field? {
    switch field {
    case "text": .text(text)
    case "path": path.map(Field.text) ?? .nothing
    case "time": .one(time)
    default: nil
    }
  }

  static let sample = NoticeFields()
}

extension NoticeRow {
  /// Notices of one topic or conversation stand together; each decision, and what came of each report, by itself.
  fileprivate var group: String {
    switch place {
    case .post(_, let topic, _, _): "topic \(topic.rawValue)"
    case .message(let part, _): "conversation \(part.conversation.rawValue)"
    case .decision(let act, _): "decision \(act.rawValue)"
    case .report(let review, _, _, _): "report \(review.rawValue)"
    }
  }
}
