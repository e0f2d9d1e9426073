package import Community
package import Database
import Dumps
import Foundation
package import Jobs
import Synchronization
package import Web

/// What `kindred import` does, in the server and in small steps, for admins who ask for it in the browser.
package struct ImportForAdmins: Sendable {
  private let folders: ImportFolders
  private let random: RandomBytes
  private let thread = ImportThread()
  /// The archive that is taken in just now.
  private let live = Live()
  /// Small, so that what people write waits for a moment only.
  private static let batchSize = 50

  /// `own` is the folder where the operator puts dumps, `sent` the one where archives that were sent are unpacked.
  package init(own: String, sent: String, random: @escaping RandomBytes) {
    folders = ImportFolders(own: own, sent: sent)
    self.random = random
  }

  /// What pages need of it.
  package var door: ImportDoor {
    ImportDoor(
      folder: folders.own, names: { [folders] in folders.names() },
      look: { [folders, thread] kind, place in
        await withTaskExecutorPreference(thread) {
          do throws(Problem) { _ = try folders.dump(kind, at: place) } catch { return error }
          return nil
        }
      }, receive: { receive() })
  }

  /// One archive is taken in at a time.
  private func receive() -> any ArchiveIntake {
    let name = random(8).map { String(UInt16($0) + 0x100, radix: 16).dropFirst() }.joined()
    let isFree = live.withLock { live in
      if live == nil { live = name }
      return live == name
    }
    guard isFree else { return NoIntake(Problem(.archiveBusy)) }
    return SentArchive(name, in: folders.sent, SentArchive.Limits(), on: thread) { [live] in live.withLock { $0 = nil } }
  }

  /// Removes what was sent and is needed no more.
  package func forget(allBut kept: Set<String>) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folders.sent)) ?? [] {
      guard !kept.contains(name), live.withLock({ $0 != name }) else { continue }
      try? FileManager.default.removeItem(atPath: folders.sent + "/" + name)
    }
  }

  /// Makes the operator's folder, so that it is there to be filled.
  package func prepare() { folders.prepare() }

  /// Brings one; stopped anywhere by cancelling the task, it goes on the next time.
  package func bring(_ order: ImportOrder, to store: any Store, told: @escaping @Sendable (ImportNews) -> Void) async throws {
    try await withTaskExecutorPreference(thread) {
      let found: ImportFolders.Dump
      do throws(Problem) { found = try folders.dump(order.kind, at: order.place) } catch {
        throw Typed.Refusal(description: Self.words(for: error))
      }
      switch found {
      case .stackExchange(let dump):
        let teller = Teller(all: StackExchangeImport.work(dump), told)
        let category = try order.category ?? CategoryName("Questions")
        let report = try await StackExchangeImport(
          dump: dump, store: store, source: order.source, category: category, linkBase: order.address, batchSize: Self.batchSize
        ).run(progress: teller.tell)
        try teller.finish(report)
      case .discourse(let dump):
        let teller = Teller(all: DiscourseImport.work(dump), told)
        let report = try await DiscourseImport(
          dump: dump, store: store, source: order.source, questions: Set(order.questions), linkBase: order.address,
          batchSize: Self.batchSize
        ).run(progress: teller.tell)
        try teller.finish(report)
      }
    }
  }

  private final class Live: Sendable {
    private let name = Mutex<String?>(nil)
    func withLock<T: Sendable>(_ body: (inout sending String?) -> sending T) -> T { name.withLock(body) }
  }

  /// Counts what the import tells of.
  private final class Teller {
    private var news = ImportNews()
    private let told: @Sendable (ImportNews) -> Void

    init(all bytes: Int64, _ told: @escaping @Sendable (ImportNews) -> Void) {
      news.counts.allBytes = bytes
      self.told = told
    }

    func tell(_ done: Int64, _ more: Int, _ report: ImportPipeline.Report) {
      news.counts.doneBytes = min(done, news.counts.allBytes)
      news.counts.read += more
      take(report)
      told(news)
    }

    func finish(_ report: ImportPipeline.Report) throws {
      news.counts.doneBytes = news.counts.allBytes
      take(report)
      if report.changed > 0 {
        news.problems.append("\(report.changed) texts were changed in the source since and were left as they are here")
      }
      told(news)
      if report.written + report.known == 0 { throw Typed.Refusal(description: "nothing could be read") }
    }

    /// What has no place here is known before the first record is read, so that the list only grows.
    private func take(_ report: ImportPipeline.Report) {
      (news.counts.written, news.counts.known, news.counts.skipped) = (report.written, report.known, report.problems.count)
      news.problems = report.leftOut.map { "left out: " + $0 } + report.problems
    }
  }

  private static func words(for problem: Problem) -> String {
    switch problem.code {
    case .filesMissing: "the folder has no \(problem.word ?? "")"
    case .topicsMissing: "the folder has no .json files"
    case .fileStrange: "\(problem.word ?? "something in the folder") cannot be read"
    case .folderOutside: "something leads out of the folder of imports"
    default: "the folder is not there"
    }
  }
}
