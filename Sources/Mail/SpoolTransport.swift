import Foundation

/// Keeps messages in a folder, one `.eml` file each, where no mail server is set up.
package struct SpoolTransport: MailTransport {
  private let folder: String

  /// `folder` is made when the first message comes, for the server's own account only.
  package init(folder: String) {
    self.folder = folder
  }

  package func send(_ message: MailMessage) async -> MailOutcome {
    let (folder, name) = (folder, "\(message.messageID).eml")
    let bytes = message.encoded()
    return await onOwnThread { answer in
      do throws(SystemError) {
        try Self.keep(bytes, to: name, in: folder)
        answer.resume(returning: .accepted(reply: "kept as \(name)"))
      } catch {
        let reason = String(cString: strerror(error.code))
        answer.resume(returning: .refusedForNow(reply: "the spool folder cannot be written: \(reason)"))
      }
    }
  }

  private struct SystemError: Error {
    let code = errno
  }

  // A reader of the folder sees whole messages only, and one that was acknowledged is still there after a power cut. The same message
  // again takes the same name.
  private static func keep(_ bytes: [UInt8], to name: String, in folder: String) throws(SystemError) {
    guard makeFolder(folder) else { throw SystemError() }
    var template = Array("\(folder)/.\(name).XXXXXX".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { throw SystemError() }
    let written = writeAll(bytes, to: file) && fsync(file) == 0
    let problem = SystemError()
    close(file)
    guard written else {
      unlink(template)
      throw problem
    }
    guard rename(template, "\(folder)/\(name)") == 0 else {
      let problem = SystemError()
      unlink(template)
      throw problem
    }
    let directory = open(folder, O_RDONLY)
    guard directory >= 0 else { throw SystemError() }
    defer { close(directory) }
    guard fsync(directory) == 0 else { throw SystemError() }
  }

  private static func makeFolder(_ folder: String) -> Bool {
    if mkdir(folder, 0o700) == 0 || errno == EEXIST { return true }
    guard errno == ENOENT, let slash = folder.lastIndex(of: "/"), slash != folder.startIndex else { return false }
    return makeFolder(String(folder[..<slash])) && (mkdir(folder, 0o700) == 0 || errno == EEXIST)
  }

  private static func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
  }
}
