import Foundation

/// The folder everything lies in, held by one program at a time.
final class DataFolder: Sendable {
  let path: String
  private let descriptor: Int32

  /// Why the folder cannot be used, in words for an operator.
  struct Refusal: Error, CustomStringConvertible {
    let description: String
  }

  /// Makes the folder if there is none and locks it. Throws ``Refusal`` when another program holds it.
  init(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch { throw Refusal(description: "the data folder \(path) cannot be made: \(error.localizedDescription)") }
    let file = path + "/kindred.lock"
    descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Refusal(description: "\(file) cannot be opened: \(String(cString: strerror(errno)))") }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw Refusal(
        description: "another kindred is running on the data folder \(path); stop it first, or set KINDRED_DATA to another folder")
    }
    self.path = path
  }

  /// Without a lock, for commands that write beside a running server. Throws ``Refusal`` when there is no database yet.
  static func requireDatabase(in path: String) throws {
    guard FileManager.default.fileExists(atPath: databaseFile(in: path)) else {
      throw Refusal(description: "there is no database in \(path); run `kindred migrate` or `kindred serve` first")
    }
  }

  /// Where the embedded database lies.
  static func databaseFile(in path: String) -> String { path + "/kindred.sqlite" }

  /// Where the files of pictures lie, with either engine.
  static func pictures(in path: String) -> String { path + "/pictures" }

  /// Where the program puts backups that it makes by itself.
  static func backups(in path: String) -> String { path + "/backups" }

  /// Where dumps are put to be imported in the browser, unless the operator names another folder.
  static func imports(in path: String) -> String { path + "/imports" }

  /// Where archives that were sent to be imported are unpacked.
  static func sentImports(in path: String) -> String { path + "/sent-imports" }

  deinit { close(descriptor) }
}
