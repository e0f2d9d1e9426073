import Community
import Database
import Logging
import Passwords

/// Every way in which a request ends badly, each with a status and two sentences in the catalog (`error.CODE.title`, `error.CODE.text`).
/// People see those and a request id, never an error's own text.
struct Trouble: Sendable, Equatable {
  enum Code: String, Sendable, CaseIterable {
    case notFound, gone, forbidden, conflict, invalid, tooSoon, busy
    case badRequest, foreignOrigin, wrongHost, tooLarge, addressTooLong, otherMethod, otherType
    case noRoom, failed
  }
  let code: Code
  let status: Int
  /// A sentence of the catalog that says more, such as `refusal.locked`.
  var detail: String?
  var retryAfter: Int?
  var methods: [Method] = []
  var level = Logger.Level.info

  private init(_ code: Code, _ status: Int) {
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
    case is PasswordsBusy, is CancellationError:
      self.init(.busy, 503)
      retryAfter = 5
      level = .warning
    default:
      self.init(.failed, 500)
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
    case .invalid: self.init(.invalid, 422)
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
    case .busy, .closed:
      self.init(.busy, 503)
      retryAfter = 5
      level = .warning
    case .diskFull:
      self.init(.noRoom, 507)
      level = .error
    case .ioFailed:
      self.init(.noRoom, 503)
      retryAfter = 30
      level = .error
    case .constraint, .corrupt, .unexpectedValue, .statement, .migration:
      self.init(.failed, 500)
      level = .error
    }
  }

  private init(_ refused: Refused) {
    switch refused {
    case .wrongHost: self.init(.wrongHost, 421)
    case .foreignOrigin: self.init(.foreignOrigin, 403)
    case .addressTooLong: self.init(.addressTooLong, 414)
    case .bodyTooLarge: self.init(.tooLarge, 413)
    case .otherType: self.init(.otherType, 415)
    case .otherMethod(let methods):
      self.init(.otherMethod, 405)
      self.methods = methods
    }
  }
}
