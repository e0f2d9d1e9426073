import Community
import Database
import Dumps
import Foundation
import TestSupport
import Testing

@testable import Kindred

/// A real forum of years: counted whole, and every tenth topic brought in and compared.
@Suite(.enabled(if: UrhoTopics.isThere)) struct UrhoImportTests {
  @Test("a real forum is read whole, and what is imported of it reads the same") func realForum() async throws {
    let folder = try UrhoTopics.unpacked()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let facts = try await DiscourseFacts(DiscourseDump(folder: folder))
    #expect(facts.problems == [])
    let counts: [Int] = [facts.topics, facts.posts, facts.accepted, facts.hidden, facts.closed, facts.people.count]
    #expect(counts == [5_046, 36_898, 672, 22, 42, 999])
    #expect(facts.leavingOut == [])
    #expect(
      facts.lines == [
        .closed: 44, .reopened: 6, .archived: 3, .pinned: 1, .pinnedEverywhere: 1, .unpinned: 3, .listed: 2, .unlisted: 1, .postsMoved: 31,
      ])
    #expect(facts.categories.count == 11 && facts.categories.contains { $0.category.slug == "support" })
    for (index, file) in facts.ordered.enumerated() where index % 10 != 3 {
      try FileManager.default.removeItem(atPath: folder + "/" + file.name)
    }
    let part = try DiscourseDump(folder: folder)
    let store = try await TestStore.make()
    let source = try ImportSource("urho3d")
    let work = DiscourseImport(dump: part, store: store, source: source, questions: ["support"], linkBase: UrhoTopics.address)
    #expect(try await work.run().problems == [])
    let compared = try await DiscourseComparison(dump: part, store: store, source: source, linkBase: UrhoTopics.address).run()
    #expect(compared.compared > 3_000 && compared.isAlike, "\(compared.below) of \(compared.compared): \(compared.worst)")
    #expect(try await work.run().written == 0)
    #expect(try await store.read { tx in try Recount.perform(in: tx) } == [])
  }
}

enum UrhoTopics {
  static let address = "https://discourse.urho3d.io"
  static var isThere: Bool { SharedArchive.isThere(name) }
  static func unpacked() throws -> String { try SharedArchive.unpacked(name) }
  private static let name = "data/urho3d-discourse/topics-json.tar.zst"
}
