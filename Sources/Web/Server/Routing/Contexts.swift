package import Community
package import Database
package import Pages

/// What a handler is given; its type says who may call it, so that a handler cannot forget to ask.
package protocol AudienceContext: Sendable {
  /// Who this context is for.
  static var audience: Audience { get }
  /// Nil when the visitor is not of this audience.
  init?(_ site: SiteContext)
  /// What every context has.
  var site: SiteContext { get }
}

extension AudienceContext {
  /// What was asked.
  package var request: PageRequest { site.request }
  /// Who asks.
  package var viewer: Viewer { site.viewer }
  /// What the composition root handed in.
  package var services: Services { site.services }
  /// The moment the request came in.
  package var now: Timestamp { site.now }
  /// Reads at one moment.
  package func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    try await site.services.store.read(body)
  }
  /// Changes something, all or nothing.
  @discardableResult package func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    try await site.services.store.write(body)
  }
}

/// A request by anybody: a visitor or somebody signed in.
package struct SiteContext: AudienceContext {
  package static let audience = Audience.everyone
  package let request: PageRequest
  package let viewer: Viewer
  /// Nil for a visitor.
  package let signedIn: SignedIn?
  package let services: Services
  package let now: Timestamp
  /// Words and templates in the reader's language.
  package let edition: Edition
  package var site: SiteContext { self }
  package init?(_ site: SiteContext) { self = site }

  /// The same request as if another form had come with it.
  func with(_ form: FormValues) -> SiteContext {
    SiteContext(request: request.with(form), signedIn: signedIn, services: services, now: now, edition: edition)
  }

  init(request: PageRequest, signedIn: SignedIn?, services: Services, now: Timestamp, edition: Edition) {
    self.request = request
    self.signedIn = signedIn
    viewer = signedIn?.viewer ?? .visitor
    self.services = services
    self.now = now
    self.edition = edition
  }
}

/// A request by a program, for which no session is looked up.
package struct MachineContext: AudienceContext {
  package static let audience = Audience.machine
  package let site: SiteContext
  package init?(_ site: SiteContext) { self.site = site }
}

/// A request by somebody signed in.
package struct MemberContext: AudienceContext {
  package static let audience = Audience.member
  package let site: SiteContext
  /// Who acts.
  package let actor: Actor
  /// Their session, name and settings.
  package let signedIn: SignedIn
  package init?(_ site: SiteContext) {
    guard let signedIn = site.signedIn, let actor = Actor(site.viewer) else { return nil }
    self.site = site
    self.actor = actor
    self.signedIn = signedIn
  }
}

/// A request by somebody of the company or who looks after the forum.
package struct StaffContext: AudienceContext {
  package static let audience = Audience.staff
  /// The same request as any member's.
  package let member: MemberContext
  package var site: SiteContext { member.site }
  /// Who acts.
  package var actor: Actor { member.actor }
  package init?(_ site: SiteContext) {
    guard let member = MemberContext(site), site.viewer.role.isAtLeast(.staff) else { return nil }
    self.member = member
  }
}

/// A request by somebody who looks after the forum, or after some of its categories: what of a page is theirs its reads decide.
package struct ModeratorContext: AudienceContext {
  package static let audience = Audience.moderator
  /// The same request as any member's.
  package let member: MemberContext
  package var site: SiteContext { member.site }
  /// Who acts.
  package var actor: Actor { member.actor }
  package init?(_ site: SiteContext) {
    guard let member = MemberContext(site), site.viewer.role.isAtLeast(.moderator) || !site.viewer.moderated.isEmpty else { return nil }
    self.member = member
  }
}

/// A request by somebody who runs the forum.
package struct AdminContext: AudienceContext {
  package static let audience = Audience.admin
  /// The same request as any member's.
  package let member: MemberContext
  package var site: SiteContext { member.site }
  /// Who acts.
  package var actor: Actor { member.actor }
  package init?(_ site: SiteContext) {
    guard let member = MemberContext(site), site.viewer.role.isAtLeast(.admin) else { return nil }
    self.member = member
  }
}

extension Role {
  fileprivate func isAtLeast(_ least: Role) -> Bool { rank >= least.rank }
}
