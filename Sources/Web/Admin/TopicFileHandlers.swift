import Community
import Database
import Pages

/// Topics as a table for a spreadsheet.
enum TopicFileHandlers {
  /// More than this is a matter for the database itself.
  private static let most = 100_000
  private static let batch = 500
  private static let head =
    "id,title,category,kind,author,opened,replies,views,votes,me too,solved,first answer minutes\r\n"

  /// Read in batches, so that no write waits for it. It is noted in the log before anything is read.
  static func file(_ context: AdminContext) async throws -> Reply {
    let actor = context.actor
    try await context.write { tx in try ExportedTopic.note(by: actor, in: tx) }
    var bytes = Array(head.utf8)
    var (last, count): (TopicID?, Int) = (nil, 0)
    while count < most {
      let after = last
      let topics = try await context.read { tx in try ExportedTopic.page(after: after, most: batch, for: actor, in: tx) }
      for topic in topics { bytes += line(topic).utf8 }
      (last, count) = (topics.last?.id, count + topics.count)
      if topics.count < batch { break }
    }
    return .bytes(bytes, type: "text/csv; charset=utf-8", cache: .never)
  }

  private static func line(_ topic: ExportedTopic) -> String {
    let minutes = topic.answeredAt.map { String(max(0, $0.rawValue - topic.openedAt.rawValue) / 60_000) } ?? ""
    let cells = [
      String(topic.id.rawValue), topic.title, topic.category, topic.kind.rawValue, topic.author ?? "",
      ReaderClock.machineText(topic.openedAt), String(topic.replies), String(topic.views), String(topic.votes), String(topic.meToos),
      topic.isSolved ? "yes" : "", minutes,
    ]
    return cells.map(CSV.cell).joined(separator: ",") + "\r\n"
  }
}
