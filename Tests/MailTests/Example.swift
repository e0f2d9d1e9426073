import Mail
import Testing

/// A message with everything in it, to change in one place.
enum Example {
  static func message(
    name: String? = "Kindred", subject: String = "Somebody answered", text: String = "Kai wrote an answer.\n", html: String? = nil,
    headers: [MailHeader] = [], messageID: String = "n42.7f3a@example.com", date: Int64 = 1_795_324_676_000
  ) throws -> MailMessage {
    try MailMessage(
      from: #require(MailAddress(name: name, "forum@example.com")), to: #require(MailAddress(name: "Ana Kovač", "ana@example.org")),
      subject: subject, text: text, html: html, headers: headers, messageID: messageID, date: date)
  }
}
