/// How a request acts on an address.
package enum Method: String, Sendable, CaseIterable {
  case get = "GET"
  case post = "POST"
}

/// One line of the table: what tests walk to prove that every route has an audience and every form an owner.
package struct Route: Sendable {
  package let method: Method
  /// The address with `:name` where something varies; the only form in which addresses are logged.
  package let pattern: String
  package let audience: Audience
  /// The form a POST takes, by the name of its type; nil for a GET.
  package let form: String?
  /// The fields the form takes; anything else is refused.
  package let formFields: [FormField]
  /// The field a picture may come in.
  package let pictureField: String?
  /// The field an archive may come in.
  package let archiveField: String?
  /// Whether the route carries a token of its own and so may be called from elsewhere.
  package let isOpenToForeignOrigins: Bool
  /// Whether the answer stays open, so that only pages of ours may ask for it.
  let isStream: Bool
  let respond: @Sendable (SiteContext) async throws -> Reply
}

/// Every address of the site with its handler. The type of a handler's context decides who may call it.
package struct RouteTable: Sendable {
  /// In the order in which they were added.
  package private(set) var routes: [Route] = []
  package init() {}

  /// Adds an address that is read. HEAD comes with it.
  package mutating func get<C: AudienceContext>(_ pattern: String, _ handler: @escaping @Sendable (C) async throws -> Reply) {
    routes.append(
      Route(
        method: .get, pattern: pattern, audience: C.audience, form: nil, formFields: [], pictureField: nil, archiveField: nil,
        isOpenToForeignOrigins: false,
        isStream: false, respond: { site in try await handler(Self.context(site)) }))
  }

  /// Adds an address whose answer stays open and is written as things happen.
  package mutating func stream<C: AudienceContext>(_ pattern: String, _ handler: @escaping @Sendable (C) async throws -> EventStream) {
    routes.append(
      Route(
        method: .get, pattern: pattern, audience: C.audience, form: nil, formFields: [], pictureField: nil, archiveField: nil,
        isOpenToForeignOrigins: false,
        isStream: true,
        respond: { site in .events(try await handler(Self.context(site))) }))
  }

  /// Adds an act with a form.
  package mutating func post<F: Form, C: AudienceContext>(
    _ pattern: String, _ form: F.Type, openToForeignOrigins: Bool = false, _ handler: @escaping @Sendable (F, C) async throws -> Reply
  ) {
    routes.append(
      Route(
        method: .post, pattern: pattern, audience: C.audience, form: String(describing: F.self), formFields: F.fields,
        pictureField: F.pictureField, archiveField: F.archiveField, isOpenToForeignOrigins: openToForeignOrigins, isStream: false,
        respond: { site in try await handler(F(site.request.form), Self.context(site)) }))
  }

  /// Adds an act that is a button without fields.
  package mutating func post<C: AudienceContext>(_ pattern: String, _ handler: @escaping @Sendable (C) async throws -> Reply) {
    post(pattern, NoFields.self) { (_: NoFields, context: C) in try await handler(context) }
  }

  private static func context<C: AudienceContext>(_ site: SiteContext) throws -> C {
    guard let context = C(site) else { throw NotOfTheAudience() }
    return context
  }
}

/// Thrown before a handler runs when the viewer is not one it is for; the gate turns it into sign-in or "not found".
struct NotOfTheAudience: Error {}
