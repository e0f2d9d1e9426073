package import Jobs
import Pages
import Web

extension Composition {
  /// The worker with every reaction, writing mail in this site's words.
  package func worker(_ around: Surroundings) throws -> Worker {
    Worker(Reactions.all(try mailroom(around)), store: services.store, clock: around.clock, log: around.log)
  }

  /// Who writes the mail of this site.
  package func mailroom(_ around: Surroundings) throws -> Mailroom {
    let letters = LetterWriter(try services.pages.editions())
    return Mailroom(baseURL: services.configuration.baseAddress, letters: letters, random: around.random)
  }
}
