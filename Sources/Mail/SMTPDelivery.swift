import CCurl
import CCurlShim

/// One message on its way through libcurl. Lives and dies on one thread: the library calls back on the thread that runs it.
final class SMTPDelivery {
  private let message: MailMessage
  private let bytes: [UInt8]
  private var handedOver = 0
  private var dialogue = SMTPDialogue()
  private let isGivenUp: () -> Bool
  private var show: ((String) -> Void)?
  private var curl: UnsafeMutableRawPointer?

  init(_ message: MailMessage, isGivenUp: @escaping () -> Bool, show: ((String) -> Void)?) {
    self.message = message
    self.isGivenUp = isGivenUp
    self.show = show
    bytes = message.encoded()
  }

  func run(_ server: SMTPServer, timeout: Duration) -> MailOutcome {
    kindred_curl_block_sigpipe()
    curl = curl_easy_init()
    guard let curl else { return .refusedForNow(reply: "no memory for a connection") }
    let details = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    details.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    let recipients = curl_slist_append(nil, message.to.address)
    defer {
      kindred_curl_set_error_buffer(curl, nil)
      kindred_curl_set_list(curl, CURLOPT_MAIL_RCPT, nil)
      curl_slist_free_all(recipients)
      details.deallocate()
    }
    kindred_curl_set_error_buffer(curl, details)
    kindred_curl_set_list(curl, CURLOPT_MAIL_RCPT, recipients)
    // A setting that did not take could be the one that asks for TLS.
    guard recipients != nil, configure(curl, for: server, timeout: timeout) else {
      return .refusedForNow(reply: "the mail library refused its settings")
    }
    let code = curl_easy_perform(curl)
    return dialogue.outcome(problem: code == CURLE_OK ? nil : Self.words(for: code, details))
  }

  /// Says QUIT and waits for the answer, which changes nothing any more: called when the outcome is known to those who wait for it.
  func leave() {
    show = nil
    guard let curl else { return }
    curl_easy_cleanup(curl)
    self.curl = nil
  }

  private func configure(_ curl: UnsafeMutableRawPointer, for server: SMTPServer, timeout: Duration) -> Bool {
    let milliseconds = max(1, Int(timeout / .milliseconds(1)))
    let context = Unmanaged.passUnretained(self).toOpaque()
    var codes = [
      kindred_curl_set_text(curl, CURLOPT_URL, server.address(greeting: message.from.domain)),
      kindred_curl_set_text(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps"),
      kindred_curl_set_text(curl, CURLOPT_PROXY, ""),
      kindred_curl_set_text(curl, CURLOPT_MAIL_FROM, message.from.address),
      kindred_curl_set_long(curl, CURLOPT_UPLOAD, 1),
      kindred_curl_set_long(curl, CURLOPT_NOSIGNAL, 1),
      kindred_curl_set_long(curl, CURLOPT_TIMEOUT_MS, milliseconds),
      kindred_curl_set_long(curl, CURLOPT_CONNECTTIMEOUT_MS, min(milliseconds, 15_000)),
      // The only bound on a server that does not answer QUIT; whole seconds are all it knows.
      kindred_curl_set_long(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, (milliseconds + 999) / 1000),
      kindred_curl_set_long(curl, CURLOPT_USE_SSL, server.security == .none ? Int(CURLUSESSL_NONE.rawValue) : Int(CURLUSESSL_ALL.rawValue)),
      kindred_curl_set_long(curl, CURLOPT_SSL_VERIFYPEER, 1),
      kindred_curl_set_long(curl, CURLOPT_SSL_VERIFYHOST, 2),
      kindred_curl_set_reader(curl, Self.read, context),
      kindred_curl_set_listener(curl, Self.listen, context),
      kindred_curl_set_progress(curl, Self.progress, context),
    ]
    if let user = server.user { codes.append(kindred_curl_set_text(curl, CURLOPT_USERNAME, user)) }
    if let password = server.password { codes.append(kindred_curl_set_text(curl, CURLOPT_PASSWORD, password)) }
    if let authorities = server.authorities { codes.append(kindred_curl_set_text(curl, CURLOPT_CAINFO, authorities)) }
    return codes.allSatisfy { $0 == CURLE_OK }
  }

  private static func words(for code: CURLcode, _ details: UnsafePointer<CChar>) -> String {
    let (what, more) = (String(cString: curl_easy_strerror(code)), String(cString: details))
    return more.isEmpty ? what : "\(what) (\(more))"
  }
}

extension SMTPDelivery {
  private static func from(_ context: UnsafeMutableRawPointer) -> SMTPDelivery {
    Unmanaged<SMTPDelivery>.fromOpaque(context).takeUnretainedValue()
  }

  // The message's size is not told beforehand, so the library asks until it gets nothing, and sends the final dot only then.
  private static let read: curl_read_callback = { buffer, size, count, context in
    guard let buffer, let context else { return Int(CURL_READFUNC_ABORT) }
    return from(context).hand(over: buffer, room: size * count)
  }

  private static let listen: curl_debug_callback = { _, kind, text, length, context in
    guard let text, let context else { return 0 }
    from(context).note(kind, UnsafeRawBufferPointer(start: text, count: min(length, 2000)))
    return 0
  }

  private static let progress: curl_xferinfo_callback = { context, _, _, _, _ in
    guard let context else { return 0 }
    let delivery = from(context)
    return delivery.isGivenUp() && !delivery.dialogue.isMessageOut ? 1 : 0
  }

  private func hand(over buffer: UnsafeMutablePointer<CChar>, room: Int) -> Int {
    let chunk = bytes[handedOver...].prefix(room)
    guard !chunk.isEmpty else {
      show?("> (message of \(bytes.count) bytes)")
      dialogue.endMessage()
      return 0
    }
    UnsafeMutableRawBufferPointer(start: buffer, count: room).copyBytes(from: chunk)
    handedOver += chunk.count
    return chunk.count
  }

  private func note(_ kind: curl_infotype, _ text: UnsafeRawBufferPointer) {
    guard kind == CURLINFO_HEADER_OUT || kind == CURLINFO_HEADER_IN else { return }
    for line in String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init) {
      let shown = kind == CURLINFO_HEADER_OUT ? "> " + dialogue.said(line) : "< " + dialogue.heard(line)
      show?(shown)
    }
  }
}
