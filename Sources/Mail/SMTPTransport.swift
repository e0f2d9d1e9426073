import CCurl
import Synchronization

/// Hands messages to a mail server by SMTP, one connection each.
package struct SMTPTransport: MailTransport {
  private let server: SMTPServer
  private let timeout: Duration
  private let dialogue: (@Sendable (String) -> Void)?

  /// `url` is the operator's setting, as `smtp://user:password@host:port` (TLS by STARTTLS, required except on loopback) or `smtps://`,
  /// with `?tls=none`, `?tls=required`, `?ca=/authority.pem` and `/name-for-ehlo`; throws `SMTPAddressProblem`, which describes itself.
  /// `timeout` bounds a whole delivery. `dialogue` is given each line, "> " ours and "< " theirs, secrets masked, for `mail test`.
  package init(url: String, timeout: Duration = .seconds(60), dialogue: (@Sendable (String) -> Void)? = nil) throws(SMTPAddressProblem) {
    server = try SMTPServer(url)
    self.timeout = timeout
    self.dialogue = dialogue
    curl_global_init(Int(CURL_GLOBAL_ALL))
  }

  /// Sends on a thread of its own, one for each call: whoever calls bounds how many. A cancelled task gives up as long as the message
  /// is not out; after that it waits for the server's answer, since breaking off would be the one way never to know.
  package func send(_ message: MailMessage) async -> MailOutcome {
    let (server, timeout, dialogue) = (server, timeout, dialogue)
    let givenUp = GivenUp()
    return await withTaskCancellationHandler {
      await onOwnThread { answer in
        let delivery = SMTPDelivery(message, isGivenUp: { givenUp.flag.load(ordering: .relaxed) }, show: dialogue)
        answer.resume(returning: delivery.run(server, timeout: timeout))
        delivery.leave()
      }
    } onCancel: {
      givenUp.flag.store(true, ordering: .relaxed)
    }
  }

  private final class GivenUp: Sendable {
    let flag = Atomic(false)
  }
}
