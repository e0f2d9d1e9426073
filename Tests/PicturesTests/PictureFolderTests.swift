import Foundation
import Testing

@testable import Pictures

@Suite("The folder of pictures") struct PictureFolderTests {
  private let place = FileManager.default.temporaryDirectory.appendingPathComponent("pictures-\(UUID().uuidString)").path

  @Test("gives back what was put into it, and forgets what was taken out") func there() async throws {
    let folder = PictureFolder(place)
    defer { try? FileManager.default.removeItem(atPath: place) }
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    try await folder.keep([(name: "abcd.png", bytes: bytes), (name: "abcd.small.webp", bytes: [1])])
    #expect(try await folder.bytes("abcd.png") == bytes)
    #expect(try await folder.bytes("abcd.small.webp") == [1])
    #expect(try await folder.has("abcd.png"))
    #expect(try await folder.bytes("abce.png") == nil)
    let files = try FileManager.default.contentsOfDirectory(atPath: place + "/ab").sorted()
    #expect(files == ["abcd.png", "abcd.small.webp"])
    try await folder.remove(["abcd.png", "never.png"])
    #expect(try await folder.bytes("abcd.png") == nil)
    #expect(try await !folder.has("abcd.png"))
  }

  @Test("says what is wrong where nothing can be written") func unwritable() async throws {
    try Data().write(to: URL(fileURLWithPath: place))
    defer { try? FileManager.default.removeItem(atPath: place) }
    await #expect(throws: PictureFolder.Fault.self) { try await PictureFolder(place).keep([(name: "abcd.png", bytes: [1])]) }
  }
}
