package import Community

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
  /// What a notice is about; nil for other letters.
  package let about: About?
  /// The act it tells of; nil for other letters.
  package let decision: ActKind?
  /// What a person says in it; nil where nobody says anything.
  package let said: String?

  package init(
    _ kind: Kind, site: String, name: String, url: String?, subject: String = "", about: About? = nil, decision: ActKind? = nil,
    said: String? = nil
  ) {
    self.kind = kind
    self.site = site
    self.name = name
    self.url = url
    self.subject = subject
    self.about = about
    self.decision = decision
    self.said = said
  }

  /// Who wrote what, and how mail like this is stopped.
  package struct About: Sendable, Equatable {
    /// Nil when they took their name off.
    let who: String?
    /// How the post begins.
    let beginning: String
    let stopURL: String

    /// `html` was made by Markup when the post was written.
    package init(who: String?, html: String, stopURL: String) {
      self.who = who
      beginning = TopicPage.summary(html)
      self.stopURL = stopURL
    }
  }

  /// Each has its words in the catalog: `mail.CODE.subject`, `.text`, `.button` where it has a link, `.after`.
  package enum Kind: String, Sendable, CaseIterable {
    case verify, reset, changeEmail, emailChanged, emailTriedAgain, objection, decision, reportUpheld, reportDismissed, accountReleased,
      accountsJoined, test
    case answered, message, replied, mentioned, accepted, followed, offered, question

    /// The letter of a kind of notice.
    package static func notice(_ kind: NoticeMail) -> Kind {
      switch kind {
      case .answered: .answered
      case .message: .message
      case .replied: .replied
      case .mentioned: .mentioned
      case .accepted: .accepted
      case .followed: .followed
      case .offered: .offered
      case .question: .question
      }
    }
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
