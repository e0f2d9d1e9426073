import Community
import Database
import DatabaseSQLite
import Files
import Pages
import Web

/// Times a topic's page of 20 posts on real rows, templates and words, without HTTP around it.
struct RenderBench {
  private static let posts = 20
  private let folder: DataFolder
  private let store: SQLiteStore
  private let fabric: SiteFabric
  private let topic: TopicID
  private let author: Viewer

  init(folder: DataFolder) async throws {
    self.folder = folder
    let files = ProductFiles(overrides: nil)
    store = try SQLiteStore(path: DataFolder.databaseFile(in: folder.path), clock: SystemClock.now)
    fabric = try SiteFabric(files)
    try await Migrator(Migration.list(files.tree.texts(in: "migrations"), for: .sqlite)).run(on: store)
    (topic, author) = try await store.write { tx in try Self.write(in: tx) }
  }

  /// A line of figures for each kind of reader.
  func run(rounds: Int) async throws -> [String] {
    var lines = ["a topic's page with \(Self.posts) posts, median of \(rounds), in us"]
    for (name, viewer) in [("visitor", Viewer.visitor), ("member", author)] {
      let (read, made, rendered, bytes) = try await time(rounds, for: viewer)
      lines.append("\(name): read \(read), make \(made), render \(rendered); \(bytes) bytes")
    }
    return lines
  }

  private func time(_ rounds: Int, for viewer: Viewer) async throws -> (read: Int, made: Int, rendered: Int, bytes: Int) {
    let (edition, topic) = (try fabric.pages.editions().site, topic)
    let maker = PageMaker(
      words: edition.words, clock: ReaderClock(now: SystemClock.now(), zone: "UTC"), viewer: viewer, chrome: .sample,
      baseAddress: "https://forum.example", here: Paths.topicBare(topic), path: Paths.topicBare(topic))
    return try await store.read { tx in
      var reads: [Int64] = [], makes: [Int64] = [], renders: [Int64] = []
      var bytes = 0
      for _ in 0..<rounds {
        let begun = SystemClock.stopwatch()
        let view = try TopicView.load(topic, order: .oldest, page: 1, for: viewer, in: tx)
        let read = SystemClock.stopwatch()
        let page = TopicPage(view, composer: nil, maker: maker)
        let made = SystemClock.stopwatch()
        bytes = try edition.render(page).count
        let rendered = SystemClock.stopwatch()
        reads.append(read - begun)
        makes.append(made - read)
        renders.append(rendered - made)
      }
      return (Self.median(reads), Self.median(makes), Self.median(renders), bytes)
    }
  }

  private static func median(_ times: [Int64]) -> Int { Int(times.sorted()[times.count / 2]) }

  private static func write(in tx: Transaction) throws -> (TopicID, Viewer) {
    let actors = try (1...4).map { number in
      let member = try AddMember(
        name: DisplayName("Staff \(number)"), email: EmailAddress("staff\(number)@example.org"), passwordHash: "", role: .staff,
        firstCategories: []
      ).perform(in: tx)
      guard let actor = try Viewer.find(member, in: tx).flatMap(Actor.init) else { throw ForumError.notFound }
      return actor
    }
    guard let key = SubmissionKey("bench-opening") else { throw ForumError.notFound }
    let category = try CreateCategory(name: CategoryName("Help")).insert(in: tx)
    let topic = try OpenTopic(
      kind: .question, category: category, title: TopicTitle("How do I print labels on the second printer?"), body: PostBody(text(0)),
      tags: TagChoice("labels, printing"), key: key
    ).perform(by: actors[0], in: tx)
    for number in 1..<posts {
      guard let key = SubmissionKey("bench-post-\(number)") else { throw ForumError.notFound }
      let body = try PostBody(text(number))
      _ = try WriteReply(topic: topic, body: body, seen: nil, replyTo: nil, key: key).perform(by: actors[number % 4], in: tx)
    }
    return (topic, actors[0].viewer)
  }

  private static func text(_ number: Int) -> String {
    """
    The \(number). thing to try is the tray: **the label roll** must lie with its end to the front, or the printer feeds one label too many \
    and says *paper jam* although there is none. See [the manual](https://example.org/manual/\(number)) for the picture.

    1. Open the lid & take the roll out
    2. Run `printer --feed \(number)` until "ready" shows
    3. Put the roll back

    ```
    if labels < \(number) { refill(tray) }
    ```

    That helped here on three machines, two of them older than ours & one brand new.
    """
  }
}
