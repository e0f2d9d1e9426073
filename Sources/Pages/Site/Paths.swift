package import Community

/// The one place for addresses: routes are registered with the patterns, pages link with the functions.
package enum Paths {
  // Reading
  package static let home = "/"
  package static let unanswered = "/unanswered"
  package static let newToMe = "/new"
  package static let mine = "/mine"
  package static let categoryPattern = "/c/:slug"
  package static let tagPattern = "/tag/:name"
  package static let topicPattern = "/t/:id/:slug"
  package static let topicBarePattern = "/t/:id"
  package static let postPattern = "/p/:id"
  package static let historyPattern = "/p/:id/history"
  package static let memberPattern = "/m/:handle"
  package static let search = "/search"
  package static let feed = "/feed"
  package static let categoryFeedPattern = "/c/:slug/feed"
  package static let tagFeedPattern = "/tag/:name/feed"
  package static let topicFeedPattern = "/t/:id/:slug/feed"
  /// For admins: what was looked for and not found.
  package static let fruitless = "/admin/searches"
  /// What the last weeks came to.
  package static let numbers = "/admin/numbers"
  /// Whether the server keeps up.
  package static let serverHealth = "/admin/health"
  /// Everything an admin decides.
  package static let siteSettings = "/admin/settings"
  package static let siteSettingPattern = "/admin/settings/:name"
  package static func siteSetting(_ setting: PlainSetting) -> String { "\(siteSettings)/\(setting.rawValue)" }
  /// For admins: backups, and asking for one.
  package static let backups = "/admin/backups"
  package static let backupNow = "/admin/backups/now"
  /// For admins: erasing somebody.
  package static let eraseMemberPattern = "/admin/members/:id/erase"
  package static func eraseMember(_ id: MemberID) -> String { "/admin/members/\(id.rawValue)/erase" }
  package static let privacy = "/privacy"
  package static let accessibility = "/accessibility"
  /// The feed of a page that has one.
  package static func feed(of path: String) -> String { path == home ? feed : path + feed }
  package static func mine(_ which: TopicList.Mine) -> String { which == .all ? mine : "\(mine)?only=\(which.rawValue)" }
  /// The results for a request, in another order if one is named.
  package static func search(_ request: SearchRequest, order: SearchOrder? = nil) -> String {
    let order = order ?? request.order
    var parts = [("q", request.text)] + SearchField.allCases.compactMap { field in request.fields[field].map { (field.rawValue, $0) } }
    if order != .best { parts.append(("order", order.rawValue)) }
    return search + "?" + parts.map { "\($0.0)=\(encoded($0.1))" }.joined(separator: "&")
  }
  package static func category(_ slug: String, page: Int = 1) -> String { paged("/c/\(slug)", page) }
  package static func tag(_ name: String, page: Int = 1) -> String { paged("/tag/\(encoded(name))", page) }
  package static func topic(_ id: TopicID, _ slug: String, page: Int = 1, order: String? = nil) -> String {
    let path = "/t/\(id.rawValue)/\(encoded(slug))"
    guard let order else { return paged(path, page) }
    return page > 1 ? "\(path)?order=\(order)&page=\(page)" : "\(path)?order=\(order)"
  }
  /// A topic by its number alone; the server adds the words.
  package static func topicBare(_ id: TopicID) -> String { "/t/\(id.rawValue)" }
  /// Where a post stands.
  package static func place(_ place: PostPlace) -> String { topic(place.topic, place.slug, page: place.page) + "#" + anchor(place.post) }
  /// Where a topic goes on for who has read it up to a number.
  package static func unread(_ id: TopicID, _ slug: String, after number: Int) -> String {
    topic(id, slug, page: number / TopicView.pageSize + 1) + "#" + unreadAnchor
  }
  /// Stands before the first post that was not read yet.
  package static let unreadAnchor = "unread"
  package static func post(_ id: PostID) -> String { "/p/\(id.rawValue)" }
  /// Where a post stands on its topic's page.
  package static func anchor(_ id: PostID) -> String { "p\(id.rawValue)" }
  /// Where an accepted answer would stand that is shown under the question.
  package static func placeAnchor(_ id: PostID) -> String { "place-\(id.rawValue)" }
  package static func history(_ id: PostID) -> String { "/p/\(id.rawValue)/history" }
  package static func member(_ handle: String) -> String { "/m/\(handle)" }
  /// A member's page where its button to block them is.
  package static func blocking(_ handle: String) -> String { member(handle) + "#block" }

  // Writing
  package static let ask = "/ask"
  package static let similar = "/ask/similar"
  package static let repliesPattern = "/t/:id/replies"
  package static let meTooPattern = "/t/:id/me-too"
  package static let solvedPattern = "/t/:id/solved"
  package static let unsolvedPattern = "/t/:id/unsolved"
  package static let solvedAgainPattern = "/t/:id/solved-again"
  package static let notMePattern = "/t/:id/not-me"
  package static let offerAgainPattern = "/t/:id/offer-again"
  package static let announcePattern = "/t/:id/announce"
  package static let announceAgainPattern = "/t/:id/announce-again"
  package static let endAnnouncementPattern = "/t/:id/announce-end"
  package static let hideAnnouncementPattern = "/t/:id/hide"
  package static let showAnnouncementPattern = "/t/:id/unhide"
  /// An act on a topic, such as `announce`.
  package static func act(_ act: String, on id: TopicID) -> String { "/t/\(id.rawValue)/\(act)" }
  package static let remarksPattern = "/p/:id/remarks"
  package static let editPattern = "/p/:id/edit"
  package static let votePattern = "/p/:id/vote"
  package static let acceptPattern = "/p/:id/accept"
  package static let unacceptPattern = "/p/:id/unaccept"
  package static let acceptAgainPattern = "/p/:id/accept-again"
  package static let objectionPattern = "/p/:id/objection"
  package static let deletePattern = "/p/:id/delete"
  package static let restorePattern = "/p/:id/restore"
  package static let nameOffPattern = "/p/:id/name-off"
  package static let complete = "/complete"
  /// Pictures in posts; Markup writes the addresses.
  package static let picturePattern = PicturePlace.start + ":file"
  package static let drafts = "/drafts"
  package static let discardDraftPattern = "/drafts/:id/discard"
  package static let restoreDraftPattern = "/drafts/:id/restore"
  package static func discardDraft(_ id: DraftID) -> String { "/drafts/\(id.rawValue)/discard" }
  package static func restoreDraft(_ id: DraftID) -> String { "/drafts/\(id.rawValue)/restore" }
  /// Where a draft is gone on with; nil where it can be sent no more.
  package static func goOn(_ entry: DraftList.Entry) -> String? {
    if let talk = entry.talk { return goOn(entry.draft.place, with: talk) }
    if entry.draft.place == .ask { return ask }
    if entry.draft.place == .privately { return askPrivately }
    guard let spot = entry.spot, spot.takesText else { return nil }
    switch entry.draft.place {
    case .ask: return ask
    case .reply: return topic(spot.topic, spot.slug) + "#reply"
    case .remark(let post): return Paths.post(post)
    case .edit(let post): return act("edit", on: post)
    case .privately, .letter, .message, .publish: return nil
    }
  }

  private static func goOn(_ place: DraftPlace, with talk: DraftList.Talk) -> String? {
    switch place {
    case .letter: writeTo(talk.handle)
    case .publish(let conversation): makePublic(conversation)
    case .message(let conversation): conversationEnd(conversation)
    case .ask, .reply, .remark, .edit, .privately: nil
    }
  }
  /// The ask page, with what is known already.
  package static func ask(category: String? = nil, title: String? = nil) -> String {
    let query = [category.map { "category=\(encoded($0))" }, title.map { "title=\(encoded($0))" }].compactMap { $0 }
    return query.isEmpty ? ask : ask + "?" + query.joined(separator: "&")
  }
  package static func replies(_ id: TopicID) -> String { "/t/\(id.rawValue)/replies" }
  package static func meToo(_ id: TopicID) -> String { "/t/\(id.rawValue)/me-too" }
  package static func solved(_ id: TopicID) -> String { "/t/\(id.rawValue)/solved" }
  package static func unsolved(_ id: TopicID) -> String { "/t/\(id.rawValue)/unsolved" }
  package static func act(_ act: String, on id: PostID) -> String { "/p/\(id.rawValue)/\(act)" }

  /// A topic with the text of one of its posts as a quote in its composer.
  package static func quoting(_ post: PostID, in topic: TopicID, _ slug: String, page: Int) -> String {
    let path = Paths.topic(topic, slug, page: page)
    return path + (page > 1 ? "&" : "?") + "quote=\(post.rawValue)#reply"
  }

  // Conversations
  package static let messages = "/messages"
  package static let conversationPattern = "/messages/:id"
  package static let newestPartPattern = "/messages/:id/newest"
  package static let partsPattern = "/messages/:id/parts"
  package static let leavePattern = "/messages/:id/leave"
  package static let comeBackPattern = "/messages/:id/come-back"
  package static let mutePattern = "/messages/:id/mute"
  package static let makePublicPattern = "/messages/:id/make-public"
  package static let reportPattern = "/messages/:id/parts/:number/report"
  package static let askPrivately = "/ask/privately"
  package static let writeToPattern = "/m/:handle/write"
  package static let blockPattern = "/m/:handle/block"
  package static let settingsMessages = "/settings/messages"
  package static func conversation(_ id: ConversationID, page: Int = 1) -> String { paged("/messages/\(id.rawValue)", page) }
  /// The end of a conversation, where one goes on.
  package static func conversationEnd(_ id: ConversationID) -> String { conversation(id) + "/newest" }
  /// Where a part of a conversation stands.
  package static func part(_ part: WrittenPart) -> String {
    conversation(part.conversation, page: ConversationView.page(of: part.number)) + "#" + partAnchor(part.number)
  }
  package static func partAnchor(_ number: Int) -> String { "m\(number)" }
  package static func act(_ act: String, on id: ConversationID) -> String { conversation(id) + "/" + act }
  package static func makePublic(_ id: ConversationID) -> String { act("make-public", on: id) }
  package static func report(_ number: Int, of id: ConversationID) -> String { "\(conversation(id))/parts/\(number)/report" }
  package static func messages(_ which: ConversationList.Which) -> String { which == .own ? messages : "\(messages)?of=\(which.rawValue)" }
  package static func writeTo(_ handle: String) -> String { member(handle) + "/write" }
  package static func block(_ handle: String) -> String { member(handle) + "/block" }

  // Following
  package static let followTopicPattern = "/t/:id/follow"
  package static let followCategoryPattern = "/c/:slug/follow"
  package static let followTagPattern = "/tag/:name/follow"
  package static let followMemberPattern = "/m/:handle/follow"
  package static let stopMailPattern = "/mail/stop/:token"
  package static let bounces = "/mail/bounces"
  package static let settingsMail = "/settings/mail"
  package static let settingsInterests = "/settings/interests"
  package static let settingsAway = "/settings/away"
  package static let welcome = "/welcome"
  package static let welcomeInterests = "/welcome/interests"
  package static let welcomeMail = "/welcome/mail"
  package static let settingsMailMend = "/settings/mail/mend"
  /// Where one kind of mail is stopped without signing in.
  package static func stopMail(token: String) -> String { "/mail/stop/\(token)" }
  package static let notices = "/notices"
  /// Tells the bell of an open page how many notices are unread, as it changes.
  package static let noticesLive = "/notices/live"
  package static let noticesRead = "/notices/read"
  package static let noticesUnread = "/notices/unread"
  package static let following = "/settings/following"
  package static let bookmarks = "/bookmarks"
  package static let bookmarkPattern = "/p/:id/bookmark"
  /// Where the level of something is chosen; `address` is its slug, name or handle.
  package static func follow(_ target: FollowTarget, _ address: String) -> String { place(of: target, address) + "/follow" }
  /// Something that can be followed.
  package static func place(of target: FollowTarget, _ address: String) -> String {
    switch target {
    case .topic(let id): topicBare(id)
    case .category: category(address)
    case .tag: tag(address)
    case .member: member(address)
    }
  }

  // Accounts
  package static let signUp = "/sign-up"
  package static let signIn = "/sign-in"
  package static let signOut = "/sign-out"
  package static let reset = "/reset"
  package static let resetPattern = "/reset/:token"
  package static let verify = "/verify"
  package static let verifyPattern = "/verify/:token"
  package static let emailPattern = "/email/:token"
  package static let claimPattern = "/claim/:token"
  package static let setUpPattern = "/set-up/:token"
  package static let settings = "/settings"
  package static let settingsProfile = "/settings/profile"
  package static let settingsFace = "/settings/face"
  package static let settingsFaceOff = "/settings/face/remove"
  package static let settingsHandle = "/settings/handle"
  package static let settingsEmail = "/settings/email"
  package static let settingsPassword = "/settings/password"
  package static let endSessionPattern = "/settings/sessions/:id/end"
  package static let endOtherSessions = "/settings/sessions/end"
  package static let theme = "/theme"
  package static let language = "/language"
  package static let keyboard = "/keyboard"
  package static func reset(token: String) -> String { "/reset/\(token)" }
  package static func verify(token: String) -> String { "/verify/\(token)" }
  package static func email(token: String) -> String { "/email/\(token)" }
  package static func claim(token: String) -> String { "/claim/\(token)" }
  package static func setUp(token: String) -> String { "/set-up/\(token)" }
  package static func endSession(_ id: SessionID) -> String { "/settings/sessions/\(id.rawValue)/end" }
  /// Sign-in that leads back to where somebody was.
  package static func signIn(returnTo path: String) -> String { "/sign-in?return_to=\(encoded(path))" }
  /// Joining that leads back likewise.
  package static func signUp(returnTo path: String) -> String { "/sign-up?return_to=\(encoded(path))" }

  // Machinery
  package static let health = "/healthz"
  package static let readiness = "/readyz"
  package static let robots = "/robots.txt"
  package static let sitemap = "/sitemap.xml"
  package static let sitemapPartPattern = "/sitemap/:part"
  /// A part of the map: `pages` or `topics-N`, both with `.xml`.
  package static func sitemap(part: String) -> String { "/sitemap/\(part).xml" }
  package static let favicon = "/favicon.ico"
  package static let avatarPattern = "/avatar/:name"
  package static let assetPattern = "/assets/:hash/:name"
  /// A member's face: the one they gave, or the one drawn from their name.
  package static func avatar(_ id: MemberID, _ face: FaceName?, isLarge: Bool = false) -> String {
    guard let face else { return "/avatar/\(id.rawValue).svg" }
    return "/avatar/\(isLarge ? face.large : face.small)"
  }
  package static func asset(hash: String, name: String) -> String { "/assets/\(hash)/\(name)" }

  // Old addresses of imported forums
  package static let oldQuestionPattern = "/questions/:id"
  package static let oldQuestionSlugPattern = "/questions/:id/:slug"
  package static let oldQuestionAnswerPattern = "/questions/:id/:slug/:answer"
  package static let oldShortQuestionPattern = "/q/:id"
  package static let oldShortQuestionMemberPattern = "/q/:id/:member"
  package static let oldAnswerPattern = "/a/:id"
  package static let oldAnswerMemberPattern = "/a/:id/:member"
  /// `/t/WORDS/TOPIC/POST`; what comes first here is a number elsewhere under the same name.
  package static let oldTopicPostPattern = "/t/:id/:slug/:number"
  package static let oldMemberPattern = "/u/:name"
  package static let oldMemberSummaryPattern = "/u/:name/summary"
  package static let oldMemberActivityPattern = "/u/:name/activity"
  /// `/c/SLUG/NUMBER` or `/c/PARENT/SLUG`.
  package static let oldCategoryPattern = "/c/:slug/:last"
  package static let oldInnerCategoryPattern = "/c/:slug/:inner/:number"

  private static func paged(_ path: String, _ page: Int) -> String { page > 1 ? "\(path)?page=\(page)" : path }

  /// Percent-encodes all but the unreserved characters of RFC 3986.
  package static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
      default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
