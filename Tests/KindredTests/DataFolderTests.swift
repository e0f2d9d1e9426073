import Foundation
import Testing

@testable import Kindred

@Suite struct DataFolderTests {
  @Test("a folder is held by one server at a time, and free when that one ends") func lock() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("kindred-lock-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    var first: DataFolder? = try DataFolder(path)
    #expect(first?.path == path)
    #expect { try DataFolder(path) } throws: { "\($0)".contains("another kindred is running") }
    first = nil
    _ = try DataFolder(path)
  }

  @Test("a command beside the server wants a database that is there") func missing() {
    #expect { try DataFolder.requireDatabase(in: "/nowhere") } throws: { "\($0)".contains("kindred migrate") }
  }
}
