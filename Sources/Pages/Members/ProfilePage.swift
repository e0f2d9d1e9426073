package import Community
package import Templates

/// A member as everybody may know them: name, role, since when, what they say of themselves, and what they wrote lately.
package struct ProfilePage: Page {
  package static let template = "members/show"
  let site: SiteFrame
  let name: String
  let handle: String
  let avatarPath: String
  /// Nil for an ordinary member.
  let role: String?
  let isOfTheCompany: Bool
  let since: String
  let bio: SafeHTML?
  let isOwn: Bool
  /// How much the viewer hears of them; nil for a visitor and on one's own page.
  let follow: FollowFields?
  /// Where the viewer writes to them; nil for a visitor and on one's own page.
  let writePath: String?
  /// Where the viewer blocks them or lifts that; nil where it cannot be.
  let blockPath: String?
  let isBlocked: Bool
  /// Where somebody asks the moderators to look at the profile; nil on one's own.
  let reportPath: String?
  /// For who decides on members.
  let moderatePath: String?
  let isSuspended: Bool
  let isImported: Bool
  let answerCount: String
  let acceptedCount: String
  let topicCount: String
  let answers: [WritingFields]
  let topics: [WritingFields]
  let areas: [LinkFields]
  let interests: [LinkFields]
  let away: AwayFields?
  /// What the people of the house may know besides; nil for everybody else.
  let sheetPath: String?

  /// `isBlocked` is nil where the viewer cannot block them.
  package init(_ profile: MemberProfile, followLevel: FollowLevel?, isBlocked: Bool? = nil, maker: PageMaker) {
    let words = maker.words
    func count(_ number: Int) -> String {
      number < MemberProfile.mostCounted ? String(number) : words.text("profile.many", ["number": .number(number)])
    }
    let isEmpty = profile.topics.isEmpty && profile.answers.isEmpty
    site = maker.frame(
      title: profile.name, description: words.text("profile.description", ["name": .text(profile.name)]),
      canonical: Paths.member(profile.handle), isIndexed: !isEmpty)
    name = profile.name
    handle = profile.handle
    avatarPath = Paths.avatar(profile.id, profile.face, isLarge: true)
    role = maker.role(profile.role, of: profile.id)
    isOfTheCompany = profile.role.isOfTheCompany
    since = maker.clock.month(profile.since, words: words)
    // Written by Markup when the profile was saved.
    bio = profile.bioHTML.isEmpty ? nil : SafeHTML(trusted: profile.bioHTML)
    isOwn = maker.viewer.isMember(profile.id)
    follow = isOwn ? nil : FollowFields(.member(profile.id), profile.handle, followLevel, maker: maker)
    writePath = isOwn || maker.viewer.memberID == nil ? nil : Paths.writeTo(profile.handle)
    blockPath = isBlocked == nil ? nil : Paths.block(profile.handle)
    self.isBlocked = isBlocked ?? false
    reportPath = isOwn ? nil : Paths.reportMember(profile.handle)
    moderatePath = !isOwn && maker.viewer.may(.restrictMembers) ? Paths.moderateMember(profile.handle) : nil
    isSuspended = profile.isSuspended
    isImported = profile.isImported
    (answerCount, acceptedCount, topicCount) = (count(profile.answerCount), count(profile.acceptedCount), count(profile.topicCount))
    answers = profile.answers.map { WritingFields($0, maker: maker) }
    topics = profile.topics.map { WritingFields($0, maker: maker) }
    areas = profile.areas.map { LinkFields(name: $0, path: Paths.tag($0)) }
    interests = profile.interests.map { LinkFields(name: $0, path: Paths.tag($0)) }
    away = profile.away.map { AwayFields($0, name: profile.name, maker: maker) }
    sheetPath = maker.viewer.may(.seeTrust) ? Paths.memberSheet(profile.id) : nil
  }

  private init() {
    (site, name, handle, avatarPath, role, isOfTheCompany) = (.sample, "Ana", "ana", "/avatar/1.svg", "Helper", true)
    (since, bio, isOwn, follow, isSuspended, isImported) = ("March 2022", SafeHTML(escaping: "I bake."), true, .sample, true, true)
    (writePath, blockPath, isBlocked) = ("/m/ana/write", "/m/ana/block", true)
    (reportPath, moderatePath) = ("/m/ana/report", "/m/ana/moderate")
    (answerCount, acceptedCount, topicCount, answers, topics) = ("12", "7", "3", [.sample], [.sample])
    (areas, interests, away, sheetPath) = ([.sample], [.sample], .sample, "/admin/members/1")
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "name": .text(name)
    case "handle": .text(handle)
    case "avatarPath": .text(avatarPath)
    case "role": role.map(Field.text) ?? .nothing
    case "isOfTheCompany": .flag(isOfTheCompany)
    case "since": .text(since)
    case "bio": bio.map(Field.html) ?? .nothing
    case "isOwn": .flag(isOwn)
    case "follow": follow.map(Field.one) ?? .nothing
    case "writePath": writePath.map(Field.text) ?? .nothing
    case "blockPath": blockPath.map(Field.text) ?? .nothing
    case "isBlocked": .flag(isBlocked)
    case "reportPath": reportPath.map(Field.text) ?? .nothing
    case "moderatePath": moderatePath.map(Field.text) ?? .nothing
    case "isSuspended": .flag(isSuspended)
    case "isImported": .flag(isImported)
    case "answerCount": .text(answerCount)
    case "acceptedCount": .text(acceptedCount)
    case "topicCount": .text(topicCount)
    case "answers": .many(answers)
    case "hasAnswers": .flag(!answers.isEmpty)
    case "topics": .many(topics)
    case "hasTopics": .flag(!topics.isEmpty)
    case "areas": .many(areas)
    case "hasAreas": .flag(!areas.isEmpty)
    case "interests": .many(interests)
    case "hasInterests": .flag(!interests.isEmpty)
    case "away": away.map(Field.one) ?? .nothing
    case "sheetPath": sheetPath.map(Field.text) ?? .nothing
    case "isEmpty": .flag(answers.isEmpty && topics.isEmpty)
    default: nil
    }
  }

  package static let sample = ProfilePage()
}
