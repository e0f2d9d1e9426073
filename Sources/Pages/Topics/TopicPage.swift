package import Community
package import Templates

/// A question or a discussion with one page of its posts.
package struct TopicPage: Page {
  package static let template = "topics/show"
  package let site: SiteFrame
  let title: String
  let isQuestion: Bool
  let isNotice: Bool
  /// A question with an answer, which search engines show as such; all else is a posting to them.
  let isAnswered: Bool
  let chip: StateChip
  let category: LinkFields
  let meToos: Int
  /// "Solved without one answer", with who said what helped.
  let solvedNote: String?
  let solvedBy: String?
  let solvedTime: TimeText?
  let solvePath: String?
  let unsolvePath: String?
  let duplicate: LinkFields?
  /// Where who may takes that back.
  let endDuplicatePath: String?
  /// For those who may propose or confirm it.
  let proposal: ProposalFields?
  /// Where tags and what it repeats are put right; nil for who may not.
  let tidyPath: String?
  /// For those who may announce it.
  let announce: AnnounceFields?
  /// For those who may close it.
  let close: CloseFields?
  /// That members wait between two replies, for who may write.
  let slowed: String?
  let askerAway: AwayFields?
  let isLocked: Bool
  let isRemoved: Bool
  /// A `PostFields`, wrapped once, as a post is large.
  let opening: Field
  let accepted: [AcceptedFields]
  let answers: Int
  let orders: [LinkFields]
  /// Each a `TopicItem`, wrapped once.
  let items: [any Fields]
  let hasPosts: Bool
  let pages: PagerFields?
  let tags: [LinkFields]
  let composer: ComposerFields?
  /// Stands where the composer would, for who cannot write for now.
  let silence: SilenceFields?
  /// Where a visitor signs in to take part.
  let signInPath: String?
  let firstUnreadPath: String?
  let related: [RelatedFields]
  /// For a member it is offered to.
  let offer: OfferFields?
  /// For who asked: that others were asked.
  let offeredWord: String?
  /// For those who look after trust: who was asked.
  let asked: [AskedFields]
  /// How much the viewer hears of it; nil for a visitor and for a topic that was removed.
  let follow: FollowFields?

  /// `composer` for those who may reply; it carries what was typed. `drafts` are the reader's own in this topic.
  package init(
    _ view: TopicView, composer: ComposerFields?, drafts: [DraftPlace: Draft] = [:], related: [SimilarTopic] = [], silence: Silence? = nil,
    offers: TopicOffers = TopicOffers(), maker: PageMaker
  ) {
    let topic = view.topic
    let words = maker.words
    let viewer = maker.viewer
    let order = view.order == .oldest ? nil : view.order.rawValue
    title = topic.title
    site = maker.frame(
      title: topic.title, description: Self.summary(view.opening.html),
      canonical: Paths.topic(topic.id, topic.slug, page: view.page), isIndexed: !topic.isDeleted && !topic.isHidden && order == nil,
      feedOf: Paths.topic(topic.id, topic.slug), isArticle: true)
    isQuestion = topic.isQuestion
    isNotice = topic.kind == .notice
    isAnswered = topic.isQuestion && (view.accepted + view.posts).contains { $0.removal == nil }
    chip = StateChip(topic.state, words: words)
    category = LinkFields(name: topic.categoryName, path: Paths.category(topic.categorySlug))
    meToos = topic.meTooCount
    let stands = !topic.isDeleted && !topic.isHidden
    let isAsker = viewer.isMember(topic.authorID)
    solvedNote = topic.solvedNote
    solvedBy = topic.solvedByName
    solvedTime = topic.solvedAt.map(maker.time)
    let acceptsAny = viewer.may(.acceptAny, in: topic.categoryID)
    let maySolve = topic.isQuestion && stands && (isAsker || acceptsAny)
    solvePath = maySolve && !topic.isSolved && topic.replyCount > 0 ? Paths.solved(topic.id) : nil
    unsolvePath =
      maySolve && topic.solvedNote != nil && (acceptsAny || topic.solvedRole == .asker) ? Paths.unsolved(topic.id) : nil
    duplicate = topic.duplicateOf.map { LinkFields(name: $0.title, path: Paths.topic($0.id, $0.slug)) }
    let isSettling = viewer.may(.confirmDuplicates, in: topic.categoryID)
    endDuplicatePath = isSettling && topic.duplicateOf != nil ? Paths.tidy("end", topic.id) : nil
    proposal = stands ? view.proposal.map { ProposalFields($0, on: topic, maker: maker) } : nil
    let isTidying = viewer.may(.editTags, in: topic.categoryID) || viewer.may(.proposeDuplicates, in: topic.categoryID)
    tidyPath = stands && isTidying ? Paths.tidy(topic.id) : nil
    announce = stands && Self.mayAnnounce(view, viewer) ? AnnounceFields(topic.id, view.announcement, maker: maker) : nil
    close = stands && viewer.may(.closeAny, in: topic.categoryID) ? CloseFields(topic, maker: maker) : nil
    slowed =
      topic.slowSeconds > 0 && composer != nil
      ? words.text("topic.slowed", ["minutes": .number(topic.slowSeconds / 60)]) : nil
    askerAway = view.askerAway.map { AwayFields($0.away, name: $0.name, maker: maker) }
    isLocked = topic.isLocked
    isRemoved = !stands
    opening = .one(PostFields(view.opening, in: view, draft: drafts[.remark(view.opening.id)], maker: maker))
    accepted = view.accepted.map { AcceptedFields($0, in: view, draft: drafts[.remark($0.id)], maker: maker) }
    answers = topic.replyCount
    let isSorted = topic.isQuestion && (topic.replyCount >= 3 && view.posts.contains { $0.votes > 0 } || order != nil)
    let orders: [AnswerOrder] = isSorted ? [.oldest, .best, .newest] : []
    self.orders = orders.map {
      LinkFields(
        name: words.text("order.\($0.rawValue)"), path: Paths.topic(topic.id, topic.slug, order: $0 == .oldest ? nil : $0.rawValue),
        isCurrent: $0 == view.order)
    }
    let above = Set(view.accepted.map(\.id))
    let unread = Self.firstUnread(of: view, viewer: viewer)
    items = TopicItem.inOrder(view) {
      PostFields(
        $0, in: view, isShownAbove: above.contains($0.id), isFirstUnread: $0.id == unread, draft: drafts[.remark($0.id)], maker: maker)
    } line: {
      HistoryFields($0, maker: maker)
    }
    hasPosts = !view.posts.isEmpty
    pages = PagerFields(page: view.page, count: view.pageCount) { Paths.topic(topic.id, topic.slug, page: $0, order: order) }
    tags = view.tags.map { LinkFields(name: $0, path: Paths.tag($0)) }
    self.composer = composer
    self.silence = stands && !topic.isLocked && composer == nil ? silence.map { SilenceFields($0, maker: maker) } : nil
    signInPath = viewer.memberID == nil && stands && !topic.isLocked ? Paths.signIn(returnTo: maker.here + "#reply") : nil
    firstUnreadPath = Self.unreadPath(view, first: unread, viewer: viewer)
    self.related = related.map { RelatedFields($0, maker: maker) }
    offer = OfferFields(offers.own, of: topic.id, maker: maker)
    offeredWord = offers.word.map { words.text("offer.asker", ["word": .text($0)]) }
    asked = offers.asked.map { AskedFields($0, maker: maker) }
    follow = stands ? FollowFields(.topic(topic.id), topic.slug, view.followLevel, maker: maker) : nil
  }

  /// On top of the whole site's lists only who may do so anywhere puts or changes anything.
  private static func mayAnnounce(_ view: TopicView, _ viewer: Viewer) -> Bool {
    viewer.may(.announce) || (view.announcement?.place != .site && viewer.may(.announce, in: view.topic.categoryID))
  }

  /// The first line of what was asked, for search engines and previews.
  static func summary(_ html: String) -> String {
    let text = plainText(html)
    guard text.count > 160 else { return text }
    let cut = text.prefix(157)
    // Between words, in a script that splits them.
    let end = cut.suffix(30).lastIndex { $0.isWhitespace } ?? cut.endIndex
    return cut[..<end] + "…"
  }

  /// The first post of this page that somebody else wrote since the viewer read to here.
  private static func firstUnread(of view: TopicView, viewer: Viewer) -> PostID? {
    guard viewer.memberID != nil, let read = view.topic.readNumber, view.order == .oldest else { return nil }
    return view.posts.first { ($0.number ?? 0) > read && !$0.isOwn && $0.removal == nil }?.id
  }

  private static func unreadPath(_ view: TopicView, first: PostID?, viewer: Viewer) -> String? {
    if first != nil { return "#" + Paths.unreadAnchor }
    guard viewer.memberID != nil, let read = view.topic.readNumber, read < view.topic.lastNumber else { return nil }
    let isHere = view.order == .oldest && read / TopicView.pageSize + 1 == view.page
    return isHere ? nil : Paths.unread(view.topic.id, view.topic.slug, after: read)
  }

  private init() {
    (site, title, isQuestion, chip, category, meToos) = (.sample, "How do I print labels?", true, .sample, .sample, 4)
    (isAnswered, isNotice) = (true, true)
    (solvedNote, solvedBy, solvedTime) = ("The new cable", "Ana", .sample)
    (solvePath, unsolvePath, duplicate, isLocked, isRemoved) = ("/t/1/solved", "/t/1/unsolved", .sample, true, true)
    (opening, accepted, answers, orders) = (.one(PostFields.sample), [.sample], 3, [.sample])
    (items, hasPosts) = ([TopicItem.sample], true)
    silence = .sample
    (pages, tags, composer, signInPath, firstUnreadPath, follow) = (.sample, [.sample], .sample, "/sign-in", "#p3", .sample)
    (related, announce, askerAway, close, slowed) = ([.sample], .sample, .sample, .sample, "Slowed down")
    (endDuplicatePath, proposal, tidyPath) = ("/tidy/1/end", .sample, "/tidy/1")
    (offer, offeredWord, asked) = (.sample, "Offered to members who know about “labels”.", [.sample])
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "title": .text(title)
    case "isQuestion": .flag(isQuestion)
    case "isNotice": .flag(isNotice)
    case "isAnswered": .flag(isAnswered)
    case "chip": .one(chip)
    case "category": .one(category)
    case "meToos": .number(meToos)
    case "hasMeToos": .flag(meToos > 0)
    case "solvedNote": solvedNote.map(Field.text) ?? .nothing
    case "solvedBy": solvedBy.map(Field.text) ?? .nothing
    case "solvedTime": solvedTime.map(Field.one) ?? .nothing
    case "solvePath": solvePath.map(Field.text) ?? .nothing
    case "unsolvePath": unsolvePath.map(Field.text) ?? .nothing
    case "duplicate": duplicate.map(Field.one) ?? .nothing
    case "endDuplicatePath": endDuplicatePath.map(Field.text) ?? .nothing
    case "proposal": proposal.map(Field.one) ?? .nothing
    case "tidyPath": tidyPath.map(Field.text) ?? .nothing
    case "announce": announce.map(Field.one) ?? .nothing
    case "slowed": slowed.map(Field.text) ?? .nothing
    case "close": close.map(Field.one) ?? .nothing
    case "askerAway": askerAway.map(Field.one) ?? .nothing
    case "isLocked": .flag(isLocked)
    case "isRemoved": .flag(isRemoved)
    case "opening": opening
    case "accepted": .many(accepted)
    case "hasAccepted": .flag(!accepted.isEmpty)
    case "answers": .number(answers)
    case "orders": .many(orders)
    case "hasOrders": .flag(!orders.isEmpty)
    case "items": .many(items)
    case "hasItems": .flag(!items.isEmpty)
    case "hasPosts": .flag(hasPosts)
    // Who said what helped waits for no answer: "No answers yet" would ask for one.
    case "saysAnswers": .flag(hasPosts || solvedNote == nil)
    case "pages": pages.map(Field.one) ?? .nothing
    case "tags": .many(tags)
    case "hasTags": .flag(!tags.isEmpty)
    case "silence": silence.map(Field.one) ?? .nothing
    case "composer": composer.map(Field.one) ?? .nothing
    case "signInPath": signInPath.map(Field.text) ?? .nothing
    case "follow": follow.map(Field.one) ?? .nothing
    case "offer": offer.map(Field.one) ?? .nothing
    case "offeredWord": offeredWord.map(Field.text) ?? .nothing
    case "asked": .many(asked)
    case "hasAsked": .flag(!asked.isEmpty)
    case "related": .many(related)
    case "hasRelated": .flag(!related.isEmpty)
    case "firstUnreadPath": firstUnreadPath.map(Field.text) ?? .nothing
    default: nil
    }
  }

  package static let sample = TopicPage()
}
