import Community
import Pages
import Database
package import Hummingbird
import HTTPTypes
import Logging

/// Where every request comes in and every answer goes out: the one place that knows HTTP on one side and handlers on the other.
package struct Gate: HTTPResponder {
  package typealias Context = Peer
  private let index: RouteIndex
  private let services: Services
  private let origins: OriginRule
  private let headers: SecurityHeaders

  /// Throws when two routes answer one address.
  package init(_ table: RouteTable, _ services: Services) throws {
    index = try RouteIndex(table.routes)
    self.services = services
    origins = OriginRule(publicURL: services.configuration.publicURL)
    headers = SecurityHeaders(isHTTPS: services.configuration.publicURL?.isHTTPS ?? false)
  }

  package func respond(to request: Request, context peer: Peer) async throws -> Response {
    let begun = services.stopwatch()
    var visit = Visit(id: RequestID.make(services.random), method: request.method.rawValue, headers: request.headers)
    var answer: Answer
    do { answer = try await self.answer(request, peer, &visit) } catch { answer = await self.answer(to: error, &visit) }
    answer.withhold(for: request)
    headers.add(to: &answer.headers)
    answer.headers[.requestID] = visit.id
    visit.log(to: services.log, status: answer.status, microseconds: services.stopwatch() - begun)
    return answer.response(to: request, from: peer)
  }

  private func answer(_ request: Request, _ peer: Peer, _ visit: inout Visit) async throws -> Answer {
    let arrival = try Arrival(request, from: peer, id: visit.id, services.configuration)
    visit.fallback = try site(arrival.bareRequest, nil)
    let isHead = arrival.method == .head
    let method = isHead ? Method.get : Method(rawValue: arrival.method.rawValue)
    let match = try index.match(method, arrival.path)
    guard case .route(let route, let parameters) = match else {
      visit.site = try await site(arrival, nil, [:], &visit)
      if case .otherMethods(let methods) = match { throw Refused.otherMethod(methods) }
      throw ForumError.notFound
    }
    visit.pattern = route.pattern
    visit.audience = route.audience
    visit.formFields = route.formFields
    if route.method == .post, !route.isOpenToForeignOrigins {
      let isOurs = origins.allows(origin: arrival.header(.origin), fetchSite: arrival.header(.fetchSite), at: arrival.door)
      guard isOurs else { throw Refused.foreignOrigin }
    }
    let site = try await site(arrival, route, parameters, &visit)
    visit.site = site
    if route.isStream, origins.isForeign(origin: arrival.header(.origin), fetchSite: arrival.header(.fetchSite), at: arrival.door) {
      throw Refused.foreignOrigin
    }
    let reply = try await route.respond(site)
    var answer = try Answer(reply, to: site, audience: route.audience)
    if let cookie = await slide(site) { answer.add([cookie]) }
    return answer
  }

  /// A session in use slides on, with its cookie. That it cannot be written harms nobody who only reads.
  private func slide(_ site: SiteContext) async -> Cookie? {
    guard let signedIn = site.signedIn, signedIn.isDueForTouch, site.request.method == .get, !site.request.isPrefetch,
      let token = site.request.sessionToken
    else { return nil }
    guard (try? await services.store.write({ try Sessions.touch(token, in: $0) })) != nil else { return nil }
    return .session(token, at: site.request.door)
  }

  private func site(_ arrival: Arrival, _ route: Route?, _ parameters: [String: String], _ visit: inout Visit) async throws -> SiteContext {
    let upload = await upload(arrival, route)
    let request = try await arrival.pageRequest(route, parameters: parameters, upload: upload)
    // What was typed is given back although it cannot be said whose it is.
    visit.fallback = try site(request, nil)
    var signedIn: SignedIn?
    if route?.audience != .machine, let token = request.sessionToken {
      signedIn = try await services.store.read { tx in try Sessions.find(token, in: tx) }
    }
    visit.member = signedIn?.viewer.memberID
    return try site(request, signedIn, audience: route?.audience)
  }

  private func site(_ request: PageRequest, _ signedIn: SignedIn?, audience: Audience? = nil) throws -> SiteContext {
    let edition = try services.pages.editions().edition(for: request, signedIn, audience: audience)
    return SiteContext(request: request, signedIn: signedIn, services: services, now: services.clock(), edition: edition)
  }

  /// Who may send a file is asked before it is read; of anybody else's nothing is kept but the texts beside it.
  private func upload(_ arrival: Arrival, _ route: Route?) async -> Upload? {
    guard let route, route.pictureField != nil || route.archiveField != nil, arrival.isMultipart, let token = arrival.sessionToken
    else { return nil }
    let signedIn = try? await services.store.read { tx in try Sessions.find(token, in: tx) }
    guard let viewer = signedIn?.viewer, let member = viewer.memberID else { return nil }
    if route.archiveField != nil {
      guard viewer.role == .admin, viewer.may(.manageSite) else { return nil }
      return Upload(place: nil, intake: services.imports.receive(), stopwatch: services.stopwatch)
    }
    return Upload(place: services.uploads.place(for: member), stopwatch: services.stopwatch)
  }

  private func answer(to error: any Error, _ visit: inout Visit) async -> Answer {
    if error is NotOfTheAudience, let site = visit.site, site.signedIn == nil {
      do { return try await SignInFirst.answer(site, fields: visit.formFields) } catch { return await self.answer(to: error, &visit) }
    }
    let trouble = Trouble(error, now: services.clock())
    visit.note(trouble, error)
    return await trouble.answer(visit, services)
  }
}
