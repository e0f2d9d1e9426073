package import Community
package import Database
import Pages

/// Tells those who look after accepted answers that an asker says it did not help. Each must be able to see the question.
package struct TellStaffOfObjection: Reaction {
  package static let name = "tellStaffOfObjection"
  package static let kinds: Set<Event.Kind> = [.acceptanceObjected]
  private let mailroom: Mailroom
  package init(_ mailroom: Mailroom) { self.mailroom = mailroom }

  private static let most = 50

  package func react(to event: RecordedEvent, in tx: Transaction) throws {
    guard tx.now - event.at < .days(7), let post = event.event.post,
      let topic: TopicID = try tx.value("SELECT topic_id FROM objection WHERE post_id = \(post)")
    else { return }
    let site = try SiteSettings.load(in: tx).name
    for addressee in try Addressee.all(whoMay: .beTold, most: Self.most, in: tx) where addressee.id != event.event.actor {
      guard let viewer = try Viewer.find(addressee.id, in: tx) else { continue }
      let title: String? = try tx.value("SELECT title FROM topic WHERE topic.id = \(topic) AND \(Visibility.standing(viewer))")
      guard let title else { continue }
      let letter = Letter(
        .objection, site: site, name: addressee.name, url: mailroom.baseURL + Paths.post(post), subject: title)
      try mailroom.post(letter, to: addressee, in: tx)
    }
  }
}
