/// One message to one person, checked: whatever was put in, it encodes to a message with these headers and no others.
package struct MailMessage: Sendable, Equatable {
  /// Who sends it; the envelope's sender too.
  package let from: MailAddress
  /// Who gets it.
  package let to: MailAddress
  /// The line that mail programs show in the list.
  package let subject: String
  /// The words, for those who read plain text.
  package let text: String
  /// The same words as HTML, already escaped by whoever made it.
  package let html: String?
  /// What else programs on the way should know.
  package let headers: [MailHeader]
  /// The message's own name, `left@domain` without brackets: the same message sent again carries the same.
  package let messageID: String
  /// When it was written, in milliseconds since 1970.
  package let date: Int64

  /// Makes a message. Throws `MailProblem` when a header field holds a line break or another control character, or is too long.
  package init(
    from: MailAddress, to: MailAddress, subject: String, text: String, html: String? = nil, headers: [MailHeader] = [],
    messageID: String, date: Int64
  ) throws(MailProblem) {
    guard !subject.hasControls else { throw .controlCharacters(in: "Subject") }
    guard subject.utf8.count <= 1000 else { throw .tooLong("Subject") }
    guard text.utf8.count <= 1 << 20 else { throw .tooLong("text") }
    guard (html?.utf8.count ?? 0) <= 1 << 20 else { throw .tooLong("HTML") }
    guard Self.isMessageID(messageID) else { throw .badMessageID }
    for (place, header) in headers.enumerated() {
      try header.check()
      guard !headers[..<place].contains(where: { $0.name == header.name }) else { throw .repeated(header.name.rawValue) }
    }
    self.from = from
    self.to = to
    self.subject = subject
    self.text = text
    self.html = html
    self.headers = headers
    self.messageID = messageID
    self.date = date
  }

  // Narrower than the standard, so that it can also name a file: no slash, no leading dot, short.
  private static func isMessageID(_ id: String) -> Bool {
    guard id.utf8.count <= 200, let address = MailAddress(id), address.address == id else { return false }
    return id.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
      default: "@.-_+=".utf8.contains(byte)
      }
    }
  }
}

/// A header beyond those every message has: one of a few, so that text from people can never choose the name.
package struct MailHeader: Sendable, Equatable {
  /// The headers a message may add.
  package enum Name: String, Sendable, CaseIterable {
    case autoSubmitted = "Auto-Submitted"
    case autoResponseSuppress = "X-Auto-Response-Suppress"
    case feedbackID = "Feedback-ID"
    case inReplyTo = "In-Reply-To"
    case listID = "List-Id"
    case listUnsubscribe = "List-Unsubscribe"
    case listUnsubscribePost = "List-Unsubscribe-Post"
    case precedence = "Precedence"
    case references = "References"
    case replyTo = "Reply-To"
  }

  /// Which header.
  package let name: Name
  /// Its value as it stands on the line: printable ASCII.
  package let value: String

  /// Names a header; the message checks it.
  package init(_ name: Name, _ value: String) {
    self.name = name
    self.value = value
  }

  func check() throws(MailProblem) {
    guard !value.isEmpty, value.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else { throw .controlCharacters(in: name.rawValue) }
    guard value.utf8.count <= 4000, value.utf8.split(separator: 0x20).allSatisfy({ $0.count <= 900 }) else { throw .tooLong(name.rawValue) }
  }
}

/// Why something cannot be put into a message: a fault of the caller, or somebody trying to add headers of their own.
package enum MailProblem: Error, Sendable, Equatable {
  /// A line break, another control character, or (in an added header) anything but printable ASCII.
  case controlCharacters(in: String)
  case tooLong(String)
  case repeated(String)
  case badMessageID
}
