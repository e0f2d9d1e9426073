import Community
import Crypto
import Database
import Logging
import Pages
import Pictures
import Threads

/// The fields by which a picture comes with any form that writes a post. The button `attach` brings the form back with the picture in its
/// text; any other button goes on with it there.
enum PictureForm {
  static let file = "picture"
  static let all = [
    FormField(file, maximumBytes: 1_100), FormField("picture_alt", maximumBytes: 1_100), FormField("attach", maximumBytes: 3),
  ]
}

extension RouteTable {
  /// Adds the act of a form with a text that pictures can stand in. By the time its handler is called, a picture that came is in the text.
  mutating func compose<F: Form, C: AudienceContext>(
    _ pattern: String, _ form: F.Type, _ handler: @escaping @Sendable (F, C) async throws -> Reply
  ) {
    post(pattern, form) { (_: F, context: C) in
      let outcome = try await AttachPicture.perform(context.site)
      if let outcome, context.request.isFragment, context.request.form.has("attach") {
        return try await context.page(status: outcome.status) { maker, _ in PictureInsertedPage(outcome.fields(maker)) }
      }
      let site = outcome.map { AttachPicture.changed(context.site, by: $0) } ?? context.site
      guard let context = C(site) else { throw NotOfTheAudience() }
      return try await handler(F(site.request.form), context)
    }
  }
}

extension AudienceContext {
  /// Whether the form is to come back, with its picture or with what is wrong with that; nothing is written then.
  var comesBackForPicture: Bool { request.form.has("attach") }
  /// The status of the page it comes back on.
  var pictureStatus: Reply.Status { request.form.pictureNote?.status ?? .ok }
}

/// Takes in a picture that came with a form.
enum AttachPicture {
  /// Nil when none came and none was asked for. Throws nothing that would lose what was typed: what is wrong is in the outcome.
  static func perform(_ site: SiteContext) async throws -> PictureOutcome? {
    let form = site.request.form
    guard form.has("attach") || form.file != nil else { return nil }
    guard let member = MemberContext(site) else { return .refused(.forbidden(.signInFirst)) }
    let alt = form["picture_alt"]
    do {
      let bytes = try SentPicture.bytes(form.file, field: PictureForm.file)
      let place = try await take(bytes, member)
      return .inserted(place.markdown(String(alt.prefix(300))), isDescribed: !alt.allSatisfy(\.isWhitespace))
    } catch let error as ForumError { return .refused(error) }
  }

  /// The request as if what became of the picture had been typed.
  static func changed(_ site: SiteContext, by outcome: PictureOutcome) -> SiteContext {
    let form = site.request.form
    switch outcome {
    case .inserted(let markdown, _):
      let body = form["body"]
      let end = body.isEmpty || body.hasSuffix("\n\n") ? "" : body.hasSuffix("\n") ? "\n" : "\n\n"
      return site.with(form.changed(["body": body + end + markdown + "\n", "picture_alt": nil], outcome))
    case .refused: return site.with(form.changed(["attach": "yes"], outcome))
    }
  }

  private static func take(_ file: [UInt8], _ member: MemberContext) async throws -> PicturePlace {
    let (actor, services) = (member.actor, member.services)
    let source = Array(SHA256.hash(data: file))
    let earlier = try await member.write { tx in
      let earlier = try AddPicture.earlier(source, by: actor, in: tx)
      if earlier == nil { try AddPicture.checkMayTry(actor, in: tx) }
      return earlier
    }
    if let earlier, try await services.pictureFolder.has(earlier.file) { return earlier }
    let box = PicturePlace.smallBox
    let made = try await SentPicture.made { try await services.pictures.picture(file, smallWithin: PictureSize(box.width, box.height)) }
    let name = PictureName(services.random)
    guard let place = PicturePlace(name, width: made.size.width, height: made.size.height, format: made.format.rawValue) else {
      throw ForumError.invalid(PictureForm.file, .pictureDamaged)
    }
    let add = AddPicture(place, bytes: made.bytes.count + (made.small?.count ?? 0), source: source)
    // The row first: a file without one would lie there for ever.
    let kept = try await member.write { tx in try add.perform(by: actor, in: tx) }
    try await SentPicture.kept([(kept.file, made.bytes)] + (made.small.map { [(kept.smallFile, $0)] } ?? []), services)
    return kept
  }
}

/// What posts and faces have in common: a file becomes a picture, or a sentence beside the field it came in.
enum SentPicture {
  /// Throws ``ForumError/invalid(_:)`` for what is not there, or not here.
  static func bytes(_ file: SentFile?, field: String) throws -> [UInt8] {
    switch file?.state {
    case .whole(let bytes): return bytes
    case .tooLarge: throw ForumError.invalid(field, .pictureTooLarge, PictureLimits.bytes / 1024 / 1024)
    case .refused: throw ForumError.invalid(field, .pictureBusy)
    case nil: throw ForumError.invalid(field, .pictureMissing)
    }
  }

  /// Throws ``ForumError/invalid(_:)`` for what is wrong with it.
  static func made<T>(_ make: () async throws -> T) async throws -> T {
    let field = PictureForm.file
    do { return try await make() } catch let problem as PictureProblem {
      switch problem {
      case .unknownFormat: throw ForumError.invalid(field, .pictureUnknown)
      case .tooManyBytes: throw ForumError.invalid(field, .pictureTooLarge, PictureLimits.bytes / 1024 / 1024)
      case .tooManyPixels: throw ForumError.invalid(field, .picturePixels, PictureLimits.pixels / 1_000_000)
      case .damaged: throw ForumError.invalid(field, .pictureDamaged)
      case .moves: throw ForumError.invalid(field, .pictureMoves)
      }
    } catch is ThreadsBusy { throw ForumError.invalid(field, .pictureBusy) }
  }

  /// Writes files; what stands in the way the log says, and the page that it was not kept.
  static func kept(_ files: [(String, [UInt8])], _ services: Services) async throws {
    do { try await services.pictureFolder.keep(files.map { (name: $0.0, bytes: $0.1) }) } catch {
      services.log.error("a picture could not be written", metadata: ["error": .string("\(error)")])
      throw ForumError.invalid(PictureForm.file, .pictureNotKept)
    }
  }
}
