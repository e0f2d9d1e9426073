import Foundation
import Mail
import Testing

@Suite("The spool folder")
struct SpoolTransportTests {
  private func inFolder(_ body: (String) async throws -> Void) async throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    try await body(folder.path)
  }

  @Test("keeps each message as one file, and makes itself")
  func keeps() async throws {
    try await inFolder { (folder) async throws in
      let spool = SpoolTransport(folder: folder + "/data/mail")
      let (one, other) = (try Example.message(), try Example.message(subject: "Another", messageID: "n43@example.com"))
      #expect(await spool.send(one) == .accepted(reply: "kept as n42.7f3a@example.com.eml"))
      #expect(await spool.send(other) == .accepted(reply: "kept as n43@example.com.eml"))
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder + "/data/mail").sorted() == [
          "n42.7f3a@example.com.eml", "n43@example.com.eml",
        ])
      #expect(FileManager.default.contents(atPath: folder + "/data/mail/n43@example.com.eml") == Data(other.encoded()))
      let mode = try FileManager.default.attributesOfItem(atPath: folder + "/data/mail/n43@example.com.eml")[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }

  @Test("the same message sent again, even at the same time, is one file")
  func once() async throws {
    try await inFolder { (folder) async throws in
      let spool = SpoolTransport(folder: folder)
      let message = try Example.message(text: String(repeating: "A line of an ordinary length.\n", count: 5000))
      await withTaskGroup(of: Void.self) { group in
        for _ in 0..<20 { group.addTask { _ = await spool.send(message) } }
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["n42.7f3a@example.com.eml"])
      #expect(FileManager.default.contents(atPath: folder + "/n42.7f3a@example.com.eml") == Data(message.encoded()))
    }
  }

  @Test("a folder that cannot be written puts the message off, and leaves nothing behind")
  func unwritable() async throws {
    try await inFolder { (folder) async throws in
      let file = folder + "/file"
      #expect(FileManager.default.createFile(atPath: file, contents: nil))
      guard case .refusedForNow(let reply) = await SpoolTransport(folder: file + "/mail").send(try Example.message()) else {
        Issue.record("not put off")
        return
      }
      #expect(reply.contains("Not a directory"))
      // A folder with the message's name stands in the way of the last step.
      try FileManager.default.createDirectory(atPath: folder + "/spool/n42.7f3a@example.com.eml", withIntermediateDirectories: true)
      guard case .refusedForNow = await SpoolTransport(folder: folder + "/spool").send(try Example.message()) else {
        Issue.record("not put off")
        return
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/spool") == ["n42.7f3a@example.com.eml"])
    }
  }
}
