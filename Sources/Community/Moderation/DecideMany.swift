package import Database

/// Decides on many things of the queue by one press, as on a wave of spam. One undo takes all of it back.
package struct DecideMany: Sendable {
  /// By one press.
  package static let most = 300
  let reviews: [ReviewID]
  let isFine: Bool
  let restriction: Restriction?
  let why: ModeratePost.Why

  /// `isFine` lets everything stand; else posts are deleted.
  package init(_ reviews: [ReviewID], isFine: Bool, restriction: Restriction?, why: ModeratePost.Why) {
    self.reviews = reviews
    self.isFine = isFine
    self.restriction = restriction
    self.why = why
  }

  /// Answers the first act, by which all are taken back, and how many things were settled. What somebody else has decided meanwhile is left
  /// as they decided; an author who wrote several is restricted once.
  package func perform(by actor: Actor, in tx: Transaction) throws -> (first: ActID?, count: Int) {
    var (first, count): (ActID?, Int) = (nil, 0)
    var restricted: Set<MemberID> = []
    for review in reviews.prefix(Self.most) {
      guard let row = try ReviewQueue.find(review, for: actor, in: tx) else { throw ForumError.notFound }
      if row.isSettled || row.act != nil { continue }
      let verdict: Decide.Verdict = isFine ? .fine : row.post != nil ? .delete : .upheld
      let author = row.author?.id
      let isFirst = author.map { restricted.insert($0).inserted } ?? false
      let act = try Decide(review, verdict, restriction: isFirst ? restriction : nil, why: why).perform(by: actor, batch: first, in: tx)
      if first == nil { first = act }
      count += 1
    }
    return (first, count)
  }
}
