package import Community
package import Database

/// Lets the scorer of spam learn from what this site's people decide.
package struct LearnSpam: Reaction {
  package static let name = "learnSpam"
  package static let kinds = LearnFromDecisions.kinds
  package init() {}

  package func react(to event: RecordedEvent, in tx: Transaction) throws { try LearnFromDecisions.perform(after: event.event, in: tx) }
}
