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

/// The notices of one topic, all unread or all read.
struct NoticeGroupFields: Fields {
  let title: String
  let path: String
  let topic: String?
  let conversation: String?
  /// The newest of an unread group; nil for a read one.
  let upTo: String?
  let lines: [NoticeFields]

  /// `rows` are not empty.
  init(_ rows: [NoticeRow], maker: PageMaker) {
    switch rows.first?.place {
    case .post(_, let topic, let title, let slug):
      self.title = title
      path = Paths.topic(topic, slug)
      (self.topic, conversation) = (String(topic.rawValue), nil)
    case .message(let part, let title):
      self.title = title.isEmpty ? maker.words.text("notices.messages") : title
      path = Paths.part(part)
      (topic, conversation) = (nil, String(part.conversation.rawValue))
    case nil: (title, path, topic, conversation) = ("", Paths.home, nil, nil)
    }
    let isUnread = rows.contains { !$0.isRead }
    upTo = isUnread ? rows.map(\.id).max().map { String($0.rawValue) } : nil
    lines = rows.map { NoticeFields($0, maker: maker) }
  }

  private init() { (title, path, topic, conversation, upTo, lines) = ("Labels", "/t/1/labels", "1", "1", "7", [.sample]) }

  func field(_ field: String) -> Field? {
    switch field {
    case "title": .text(title)
    case "path": .text(path)
    case "topic": topic.map(Field.text) ?? .nothing
    case "conversation": conversation.map(Field.text) ?? .nothing
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
  let path: String
  let time: TimeText

  init(_ row: NoticeRow, maker: PageMaker) {
    let who = row.author?.name ?? maker.words.text("member.nameless")
    text = maker.words.text("notice.\(row.kind.rawValue)", ["who": .text(who)])
    path =
      switch row.place {
      case .post(let post, _, _, _): Paths.post(post)
      case .message(let part, _): Paths.part(part)
      }
    time = maker.time(row.at)
  }

  private init() { (text, path, time) = ("Kai answered your question", "/p/2", .sample) }

  func field(_ field: String) -> Field? {
    switch field {
    case "text": .text(text)
    case "path": .text(path)
    case "time": .one(time)
    default: nil
    }
  }

  static let sample = NoticeFields()
}

extension NoticeRow {
  /// Notices of one topic or conversation stand together.
  fileprivate var group: String {
    switch place {
    case .post(_, let topic, _, _): "topic \(topic.rawValue)"
    case .message(let part, _): "conversation \(part.conversation.rawValue)"
    }
  }
}
