extension MailMessage {
  /// The message as it goes over the wire or into a file: ASCII lines ended by CRLF, none longer than 998 bytes.
  package func encoded() -> [UInt8] {
    var head = [
      HeaderField("Date", ascii: MailDate(milliseconds: date).description),
      HeaderField("From", address: from),
      HeaderField("To", address: to),
      HeaderField("Subject", words: subject),
      HeaderField("Message-ID", ascii: "<\(messageID)>"),
    ]
    head += headers.map { HeaderField($0.name.rawValue, ascii: $0.value) }
    head.append(HeaderField("MIME-Version", ascii: "1.0"))
    var bytes = Array(head.map { $0.lines + "\r\n" }.joined().utf8)

    let plain = TransferEncoding(text)
    guard let html else { return bytes + Self.part("plain", plain) }
    bytes += "Content-Type: multipart/alternative; boundary=\"\(Self.boundary)\"\r\n\r\n".utf8
    for part in [Self.part("plain", plain), Self.part("html", TransferEncoding(html))] {
      bytes += "--\(Self.boundary)\r\n".utf8
      bytes += part
    }
    return bytes + "--\(Self.boundary)--\r\n".utf8
  }

  // In quoted-printable "=" is followed by a digit, A to F or the line's end; base64 has no "_". So this stands in no part.
  private static var boundary: String { "=_kindred_part" }

  private static func part(_ kind: String, _ body: TransferEncoding) -> [UInt8] {
    let head = "Content-Type: text/\(kind); charset=utf-8\r\nContent-Transfer-Encoding: \(body.name)\r\n\r\n"
    return head.utf8 + body.bytes
  }
}
