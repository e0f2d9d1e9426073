import Community
package import Templates

/// The map of single keys, and the switch for them.
package struct KeyboardPage: Page {
  package static let template = "site/keyboard"
  let site: SiteFrame
  let isMember: Bool
  let isOn: Bool
  let rows: [Row]

  /// Keys, pressed one after the other, and what they do.
  struct Row: Fields {
    let keys: [Key]
    let act: String
    func field(_ field: String) -> Field? {
      switch field {
      case "keys": .many(keys)
      case "act": .text(act)
      default: nil
      }
    }
  }

  /// One key, as it is written on keyboards.
  struct Key: Fields {
    let name: String
    func field(_ field: String) -> Field? { field == "name" ? .text(name) : nil }
  }

  package init(isOn: Bool, maker: PageMaker) {
    site = maker.frame(title: maker.words.text("keyboard.title"), canonical: Paths.keyboard)
    isMember = maker.viewer.memberID != nil
    self.isOn = isOn
    let ordering = [("g m", "keyboard.queue"), ("s", "keyboard.spam")]
    let rows = [
      ("j", "keyboard.next"), ("k", "keyboard.previous"), ("o", "keyboard.open"), ("r", "keyboard.reply"), ("q", "keyboard.quote"),
      ("e", "keyboard.edit"), ("c", "keyboard.ask"), ("/", "keyboard.search"), ("u", "keyboard.up"), ("g h", "keyboard.home"),
      ("g n", "keyboard.notices"), ("g u", "keyboard.unanswered"), ("?", "keyboard.help"), ("Ctrl+Enter", "keyboard.send"),
    ]
    self.rows = (rows + (site.chrome.member?.decides == true ? ordering : [])).map { keys, act in
      Row(keys: keys.split(separator: " ").map { Key(name: String($0)) }, act: maker.words.text(act))
    }
  }
  private init() { (site, isMember, isOn, rows) = (.sample, true, true, [Row(keys: [Key(name: "j")], act: "The next topic")]) }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "isMember": .flag(isMember)
    case "isOn": .flag(isOn)
    case "rows": .many(rows)
    default: nil
    }
  }

  package static let sample = KeyboardPage()
}
