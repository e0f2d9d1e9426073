extension CommonGround {
  static let interestHalfLife = HalfLife(days: 180)
  /// What somebody wrote about lately tells more of whom they will answer, and whom they will meet.
  static let presenceHalfLife = HalfLife(days: 90)
  static let (interestByDay, presenceByDay) = (FadingByDay(interestHalfLife), FadingByDay(presenceHalfLife))
  /// The newest posts of a member that make up what they are interested in, and its terms that are looked for.
  static let profilePosts = 100
  static let profileTerms = 64
  /// What a declared interest counts, in topics joined just now.
  static let declaredInterest = 3.0

  /// What a member is interested in by now: the terms of the topics they wrote in, fading, and of what they declared.
  func profile(of member: UInt32, at now: Int64, roles: Set<PostRecord.Kind> = [.opening, .answer, .remark]) -> TermQuery {
    var weights: [UInt32: Double] = [:]
    var order: [UInt32] = []
    func add(_ term: UInt32, _ weight: Double) {
      if weights[term] == nil { order.append(term) }
      weights[term, default: 0] += weight
    }
    var seen: Set<UInt32> = []
    for post in members[member].written.reversed().prefix(Self.profilePosts) {
      let record = posts[Int(post)]
      guard roles.contains(record.kind), seen.insert(record.topic).inserted else { continue }
      let left = Self.interestHalfLife.left(after: now - record.time)
      for entry in vector(of: record.topic).weights { add(entry.term, left * Double(entry.weight) / TopicVector.unit) }
    }
    for term in members[member].interests { add(term, Self.declaredInterest) }
    let all = weights.values.max() ?? 1
    return query(order.map { ($0, 4 * weights[$0, default: 0] / all) }, most: Self.profileTerms)
  }
}
