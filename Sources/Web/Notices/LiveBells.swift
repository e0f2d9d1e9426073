import Community
package import Database
package import Logging
import ServiceLifecycle
import Synchronization

/// The bells of all open pages. One reader follows the log of events for all of them; what a page is told is asked for at the moment of
/// telling it, with its session: nobody learns of what they may no longer see.
package final class LiveBells: Service {
  /// What a page is told.
  enum Ring: Sendable, Equatable {
    case unread(Int)
    /// So that proxies and browsers see that somebody is there.
    case nothing
    /// The session is over; the page need not come back.
    case ended
  }

  private struct Listener {
    let session: SessionID
    let member: MemberID
    let ticks: AsyncStream<Void>.Continuation
    /// What the page was told last, and what it is to be told.
    var told: Int?
    var due: Int?
    var isOver = false
  }

  private struct Open {
    var listeners: [Int: Listener] = [:]
    var ofMember: [MemberID: Int] = [:]
    var lastID = 0
    /// Up to where the log was read; nil while nobody listens.
    var place: Int64?
    var isRunning = false
  }

  /// Tabs and devices of one member.
  package static let mostOfMember = 12
  /// Sessions asked for in one read.
  private static let part = 100
  /// Every listener hears something this often, and its session is looked at.
  private static let beatEvery = 20, lookEvery = 4

  private let open = Mutex(Open())
  private let store: any Store
  private let most: Int
  private let log: Logger

  /// `most` is how many there may be in all.
  package init(store: any Store, most: Int = 3000, log: Logger) {
    self.store = store
    self.most = most
    self.log = log
  }

  /// How many listen now.
  package var count: Int { open.withLock { $0.listeners.count } }

  func hasRoom(for member: MemberID) -> Bool {
    open.withLock { $0.listeners.count < most && $0.ofMember[member, default: 0] < Self.mostOfMember }
  }

  /// Begins to listen, with the number as it is now. Nil when there is no room or nothing can be read.
  func open(_ session: SessionID, of member: MemberID, _ say: @escaping @Sendable (Ring) -> EventStream.Written) async -> EventStream
    .Opened?
  {
    let (ticks, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    // First it is there and then it asks, so that nothing falls between.
    let id: Int? = open.withLock { open in
      guard open.listeners.count < most, open.ofMember[member, default: 0] < Self.mostOfMember else { return nil }
      open.lastID += 1
      open.listeners[open.lastID] = Listener(session: session, member: member, ticks: continuation)
      open.ofMember[member, default: 0] += 1
      return open.lastID
    }
    guard let id else { return nil }
    do {
      let (place, counts) = try await store.read { tx in (try NoticeChanges.now(in: tx), try BellCounts.load(for: [session], in: tx)) }
      let isRunning = open.withLock { open in
        open.place = open.place ?? place
        return open.isRunning
      }
      ring([id: session], counts)
      // While the server stops or has not begun, a page gets its number and comes back.
      if !isRunning { continuation.finish() }
    } catch {
      leave(id)
      return nil
    }
    return EventStream.Opened(
      ticks: ticks, next: { [weak self] in self.flatMap { $0.next(of: id) }.map(say) }, leave: { [weak self] in self?.leave(id) })
  }

  /// Tells everybody whom something since the last time concerns. Throws the Store's faults; then nothing is lost.
  package func catchUp() async throws {
    var hasMore = true
    while hasMore, let place = open.withLock({ $0.listeners.isEmpty ? nil : $0.place }) {
      let changes = try await store.read { tx in try NoticeChanges.since(place, in: tx) }
      let concerned = open.withLock { open in
        open.listeners.filter { changes.members.contains($0.value.member) }.mapValues(\.session)
      }
      try await tell(concerned)
      open.withLock { $0.place = changes.place }
      hasMore = changes.hasMore
    }
    open.withLock { open in if open.listeners.isEmpty { open.place = nil } }
  }

  /// Once a second: some hear that the server is there, and now and then every session is looked at, whatever the log says.
  package func beat(_ second: Int) async throws {
    let sessions = open.withLock { open in
      for (id, listener) in open.listeners where id % Self.beatEvery == second % Self.beatEvery { listener.ticks.yield() }
      return second % Self.lookEvery == 0 ? open.listeners.mapValues(\.session) : [:]
    }
    for part in parts(of: sessions, 1000) {
      let lasting = try await store.read { tx in try BellCounts.lasting(Array(part.values), in: tx) }
      for (id, session) in part where !lasting.contains(session) { end(id) }
    }
  }

  /// Listens to the Store until the server is told to stop; then every page hears its end at once and comes back later.
  package func run() async throws {
    begin()
    let (ticks, trigger) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    await withGracefulShutdownHandler {
      await withTaskGroup(of: Void.self) { group in
        group.addTask { for await _ in self.store.commits() { trigger.yield() } }
        group.addTask {
          var second = 0
          while (try? await Task.sleep(for: .seconds(1))) != nil {
            second += 1
            await self.trying { try await self.beat(second) }
            // Another process may have written.
            if second % 2 == 0 { trigger.yield() }
          }
        }
        for await _ in ticks { await self.trying { try await self.catchUp() } }
        group.cancelAll()
      }
    } onGracefulShutdown: {
      trigger.finish()
    }
    finish()
  }

  /// From now on what is opened stays open.
  package func begin() { open.withLock { $0.isRunning = true } }

  /// Ends every answer; those that come now get their number and end.
  package func finish() {
    open.withLock { open in
      open.isRunning = false
      for listener in open.listeners.values { listener.ticks.finish() }
    }
  }

  private func trying(_ body: () async throws -> Void) async {
    do { try await body() } catch is CancellationError {} catch {
      log.warning("open pages could not be told", metadata: ["error": "\(error)"])
    }
  }

  private func tell(_ listeners: [Int: SessionID]) async throws {
    for part in parts(of: listeners, Self.part) {
      ring(part, try await store.read { tx in try BellCounts.load(for: Array(part.values), in: tx) })
    }
  }

  private func ring(_ listeners: [Int: SessionID], _ counts: [SessionID: Int]) {
    for (id, session) in listeners {
      guard let count = counts[session] else {
        end(id)
        continue
      }
      open.withLock { open in
        guard let listener = open.listeners[id], listener.told != count || listener.due != nil else { return }
        open.listeners[id]?.due = count
        listener.ticks.yield()
      }
    }
  }

  private func end(_ id: Int) {
    open.withLock { open in
      open.listeners[id]?.isOver = true
      open.listeners[id]?.ticks.yield()
    }
  }

  private func next(of id: Int) -> Ring? {
    open.withLock { open in
      guard var listener = open.listeners[id] else { return nil }
      if listener.isOver { return .ended }
      guard let due = listener.due else { return .nothing }
      (listener.told, listener.due) = (due, nil)
      open.listeners[id] = listener
      return .unread(due)
    }
  }

  private func leave(_ id: Int) {
    open.withLock { open in
      guard let listener = open.listeners.removeValue(forKey: id) else { return }
      let left = open.ofMember[listener.member, default: 1] - 1
      open.ofMember[listener.member] = left > 0 ? left : nil
      listener.ticks.finish()
    }
  }

  private func parts(of listeners: [Int: SessionID], _ size: Int) -> [[Int: SessionID]] {
    let all = Array(listeners)
    return stride(from: 0, to: all.count, by: size).map { start in
      Dictionary(uniqueKeysWithValues: all[start..<min(start + size, all.count)].map { ($0.key, $0.value) })
    }
  }
}
