import Community
import Foundation
import Testing

@testable import Kindred

@Suite("The folder of the server's own backups") struct BackupShelfTests {
  @Test("the newest are kept, and three of before a migration; what others put there is not touched") func kept() throws {
    let data = FileManager.default.temporaryDirectory.appendingPathComponent("kindred-shelf-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: data) }
    let configuration = try ServerConfiguration.read(environment: ["KINDRED_DATA": data], file: { _ in nil }, isFolder: { _ in false })
    let shelf = BackupShelf(configuration: configuration)
    #expect(shelf.list().isEmpty)
    let folder = DataFolder.backups(in: data)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    func put(_ name: String) throws { try Data([1, 2, 3]).write(to: URL(fileURLWithPath: folder + "/" + name)) }
    for day in 1...5 {
      try put("kindred-2026010\(day)-030000.tar")
      try put("kindred-2026010\(day)-030000.tar.verified")
      try put("kindred-2026010\(day)-020000-before-0023_erasures.tar")
    }
    for other in ["mine.tar", "kindred-notes.txt"] { try put(other) }
    shelf.letGo(keep: 2)
    let listed = shelf.list()
    #expect(
      listed.map(\.name) == [
        "kindred-20260105-030000.tar", "kindred-20260105-020000-before-0023_erasures.tar", "kindred-20260104-030000.tar",
        "kindred-20260104-020000-before-0023_erasures.tar", "kindred-20260103-020000-before-0023_erasures.tar",
      ])
    #expect(listed.map(\.isVerified) == [true, false, true, false, false])
    #expect(listed.allSatisfy { $0.bytes == 3 })
    let left = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(left.filter { $0.hasSuffix(".verified") }.count == 2)
    #expect(left.contains("mine.tar") && left.contains("kindred-notes.txt"))
  }
}
