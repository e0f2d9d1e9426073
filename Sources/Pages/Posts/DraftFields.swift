package import Community
package import Templates

/// What a form says of its draft, and what its page needs to keep it: for `components/draft`.
package struct DraftFields: Fields {
  /// The version the form goes on from.
  let stamp: Int
  /// Whose text it is, so that what a device keeps is offered to nobody else; 0 for a visitor.
  let member: Int
  /// Which open page saved it last, so that a device knows what it holds for a continuation.
  let hand: String
  /// How things stand, in words.
  let line: String?
  let isBad: Bool
  /// What another page saved meanwhile.
  let other: Other?

  /// Another text in the same place.
  struct Other: Fields {
    let text: String
    let title: String?
    func field(_ field: String) -> Field? {
      switch field {
      case "text": .text(text)
      case "title": title.map(Field.text) ?? .nothing
      default: nil
      }
    }
  }

  /// As it is stored, or as a form that came back goes on: from `version`.
  package init(_ draft: Draft? = nil, version: Int = 0, maker: PageMaker) {
    self.init(version: draft?.version ?? version, hand: draft?.hand ?? "", line: draft.map { Self.saved($0, maker) }, maker: maker)
  }

  /// After a save that the form comes back from, or whose answer a script shows.
  package init(_ outcome: SaveDraft.Outcome, version: Int, maker: PageMaker) {
    let words = maker.words
    switch outcome {
    case .saved(let draft): self.init(draft, maker: maker)
    case .newer(let draft):
      let other = Other(text: draft.text.body, title: draft.text.title.isEmpty ? nil : draft.text.title)
      let time = maker.clock.brief(draft.savedAt, words: words)
      self.init(
        version: draft.version, line: words.text("draft.newer", ["time": .text(time)]), isBad: true, other: other, maker: maker)
    case .blank: self.init(version: version, line: words.text("draft.blank"), maker: maker)
    case .sent: self.init(version: version, line: nil, maker: maker)
    case .tooLong: self.init(version: version, line: words.text("draft.tooLong"), isBad: true, maker: maker)
    case .tooMany:
      self.init(version: version, line: words.text("draft.tooMany", ["most": .number(SaveDraft.most)]), isBad: true, maker: maker)
    }
  }

  private init(version: Int, hand: String = "", line: String?, isBad: Bool = false, other: Other? = nil, maker: PageMaker) {
    stamp = version
    self.hand = hand
    member = Int(maker.viewer.memberID?.rawValue ?? 0)
    self.line = line
    self.isBad = isBad
    self.other = other
  }

  private static func saved(_ draft: Draft, _ maker: PageMaker) -> String {
    maker.words.text("draft.saved", ["time": .text(maker.clock.brief(draft.savedAt, words: maker.words))])
  }

  private init() {
    (stamp, member, hand, line, isBad, other) = (3, 1, "abcdefgh", "Draft saved 14:02.", true, Other(text: "Text", title: "Title"))
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "stamp": .number(stamp)
    case "member": .number(member)
    case "hand": .text(hand)
    case "line": line.map(Field.text) ?? .nothing
    case "isBad": .flag(isBad)
    // Without an account nothing is kept here, only on the device.
    case "isKept": .flag(member != 0)
    case "other": other.map(Field.one) ?? .nothing
    default: nil
    }
  }

  static let sample = DraftFields()
}

/// How things stand with a draft, as a script puts it in the place of what stood there.
package struct DraftStatePage: Page {
  package static let template = "posts/draft-state"
  let draft: DraftFields
  package init(_ draft: DraftFields) { self.draft = draft }
  package func field(_ field: String) -> Field? { field == "draft" ? .one(draft) : nil }
  package static let sample = DraftStatePage(.sample)
}
