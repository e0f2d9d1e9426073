package import Templates

/// What a handler answers.
package enum Reply: Sendable {
  /// A page made from a template.
  case page(any Page, status: Status = .ok, cookies: [Cookie] = [])
  /// Somewhere else on this site; 303 after an act, 301 for an address that moved for ever.
  case redirect(String, status: Status = .seeOther, cookies: [Cookie] = [])
  /// A file or a picture.
  case bytes([UInt8], type: String, cache: CachePolicy)
  /// A file that is kept under a name of its own, and never shown as a page.
  case download([UInt8], type: String, name: String)
  /// A picture of people's, which `tag` names for good.
  case picture([UInt8], type: String, tag: String, cache: CachePolicy)
  /// Plain text for programs.
  case text(String, status: Status = .ok)
  /// Bytes that are already compressed too, as assets are.
  case file(StaticFile, cache: CachePolicy)
  /// Lines that are written as things happen, until the browser goes.
  case events(EventStream)

  /// The statuses that handlers use.
  package enum Status: Int, Sendable {
    case ok = 200, created = 201
    case moved = 301, seeOther = 303
    case invalid = 422, unauthorized = 401, forbidden = 403, notFound = 404, conflict = 409, gone = 410, tooSoon = 429, unavailable = 503
  }
}

/// How long an answer may be kept, and by whom.
package enum CachePolicy: Sendable, Equatable {
  /// The address changes with the content.
  case forever
  /// The address is of one content only, which everybody may see now and perhaps not later.
  case seenByAll
  /// By everybody for so many seconds, then asked again.
  case shared(seconds: Int)
  /// Everybody may keep it and asks each time whether it is still so.
  case revalidated
  /// Only this browser may keep it, and asks each time.
  case personal
  /// Nobody keeps it.
  case never

  var line: String {
    switch self {
    case .forever: "public, max-age=31536000, immutable"
    case .seenByAll: "public, max-age=604800, s-maxage=300, immutable"
    case .shared(let seconds): "public, max-age=\(seconds)"
    case .revalidated: "no-cache"
    case .personal: "private, no-cache"
    case .never: "no-store"
    }
  }
}
