package import Community
package import Database

/// Two traps for programs that fill in every form they find. What is caught is held, or weighs nothing where it is
/// looked at anyway; never refused, so that a person who was caught loses nothing.
package enum FormTrap {
  /// A field that nobody sees, and when the form was shown. A form that lacks either is not suspected: it may be older than this version.
  package static let fields = [FormField("topic_url", maximumBytes: 4_096), FormField("shown", maximumBytes: 20)]
  /// Nobody reads and fills in a form in less.
  static let least = Span.seconds(2)

  /// The moment is not signed: who takes the trouble to make it up could as well wait.
  package static func suspicion(_ form: FormValues, now: Timestamp) -> Suspicion {
    if !form["topic_url"].allSatisfy(\.isWhitespace) { return .trap }
    guard form["shown"].utf8.count <= 15, let shown = Int64(form["shown"]), shown >= 0 else { return .none }
    let span = now - Timestamp(rawValue: shown)
    return span >= .seconds(0) && span < least ? .pace : .none
  }
}
