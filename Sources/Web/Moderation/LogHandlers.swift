import Community
import Database
import Pages

/// The log of acts, and taking one back.
enum LogHandlers {
  static func show(_ context: ModeratorContext) async throws -> Reply {
    let (actor, filter) = (context.actor, filter(context.request))
    let before = ActID(context.request.query("before") ?? "")
    guard actor.may(.readLog) else { throw ForumError.notFound }
    return try await context.page { maker, tx in
      LogPage(try LoggedAct.list(filter, before: before, for: actor, in: tx), filter, isFirst: before == nil, maker: maker)
    }
  }

  /// The whole of it, for a spreadsheet.
  static func file(_ context: ModeratorContext) async throws -> Reply {
    let (actor, filter) = (context.actor, filter(context.request))
    guard actor.may(.readLog) else { throw ForumError.notFound }
    var lines = [LogFile.head]
    var last: ActID?
    while lines.count < LogFile.most {
      let before = last
      let acts = try await context.read { tx in try LoggedAct.list(filter, before: before, most: 500, for: actor, in: tx) }
      lines += acts.map(LogFile.line)
      last = acts.last?.id
      if acts.count < 500 { break }
    }
    return .bytes(Array(lines.joined().utf8), type: "text/csv; charset=utf-8", cache: .never)
  }

  static func undo(_ context: ModeratorContext) async throws -> Reply {
    guard let act = ActID(context.request.parameter("id") ?? "") else { throw ForumError.notFound }
    let actor = context.actor
    guard try await context.read({ tx in try LoggedAct.find(act, for: actor, in: tx) != nil }) else { throw ForumError.notFound }
    let mending = try await mending(of: act, context)
    try await context.write { tx in try UndoAct(act).perform(by: actor, mending: mending, in: tx) }
    return .redirect(Paths.moderation, cookies: [.flash("actUndone", at: context.request.door)])
  }

  /// A masked text as it was, made ready outside of the write; nil for other acts.
  static func mending(of act: ActID?, _ context: ModeratorContext) async throws -> MendedText? {
    guard let act, let before = try await context.read({ tx in try MaskedVersion.find(act, in: tx) }) else { return nil }
    return MendedText(body: try PostBody(before.body), version: before.standing)
  }

  private static func filter(_ request: PageRequest) -> LoggedAct.Filter {
    let handle = request.query("member").flatMap { Handle(plain: $0.hasPrefix("@") ? String($0.dropFirst()) : $0) }
    return LoggedAct.Filter(
      kind: request.query("act").flatMap { ActKind(rawValue: $0) }, rule: request.query("rule").flatMap { ActRule(rawValue: $0) },
      handle: handle?.text)
  }
}

/// The log as a table for other programs.
private enum LogFile {
  static let most = 100_000
  static let head = "id,at,act,rule,by,about,post,topic,until,undone,words,note\r\n"

  static func line(_ act: LoggedAct) -> String {
    let cells = [
      String(act.id.rawValue), String(act.at.rawValue), act.kind.rawValue, act.rule.rawValue, act.actor ?? "", act.member?.handle ?? "",
      act.post.map { String($0.rawValue) } ?? "", act.topic.map { String($0.rawValue) } ?? "", act.until.map { String($0.rawValue) } ?? "",
      act.isUndone ? "yes" : "", act.words, act.note,
    ]
    return cells.map(CSV.cell).joined(separator: ",") + "\r\n"
  }
}

/// Cells of a table that a spreadsheet opens.
package enum CSV {
  /// In quotes where it must be. What a spreadsheet would calculate begins with an apostrophe: texts of people are no formulas.
  /// A reader of tables knows no characters but scalars: a sign with an accent on it is still that sign.
  package static func cell(_ text: String) -> String {
    let isFormula = text.unicodeScalars.first.map(calculates.contains) ?? false
    let safe = isFormula ? "'" + text : text
    guard safe.unicodeScalars.contains(where: separates.contains) else { return safe }
    return "\"" + String(String.UnicodeScalarView(safe.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] })) + "\""
  }

  private static let calculates: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"]
  private static let separates: Set<Unicode.Scalar> = [",", "\"", "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}"]
}
