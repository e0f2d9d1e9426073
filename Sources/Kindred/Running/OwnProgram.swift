import Foundation

/// This program run once more, for work that would be in the way of requests.
enum OwnProgram {
  /// What it said when it failed.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// With the same environment, to its end. Throws ``Failure``.
  static func run(_ arguments: [String]) async throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let errors = Pipe()
    process.standardError = errors
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { ended in
        if ended.terminationStatus == 0 { return continuation.resume() }
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile().prefix(1_000), as: UTF8.self)
        let words = said.split(separator: "\n").first.map(String.init) ?? "it ended with \(ended.terminationStatus)"
        continuation.resume(throwing: Failure(description: words.hasPrefix("kindred: ") ? String(words.dropFirst(9)) : words))
      }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
  }
}
