import Community
import Database
import Foundation
import TestSupport
import Testing

@testable import Kindred

@Suite("Where a community lies") struct CommunityPlaceTests {
  private func refusal(_ from: String, _ to: String) async throws -> String {
    do {
      _ = try await CommunityMove(from: CommunityPlace(from, "--from"), to: CommunityPlace(to, "--to")).run { _, _, _ in }
      return "moved"
    } catch { return "\(error)" }
  }

  private func folder() throws -> String {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("kindred-place-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  @Test("a community is never moved onto itself, however its folder is written") func sameFolder() async throws {
    let path = try folder()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let link = path + "-link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    defer { try? FileManager.default.removeItem(atPath: link) }
    for other in [path, path + "/", path + "/../" + URL(filePath: path).lastPathComponent, link] {
      #expect(try await refusal(path, other) == "--to: that is where it is")
    }
  }

  @Test("a community is never moved onto itself, however its database is addressed") func sameDatabase() async throws {
    guard let server = TestPostgres.server else { return }
    let store = try await TestStore.make()
    _ = try await store.addCategory("Kept")
    let name = try #require(try await store.read { try $0.value("SELECT current_database()::text", as: String.self) })
    try await store.close()
    let address = TestPostgres.address(of: name)
    let port = try #require(server.split(separator: "/").dropFirst().first?.split(separator: ":").last)
    let other = "postgresql://kindred@localhost:\(port)/\(name)"
    #expect(try await refusal(address, other).contains("--to: another kindred uses that database"))
    let again = try store.reopened()
    #expect(try await again.read { try $0.exists("SELECT 1 FROM category WHERE name = 'Kept'") })
    #expect(try await refusal(address, try folder()).contains("--from: another kindred uses that database"))
    try await again.close()
  }

  @Test("what is no community of ours is left alone on either side") func others() async throws {
    let source = try await TestStore.make(on: .sqlite)
    let path = URL(filePath: source.path).deletingLastPathComponent().path
    try await source.close()
    let target = try TestStore.makeEmpty()
    try await target.write { tx in try tx.run("CREATE TABLE invoice (number BIGINT PRIMARY KEY)") }
    let place: String
    if target.sqlite != nil {
      place = URL(filePath: target.path).deletingLastPathComponent().path
    } else {
      let name = try await target.read { try $0.value("SELECT current_database()::text", as: String.self) }
      place = TestPostgres.address(of: try #require(name))
    }
    try await target.close()
    #expect(try await refusal(path, place) == "--to: there are another program's tables")
    #expect(try await refusal(place, path) == "--from: there is no community")
    let after = try target.reopened()
    #expect(try await after.read { try TableDescription.names(in: $0) } == ["invoice"])
    try await after.close()
  }

  @Test(
    "an address that is none is refused without a word of it",
    arguments: ["postgres ://a:word@b/c", "mysql://a:word@b/c", "host=x password=word", ""])
  func noPlace(_ text: String) {
    #expect { try CommunityPlace(text, "--to") } throws: { "\($0)".hasPrefix("--to: expected a data folder") && !"\($0)".contains("word") }
  }
}
