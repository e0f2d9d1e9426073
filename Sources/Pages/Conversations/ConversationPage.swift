package import Community
package import Templates

/// A conversation with one page of its parts.
package struct ConversationPage: Page {
  package static let template = "conversations/show"
  let site: SiteFrame
  let heading: String
  let isWithStaff: Bool
  /// Who may read along, in a sentence.
  let audience: String
  /// The other one of two, or who asked.
  let other: BadgeFields
  let parts: [MessagePartFields]
  let pages: PagerFields?
  let form: MessageFields?
  /// Why nothing can be written, in a sentence.
  let refusal: String?
  /// That who it is for is away.
  let away: AwayFields?
  let mutePath: String
  let isMuted: Bool
  let leavePath: String?
  let blockPath: String?
  let isBlocked: Bool
  let publishPath: String?
  /// The question it was made public as.
  let topic: LinkFields?

  /// `form` where the viewer writes, with what was typed.
  package init(_ view: ConversationView, form: MessageFields?, maker: PageMaker) {
    let (head, words) = (view.head, maker.words)
    let other = head.other.name
    heading = head.isWithStaff ? head.title : other
    site = maker.frame(title: heading)
    isWithStaff = head.isWithStaff
    audience =
      !head.isWithStaff
      ? words.text("conversation.audience.two", ["name": .text(other)])
      : head.isAsker ? words.text("conversation.audience.own") : words.text("conversation.audience.asked", ["name": .text(other)])
    self.other = BadgeFields(head.other, maker: maker)
    let unread = view.parts.first { $0.number > head.readNumber && !$0.isOwn }?.number
    parts = view.parts.map { MessagePartFields($0, in: head, isFirstUnread: $0.number == unread && $0.number > 1, maker: maker) }
    pages = PagerFields(page: view.page, count: view.pageCount) { Paths.conversation(head.id, page: $0) }
    self.form = form
    refusal = head.refusal.map { words.text("refusal.\($0.rawValue)") }
    away = head.away.map { AwayFields($0, name: other, maker: maker) }
    mutePath = Paths.act("mute", on: head.id)
    isMuted = head.isMuted
    leavePath = head.takesPart ? Paths.act("leave", on: head.id) : nil
    isBlocked = head.refusal == .blockedByYou
    blockPath = !head.isWithStaff && (isBlocked || BlockList.canBlock(head.other.role)) ? Paths.block(head.other.handle) : nil
    publishPath = head.isAsker && head.topic == nil ? Paths.makePublic(head.id) : nil
    topic = head.topic.map { LinkFields(name: $0.title, path: Paths.topic($0.id, $0.slug)) }
  }

  private init() {
    (site, heading, isWithStaff, audience, other) = (.sample, "Kai", true, "Only the two of you read this.", .sample)
    (parts, pages, form, refusal, away) = ([.sample], .sample, .sample, "Nobody can be reached here.", .sample)
    (mutePath, isMuted, leavePath) = ("/messages/1/mute", true, "/messages/1/leave")
    (blockPath, isBlocked, publishPath, topic) = ("/m/kai/block", true, "/messages/1/make-public", .sample)
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "heading": .text(heading)
    case "isWithStaff": .flag(isWithStaff)
    case "audience": .text(audience)
    case "other": .one(other)
    case "parts": .many(parts)
    case "pages": pages.map(Field.one) ?? .nothing
    case "form": form.map(Field.one) ?? .nothing
    case "away": away.map(Field.one) ?? .nothing
    case "refusal": refusal.map(Field.text) ?? .nothing
    case "mutePath": .text(mutePath)
    case "isMuted": .flag(isMuted)
    case "leavePath": leavePath.map(Field.text) ?? .nothing
    case "blockPath": blockPath.map(Field.text) ?? .nothing
    case "isBlocked": .flag(isBlocked)
    case "publishPath": publishPath.map(Field.text) ?? .nothing
    case "topic": topic.map(Field.one) ?? .nothing
    default: nil
    }
  }

  package static let sample = ConversationPage()
}

/// One part of a conversation on its page.
struct MessagePartFields: Fields {
  let anchor: String
  let number: Int
  let author: BadgeFields
  let html: SafeHTML
  let time: TimeText
  let path: String
  let reportPath: String?
  let isReported: Bool
  let isFirstUnread: Bool

  init(_ part: MessagePart, in head: ConversationHead, isFirstUnread: Bool, maker: PageMaker) {
    anchor = Paths.partAnchor(part.number)
    number = part.number
    author = BadgeFields(part.author, maker: maker)
    html = SafeHTML(trusted: part.html)
    time = maker.time(part.createdAt)
    path = Paths.part(WrittenPart(conversation: head.id, number: part.number))
    reportPath = part.isOwn || part.isReported ? nil : Paths.report(part.number, of: head.id)
    isReported = part.isReported
    self.isFirstUnread = isFirstUnread
  }

  private init() {
    (anchor, number, author, html, time) = ("m2", 2, .sample, SafeHTML(escaping: "Text"), .sample)
    (path, reportPath, isReported, isFirstUnread) = ("/messages/1#m2", "/messages/1/parts/2/report", true, true)
  }

  func field(_ field: String) -> Field? {
    switch field {
    case "anchor": .text(anchor)
    case "number": .number(number)
    case "author": .one(author)
    case "html": .html(html)
    case "time": .one(time)
    case "path": .text(path)
    case "reportPath": reportPath.map(Field.text) ?? .nothing
    case "isReported": .flag(isReported)
    case "isFirstUnread": .flag(isFirstUnread)
    default: nil
    }
  }

  static let sample = MessagePartFields()
}
