import Foundation
import Mail
import Testing

/// A real mail server, run beside the tests: Python with aiosmtpd.
final class TestServer: Sendable {
  let port: Int
  let folder: String
  private let process: Process
  private let input: Pipe

  private init(process: Process, input: Pipe, port: Int, folder: String) {
    self.process = process
    self.input = input
    self.port = port
    self.folder = folder
  }

  /// The Python to run it with; nil, and a reason printed once, when there is none with aiosmtpd.
  static let python: String? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let python = ProcessInfo.processInfo.environment["KINDRED_TEST_PYTHON"] ?? root.appendingPathComponent(".venv/bin/python").path
    let probe = Process()
    probe.executableURL = URL(fileURLWithPath: python)
    probe.arguments = ["-c", "import aiosmtpd"]
    probe.standardError = FileHandle.nullDevice
    do { try probe.run() } catch {
      print("skipped: wanted Python with aiosmtpd for mail over SMTP (run bin/setup, or set KINDRED_TEST_PYTHON)")
      return nil
    }
    probe.waitUntilExit()
    guard probe.terminationStatus == 0 else {
      print("skipped: wanted aiosmtpd in \(python) for mail over SMTP (run bin/setup)")
      return nil
    }
    return python
  }()

  /// Runs a server with one fault for as long as `body` takes.
  static func run(_ mode: String, _ body: (TestServer) async throws -> Void) async throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    let server = try await start(mode, folder: folder.path)
    defer { server.input.fileHandleForWriting.closeFile() }
    try await body(server)
  }

  private static func start(_ mode: String, folder: String) async throws -> TestServer {
    let python = try #require(python)
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("tools/smtp_server.py").path
    return try await withCheckedThrowingContinuation { continuation in
      // Python takes a while to start, and reading its first line blocks.
      Thread.detachNewThread {
        continuation.resume(
          with: Swift.Result {
            let (process, input, output) = (Process(), Pipe(), Pipe())
            process.executableURL = URL(fileURLWithPath: python)
            process.arguments = [script, mode, folder]
            process.standardInput = input
            process.standardOutput = output
            try process.run()
            var line: [UInt8] = []
            while line.last != 0x0A, let byte = try output.fileHandleForReading.read(upToCount: 1)?.first { line.append(byte) }
            let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
            let port = try #require(words.last.flatMap { Int($0) }, "the mail server did not start")
            return TestServer(process: process, input: input, port: port, folder: folder)
          })
      }
    }
  }

  /// What it took, in order.
  func taken() throws -> [TakenMessage] {
    guard let text = FileManager.default.contents(atPath: folder + "/taken.jsonl") else { return [] }
    return try text.split(separator: 0x0A).map { try JSONDecoder().decode(TakenMessage.self, from: $0) }
  }

  /// The name we gave ourselves.
  func greeting() throws -> String {
    try String(contentsOfFile: folder + "/ehlo", encoding: .utf8)
  }
}

struct TakenMessage: Decodable {
  let from: String
  let to: [String]
  let content: String

  /// As bytes: the server writes them one character each.
  var bytes: [UInt8] { content.unicodeScalars.map { UInt8($0.value) } }
}

/// A folder of its own for one test.
struct TestFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "kindred-mail-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  func remove() {
    try? FileManager.default.removeItem(atPath: path)
  }
}
