import Community
import Templates

/// A numbered post on a topic's page, with the acts the viewer may do.
struct PostFields: Fields {
  let anchor: String
  let number: Int
  let isOpening: Bool
  let isAnswer: Bool
  /// A `BadgeFields`; wrapped once, as the template asks for it six times a post.
  let author: Field
  let html: SafeHTML
  /// A `TimeText`, wrapped once.
  let time: Field
  let path: String
  let edited: TimeText?
  let isMasked: Bool
  let historyPath: String?
  let replyTo: ReplyTo?
  let votes: Int
  let hasMyVote: Bool
  let votePath: String?
  let meToo: MeToo?
  /// False for a visitor, for whom the names that follow need not be asked.
  let hasActs: Bool
  let acceptPath: String?
  let unacceptPath: String?
  let editPath: String?
  let deletePath: String?
  let nameOffPath: String?
  let answerPath: String?
  /// Where the post is kept to be found again, or let go of; nil for a visitor.
  let bookmarkPath: String?
  /// Where the viewer can block its author; nil where they cannot, or have.
  let blockPath: String?
  /// Where somebody asks the moderators to look at it; nil for the viewer's own.
  let reportPath: String?
  /// For who decides on it.
  let moderatePath: String?
  let isBookmarked: Bool
  let quotePath: String?
  let remarks: [RemarkFields]
  let laterRemarks: [RemarkFields]
  let remarkCount: Int
  let remarkForm: RemarkForm?
  /// Why it is not there for everybody, in words.
  let removed: String?
  /// Where its author reads what was decided.
  let whyPath: String?
  let isReadable: Bool
  /// By somebody the viewer has blocked: its text waits to be unfolded.
  let isFolded: Bool
  /// Shown above as an accepted answer, so that here only a line stands.
  let isShownAbove: Bool
  let cardPath: String
  let isAccepted: Bool
  /// Whether the viewer has read everything before it and nothing from it on.
  let isFirstUnread: Bool
  /// What it is of the topic in the words of schema.org, and its type; nil for the opening post, which is the topic itself, and for what was
  /// removed.
  let itemProp: String?
  let itemType: String

  /// The post a reply answers.
  struct ReplyTo: Fields {
    let name: String
    let path: String
    func field(_ field: String) -> Field? {
      switch field {
      case "name": .text(name)
      case "path": .text(path)
      default: nil
      }
    }
  }

  /// "I have this too", on the question.
  struct MeToo: Fields {
    let path: String
    let isMine: Bool
    let count: Int
    func field(_ field: String) -> Field? {
      switch field {
      case "path": .text(path)
      case "isMine": .flag(isMine)
      case "count": .number(count)
      case "hasCount": .flag(count > 0)
      default: nil
      }
    }
  }

  /// The small form for a remark.
  struct RemarkForm: Fields {
    let path: String
    let anchor: String
    let key: String
    let number: Int
    let body: String
    let draft: DraftFields
    func field(_ field: String) -> Field? {
      switch field {
      case "path": .text(path)
      case "anchor": .text(anchor)
      case "key": .text(key)
      case "number": .number(number)
      case "body": .text(body)
      case "hasBody": .flag(!body.isEmpty)
      case "draft": .one(draft)
      default: nil
      }
    }
  }

  func field(_ field: String) -> Field? {
    switch field {
    // In the order in which a visitor's page asks most: names are compared one after the other, some fifty times a post.
    case "author": author
    case "isReadable": .flag(isReadable)
    case "isAnswer": .flag(isAnswer)
    case "isOpening": .flag(isOpening)
    case "anchor": .text(anchor)
    case "isShownAbove": .flag(isShownAbove)
    case "isAccepted": .flag(isAccepted)
    case "itemProp": itemProp.map(Field.text) ?? .nothing
    case "itemType": .text(itemType)
    case "removed": removed.map(Field.text) ?? .nothing
    case "path": .text(path)
    case "time": time
    case "number": .number(number)
    case "html": .html(html)
    case "historyPath": historyPath.map(Field.text) ?? .nothing
    case "isMasked": .flag(isMasked)
    case "hasEdit": .flag(edited != nil)
    case "edited": edited.map(Field.one) ?? .nothing
    case "votePath": votePath.map(Field.text) ?? .nothing
    case "hasVotes": .flag(votes > 0)
    case "votes": .number(votes)
    case "meToo": meToo.map(Field.one) ?? .nothing
    case "replyTo": replyTo.map(Field.one) ?? .nothing
    case "hasRemarks": .flag(!remarks.isEmpty)
    case "hasActs": .flag(hasActs)
    case "acceptPath": acceptPath.map(Field.text) ?? .nothing
    case "unacceptPath": unacceptPath.map(Field.text) ?? .nothing
    case "editPath": editPath.map(Field.text) ?? .nothing
    case "deletePath": deletePath.map(Field.text) ?? .nothing
    case "quotePath": quotePath.map(Field.text) ?? .nothing
    case "answerPath": answerPath.map(Field.text) ?? .nothing
    case "reportPath": reportPath.map(Field.text) ?? .nothing
    case "moderatePath": moderatePath.map(Field.text) ?? .nothing
    case "whyPath": whyPath.map(Field.text) ?? .nothing
    case "blockPath": blockPath.map(Field.text) ?? .nothing
    case "bookmarkPath": bookmarkPath.map(Field.text) ?? .nothing
    case "nameOffPath": nameOffPath.map(Field.text) ?? .nothing
    case "remarkForm": remarkForm.map(Field.one) ?? .nothing
    case "hasMyVote": .flag(hasMyVote)
    case "isBookmarked": .flag(isBookmarked)
    case "remarks": .many(remarks)
    case "laterRemarks": .many(laterRemarks)
    case "hasLaterRemarks": .flag(!laterRemarks.isEmpty)
    case "remarkCount": .number(remarkCount)
    case "cardPath": .text(cardPath)
    case "isFirstUnread": .flag(isFirstUnread)
    case "isFolded": .flag(isFolded)
    default: nil
    }
  }
}

extension PostFields {
  /// `isShownAbove` for an accepted answer in its place; `isCard` for the same answer under the question.
  init(
    _ post: PostView, in view: TopicView, isShownAbove: Bool = false, isCard: Bool = false, isFirstUnread: Bool = false,
    draft: Draft? = nil, maker: PageMaker
  ) {
    let topic = view.topic
    let viewer = maker.viewer
    let rights = PostRights(post, in: topic.categoryID, viewer: viewer)
    let stands = post.removal == nil && !topic.isDeleted && !topic.isHidden
    let mayWrite = stands && topic.takesReplies && !topic.isLocked
    // A link to the post leads to the card, where its text is; the line in its place has an id of its own.
    anchor = isShownAbove ? Paths.placeAnchor(post.id) : Paths.anchor(post.id)
    cardPath = "#" + Paths.anchor(post.id)
    number = post.number ?? 0
    isOpening = post.kind == .opening
    isAnswer = post.kind == .answer
    isFolded = post.isBlocked
    author = post.isBlocked ? .nothing : post.author.map { .one(BadgeFields($0, maker: maker)) } ?? .nothing
    html = SafeHTML(trusted: post.html)
    time = .one(maker.time(post.createdAt))
    path = Paths.post(post.id)
    edited = post.editedAt.map(maker.time)
    isMasked = post.isMasked
    historyPath = post.isReadable && (post.editedAt != nil || post.removal != nil) ? Paths.history(post.id) : nil
    replyTo =
      if let name = post.replyToName, let parent = post.parentID { ReplyTo(name: name, path: Paths.post(parent)) } else { nil }
    votes = post.votes
    hasMyVote = post.hasMyVote
    let takesVotes = post.kind != .opening || !topic.isQuestion
    votePath = stands && takesVotes && !post.isOwn && viewer.may(.vote) ? Paths.act("vote", on: post.id) : nil
    let isAsker = viewer.isMember(topic.authorID)
    meToo =
      post.kind == .opening && topic.isQuestion && stands && !isAsker && viewer.may(.meToo)
      ? MeToo(path: Paths.meToo(topic.id), isMine: topic.hasMyMeToo, count: topic.meTooCount) : nil
    let acceptsAny = viewer.may(.acceptAny, in: topic.categoryID)
    let maySay = stands && post.kind == .answer && (isAsker || acceptsAny)
    let isSettled = post.acceptance.map { $0.objection == nil } ?? false
    hasActs = viewer.memberID != nil
    acceptPath = maySay && !isSettled && (post.acceptance == nil || acceptsAny) ? Paths.act("accept", on: post.id) : nil
    unacceptPath =
      maySay && post.acceptance != nil && (acceptsAny || post.acceptance?.role == .asker)
      ? Paths.act("unaccept", on: post.id) : nil
    editPath = rights.mayEdit ? Paths.act("edit", on: post.id) : nil
    let isAnsweredQuestion = post.kind == .opening && topic.replyCount > 0 && !viewer.may(.deleteAny, in: topic.categoryID)
    deletePath = rights.mayDelete && !isAnsweredQuestion ? Paths.act("delete", on: post.id) : nil
    nameOffPath = isAnsweredQuestion && post.isOwn && post.author != nil ? Paths.act("name-off", on: post.id) : nil
    answerPath =
      mayWrite && !topic.isQuestion && viewer.may(.reply)
      ? Paths.topic(topic.id, topic.slug, page: view.page) + (view.page > 1 ? "&" : "?") + "reply_to=\(post.id.rawValue)#reply" : nil
    bookmarkPath = stands && viewer.memberID != nil ? Paths.act("bookmark", on: post.id) : nil
    let canBlock = hasActs && !post.isOwn && !post.isBlocked
    blockPath = canBlock ? post.author.flatMap { BlockList.canBlock($0.role) ? Paths.blocking($0.handle) : nil } : nil
    reportPath = stands && !post.isOwn ? Paths.act("report", on: post.id) : nil
    moderatePath = viewer.may(.decide, in: topic.categoryID) && !post.isOwn ? Paths.act("moderate", on: post.id) : nil
    whyPath = post.isOwn && post.removal != nil && post.removal != .byAuthor ? Paths.decisions : nil
    isBookmarked = view.bookmarks.contains(post.id)
    quotePath =
      mayWrite && viewer.may(.reply) && !isShownAbove ? Paths.quoting(post.id, in: topic.id, topic.slug, page: view.page) : nil
    let all = isShownAbove ? [] : (view.remarks[post.id] ?? []).map { RemarkFields($0, in: topic.categoryID, maker: maker) }
    remarks = Array(all.prefix(5))
    laterRemarks = Array(all.dropFirst(5))
    remarkCount = all.count
    remarkForm =
      mayWrite && viewer.may(.remark) && topic.isQuestion && !isShownAbove
      ? RemarkForm(
        path: Paths.act("remarks", on: post.id), anchor: "\(isCard ? "c" : "r")\(post.id.rawValue)",
        key: "r\(post.id.rawValue)-\(post.remarkCount)",
        number: post.number ?? 0, body: draft?.text.body ?? "", draft: DraftFields(draft, maker: maker))
      : nil
    removed =
      switch post.removal {
      case .byAuthor: maker.words.text("post.removed.author")
      case .byModerator: maker.words.text("post.removed.moderator")
      case .hidden: maker.words.text("post.removed.hidden")
      case .held(let due): maker.words.text("post.held", ["due": .text(maker.time(due).text)])
      case nil: nil
      }
    // What is folded is shown as what cannot be read, so that a visitor's page is asked nothing more.
    isReadable = post.isReadable && !post.isBlocked
    self.isShownAbove = isShownAbove
    isAccepted = post.acceptance != nil
    itemType = topic.isQuestion ? "Answer" : "Comment"
    itemProp =
      switch post.kind {
      case _ where post.removal != nil: nil
      case .answer: post.id == view.foremostAccepted ? "acceptedAnswer" : "suggestedAnswer"
      case .reply: "comment"
      case .opening, .remark: nil
      }
    self.isFirstUnread = isFirstUnread
  }

  static let sample = PostFields(
    anchor: "p2", number: 2, isOpening: true, isAnswer: true, author: .one(BadgeFields.sample), html: SafeHTML(escaping: "Text"),
    time: .one(TimeText.sample), path: "/p/2", edited: .sample, isMasked: true, historyPath: "/p/2/history",
    replyTo: ReplyTo(name: "Kai", path: "/p/1"), votes: 3, hasMyVote: true, votePath: "/p/2/vote",
    meToo: MeToo(path: "/t/1/me-too", isMine: true, count: 4), hasActs: true, acceptPath: "/p/2/accept",
    unacceptPath: "/p/2/unaccept", editPath: "/p/2/edit",
    deletePath: "/p/2/delete", nameOffPath: "/p/2/name-off", answerPath: "/t/1/x?reply_to=2#reply", bookmarkPath: "/p/2/bookmark",
    blockPath: "/m/kai#block", reportPath: "/p/2/report", moderatePath: "/p/2/moderate",
    isBookmarked: true, quotePath: "/t/1/x?quote=2#reply", remarks: [.sample],
    laterRemarks: [.sample], remarkCount: 6,
    remarkForm: RemarkForm(path: "/p/2/remarks", anchor: "r2", key: "r2-0", number: 2, body: "Which cable?", draft: .sample),
    removed: "Removed by its author.", whyPath: "/decisions", isReadable: true, isFolded: true, isShownAbove: true, cardPath: "#p2",
    isAccepted: true,
    isFirstUnread: true, itemProp: "acceptedAnswer",
    itemType: "Answer")
}

extension TopicView {
  /// The accepted answer of this page; search engines take one, however many helped.
  fileprivate var foremostAccepted: PostID? { (accepted + posts).first { $0.acceptance != nil && $0.removal == nil }?.id }
}
