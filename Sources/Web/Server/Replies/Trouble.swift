import Community
import Database
import Logging
import Pages
import Threads

/// How a request ends badly: a status and one of the error pages.
/// People see those and a request id, never an error's own text.
struct Trouble: Sendable, Equatable {
  let code: ErrorPage.Kind
  let status: Int
  /// A sentence of the catalog that says more, such as `refusal.locked`.
  var detail: String?
  /// What is wrong with the field of a form that has no page of its own, such as the note of an objection.
  var problem: Problem?
  var retryAfter: Int?
  var methods: [Method] = []
  var level = Logger.Level.info

  private init(_ code: ErrorPage.Kind, _ status: Int) {
    self.code = code
    self.status = status
  }

  init(_ error: any Error, now: Timestamp) {
    switch error {
    case let error as ForumError: self.init(error, now: now)
    case let fault as DatabaseFault: self.init(fault)
    case let refused as Refused: self.init(refused)
    case is BadRequest: self.init(.badRequest, 400)
    // Too low a role looks exactly like no such address.
    case is NotOfTheAudience: self.init(.notFound, 404)
    case is ThreadsBusy, is CancellationError:
      self.init(.busy, 503)
      retryAfter = 5
      level = .warning
    default:
      self.init(.fault, 500)
      level = .error
    }
  }

  private init(_ error: ForumError, now: Timestamp) {
    switch error {
    case .notFound: self.init(.notFound, 404)
    case .gone: self.init(.gone, 410)
    case .forbidden(let refusal):
      self.init(.forbidden, 403)
      detail = "refusal.\(refusal.rawValue)"
    case .conflict(let conflict):
      self.init(.conflict, 409)
      detail = "conflict.\(conflict.rawValue)"
    case .invalid(let problems):
      self.init(.badRequest, 422)
      problem = problems.first?.problem
    case .tooSoon(let limit, let until):
      self.init(.tooSoon, 429)
      detail = "limit.\(limit.rawValue)"
      retryAfter = Int(max(1, ((until - now).milliseconds + 999) / 1000))
    case .busy:
      self.init(.busy, 503)
      retryAfter = 5
      level = .warning
    }
  }

  private init(_ fault: DatabaseFault) {
    switch fault {
    case .busy, .closed, .unreachable:
      self.init(.busy, 503)
      if case .unreachable(_, mayHaveChanged: true) = fault { detail = "error.perhapsKept" }
      retryAfter = 5
      level = .warning
    case .diskFull:
      self.init(.diskFull, 507)
      level = .error
    case .ioFailed:
      self.init(.diskFull, 503)
      retryAfter = 30
      level = .error
    case .constraint, .corrupt, .unexpectedValue, .statement, .migration:
      self.init(.fault, 500)
      level = .error
    }
  }

  private init(_ refused: Refused) {
    switch refused {
    case .wrongHost: self.init(.wrongSite, 421)
    case .foreignOrigin: self.init(.foreignOrigin, 403)
    case .addressTooLong: self.init(.badRequest, 414)
    case .bodyTooLarge: self.init(.tooLarge, 413)
    case .otherType: self.init(.badRequest, 415)
    case .tooSlow: self.init(.badRequest, 408)
    case .otherMethod(let methods):
      self.init(.notFound, 405)
      self.methods = methods
    }
  }
}
