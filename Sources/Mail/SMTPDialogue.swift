/// What is said between us and a mail server: follows how far the message has come, and keeps secrets out of what is shown.
///
/// The library's error codes do not tell (a refused recipient and a broken connection are both "failed sending data"), so the outcome
/// is read from the dialogue itself. The line that matters is the message's end: before it is handed over nothing can have been taken.
struct SMTPDialogue {
  private var isAboutMessage = false
  private var isSigningIn = false
  private var isLeaving = false
  private(set) var isMessageOut = false
  private var reply: (code: Int, text: String)?
  private var answer: (code: Int, text: String)?

  /// Takes note of a line we sent; returns it as it may be shown.
  mutating func said(_ line: String) -> String {
    let words = line.split(separator: " ")
    let verb = words.first?.uppercased() ?? ""
    if verb == "AUTH" {
      isSigningIn = true
      return words.count > 2 ? "AUTH \(words[1]) ***" : Self.tidy(line)
    }
    // Whatever we say until the server has decided is a part of the secret.
    guard !isSigningIn else { return "***" }
    if verb == "QUIT" {
      isLeaving = true
    } else {
      isAboutMessage = ["MAIL", "RCPT", "DATA"].contains(verb)
    }
    return Self.tidy(line)
  }

  /// Takes note of a line the server sent; returns it as it may be shown.
  mutating func heard(_ line: String) -> String {
    let line = Self.tidy(line)
    let digits = line.utf8.prefix(3)
    guard digits.count == 3, digits.allSatisfy({ (0x30...0x39).contains($0) }), let code = Int(line.prefix(3)) else { return line }
    if code != 334 { isSigningIn = false }
    guard !isLeaving else { return line }
    reply = (code, line)
    if isMessageOut, line.utf8.dropFirst(3).first != UInt8(ascii: "-") { answer = answer ?? (code, line) }
    return line
  }

  /// Takes note that the message's last byte was handed over: from here on the server may have all of it.
  mutating func endMessage() {
    isMessageOut = true
  }

  /// What became of the message when the library came back; `problem` is its own account, nil when it saw none.
  func outcome(problem: String?) -> MailOutcome {
    guard isMessageOut else {
      // A configuration fault is not the message's: signing in may be put right, and then it goes.
      if let reply, isAboutMessage, (500...599).contains(reply.code), ![530, 534, 535, 538].contains(reply.code) {
        return .refused(reply: reply.text)
      }
      guard let reply, reply.code >= 400 else { return .refusedForNow(reply: problem ?? "the message was not sent") }
      return .refusedForNow(reply: reply.text)
    }
    guard let answer else { return .unknown(reply: problem ?? "no answer to the message") }
    switch answer.code {
    case 200...299: return .accepted(reply: answer.text)
    case 400...499: return .refusedForNow(reply: answer.text)
    case 500...599: return .refused(reply: answer.text)
    default: return .unknown(reply: answer.text)
    }
  }

  // It ends in a log and on a terminal.
  private static func tidy(_ line: String) -> String {
    var text = ""
    for scalar in line.unicodeScalars.prefix(500) {
      text.unicodeScalars.append(String(scalar).hasControls ? " " : scalar)
    }
    while text.last == " " { text.removeLast() }
    return text
  }
}
