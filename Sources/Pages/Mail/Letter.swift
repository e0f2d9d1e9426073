/// A mail the server writes by itself, with what its words need. Facts only: who did what, and what to do about it.
package struct Letter: Sendable, Equatable {
  package let kind: Kind
  /// The community's name.
  package let site: String
  /// Who is written to.
  package let name: String
  /// Where the one button leads; nil for a letter that only tells.
  package let url: String?
  /// What it is about, such as a question's title.
  package let subject: String

  package init(_ kind: Kind, site: String, name: String, url: String?, subject: String = "") {
    self.kind = kind
    self.site = site
    self.name = name
    self.url = url
    self.subject = subject
  }

  /// Each has its words in the catalog: `mail.CODE.subject`, `.text`, `.button` where it has a link, `.after`.
  package enum Kind: String, Sendable, CaseIterable {
    case verify, reset, changeEmail, emailChanged, emailTriedAgain, objection, test
  }
}

/// A letter as the mail queue keeps it.
package struct WrittenLetter: Sendable, Equatable {
  package let subject: String
  package let text: String
  package let html: String

  package init(subject: String, text: String, html: String) {
    self.subject = subject
    self.text = text
    self.html = html
  }
}
