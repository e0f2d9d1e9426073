/// A way for messages to leave: a mail server, or a folder when there is none.
package protocol MailTransport: Sendable {
  /// Hands one message over, once, and says honestly what became of it; never throws, never tries again by itself.
  func send(_ message: MailMessage) async -> MailOutcome
}

/// What became of a message, as far as can be known; the reply is the server's last word or the reason, for the queue and the log.
///
/// A queue that must never send twice tries again after `refusedForNow` only. A message it finds half sent after a crash is `unknown`.
package enum MailOutcome: Sendable, Equatable {
  /// The server took it and answers for it now.
  case accepted(reply: String)
  /// It certainly was not taken, and may be later: no connection, no trusted certificate, sign-in refused, a 4xx reply, or the
  /// connection broke or the time ran out before the message's end was sent.
  case refusedForNow(reply: String)
  /// The server will never take this message: a 5xx reply to its sender, its recipient or its text.
  case refused(reply: String)
  /// The whole message was out when the connection broke, so it may have been taken: sending it again could be twice.
  case unknown(reply: String)
}
