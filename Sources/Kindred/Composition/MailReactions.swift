package import Jobs
import Pages
import Web

extension Composition {
  /// The worker with every reaction, writing mail in this site's words.
  package func worker(_ around: Surroundings) throws -> Worker {
    let letters = LetterWriter(try services.pages.current(), words: try services.pages.words())
    let mailroom = Mailroom(baseURL: services.configuration.baseAddress, letters: letters, random: around.random)
    return Worker(Reactions.all(mailroom), store: services.store, clock: around.clock, log: around.log)
  }
}
