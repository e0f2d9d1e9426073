import Database
package import Templates

/// Two things that a form has for programs that fill in what they find: a field that nobody sees, and when it was shown. For `components/trap`.
package struct TrapFields: Fields {
  /// Of a page that was kept by somebody on the way the time is older, never newer; a form that comes back keeps its own.
  let shown: String
  let typed: String

  package init(_ form: FormState, maker: PageMaker) {
    let earlier = form["shown"]
    shown = Int64(earlier) == nil ? String(maker.clock.now.rawValue) : earlier
    typed = form["topic_url"]
  }

  private init() { (shown, typed) = ("1763000000000", "") }

  package func field(_ field: String) -> Field? {
    switch field {
    case "shown": .text(shown)
    case "typed": .text(typed)
    default: nil
    }
  }

  package static let sample = TrapFields()
}
