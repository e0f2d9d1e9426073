import Crypto
import Database

/// One line of a list of customers: an address, or a domain all of whose addresses are customers'.
package struct CustomerEntry: Sendable, Hashable {
  enum Kind: String, SQLConvertible { case address, domain }
  let kind: Kind
  /// Of an address its hash, of a domain its name.
  let key: String

  /// Takes `ana@example.org`, `@example.org` and `example.org`. Throws ``Problem`` `customerLine`, or `customerFreeMail` for a domain where
  /// anybody can have an address.
  package init(_ line: some StringProtocol, number: Int) throws(Problem) {
    let text = String(line).trimmingWhiteSpace()
    let local = text.contains("@") && text.first != "@"
    guard let address = try? EmailAddress(local ? text : "x@" + text.drop { $0 == "@" }) else { throw Problem(.customerLine, number) }
    if local {
      (kind, key) = (.address, Self.hash(address.key))
    } else {
      let domain = Self.domain(address.key)
      if FreeMail.domains.contains(domain) { throw Problem(.customerFreeMail, number) }
      (kind, key) = (.domain, domain)
    }
  }

  private init(_ kind: Kind, _ key: String) { (self.kind, self.key) = (kind, key) }

  /// The entries that a member's address, in small letters, could be meant by.
  static func matching(_ email: String) -> [CustomerEntry] {
    [CustomerEntry(.address, hash(email)), CustomerEntry(.domain, domain(email))]
  }

  private static func domain(_ email: String) -> String { email.split(separator: "@").last.map(String.init) ?? "" }
  private static func hash(_ email: String) -> String {
    SHA256.hash(data: Array(email.utf8)).reduce(into: "") { text, byte in
      text += byte < 16 ? "0" : ""
      text += String(byte, radix: 16)
    }
  }
}

/// Domains where an address says nothing of whose customer somebody is.
enum FreeMail {
  static let domains: Set<String> = [
    "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "yahoo.com", "yahoo.de", "yahoo.co.uk", "ymail.com",
    "aol.com", "icloud.com", "me.com", "mac.com", "gmx.de", "gmx.net", "gmx.at", "gmx.ch", "gmx.com", "web.de", "t-online.de", "freenet.de",
    "mail.com", "proton.me", "protonmail.com", "pm.me", "tutanota.com", "tuta.io", "posteo.de", "mailbox.org", "fastmail.com", "hey.com",
    "zoho.com", "yandex.ru", "yandex.com", "mail.ru", "qq.com", "163.com", "126.com", "orange.fr", "free.fr", "laposte.net", "libero.it",
    "wanadoo.fr", "comcast.net", "verizon.net", "att.net", "btinternet.com", "naver.com", "duck.com",
  ]
}
