extension CommonGround {
  /// Somebody one spoke with.
  struct Talk {
    let other: UInt32
    let time: Int64
    let post: UInt32
  }

  static let talkHalfLife = HalfLife(days: 180)
  /// The newest talks of a member that count, in each direction.
  static let newestTalks = 200

  /// Whom a post speaks to: the member it names, else whoever opened the topic.
  func addressee(of post: PostRecord) -> UInt32? {
    guard post.kind != .opening else { return nil }
    if post.addressee != PostRecord.none { return post.addressee == post.author ? nil : post.addressee }
    guard let opening = openingPlace(of: post.topic) else { return nil }
    let author = posts[Int(opening)].author
    return author == PostRecord.none || author == post.author ? nil : author
  }

  /// Those a member spoke to, the newest first.
  func spokenTo(by member: UInt32) -> [Talk] {
    var talks: [Talk] = []
    for post in members[member].written.reversed() {
      guard talks.count < Self.newestTalks else { break }
      if let other = addressee(of: posts[Int(post)]) { talks.append(Talk(other: other, time: posts[Int(post)].time, post: post)) }
    }
    return talks
  }

  /// Those who spoke to a member: by name, or in a topic the member opened.
  func speakers(to member: UInt32) -> [Talk] {
    var heard = members[member].addressed.suffix(Self.newestTalks)
      .filter { posts[Int($0)].author != PostRecord.none && posts[Int($0)].author != member }
    var looked = 0
    for opening in members[member].written.reversed() where posts[Int(opening)].kind == .opening && looked < Self.newestTalks {
      for post in topics[posts[Int(opening)].topic].posts.prefix(Self.newestTalks) {
        let record = posts[Int(post)]
        guard record.kind != .opening, record.author != PostRecord.none, record.author != member, record.addressee == PostRecord.none
        else { continue }
        heard.append(post)
        looked += 1
      }
    }
    return heard.sorted { PostRecord.isBefore(posts[Int($1)], posts[Int($0)]) }.prefix(Self.newestTalks)
      .map { Talk(other: posts[Int($0)].author, time: posts[Int($0)].time, post: $0) }
  }

  /// How strongly a member is bound to those they spoke with, the first met first.
  func bonds(of member: UInt32, at now: Int64) -> [(other: UInt32, strength: Double)] {
    var strengths: [UInt32: Int] = [:]
    var bonds: [(other: UInt32, strength: Double)] = []
    for talk in spokenTo(by: member) + speakers(to: member) {
      let strength = Self.talkHalfLife.left(after: now - talk.time)
      if let known = strengths[talk.other] {
        bonds[known].strength += strength
      } else {
        strengths[talk.other] = bonds.count
        bonds.append((talk.other, strength))
      }
    }
    return bonds
  }

  /// Bonds that are followed from each member.
  static let followedBonds = 100

  /// How near others are by two steps of a walk along talks, as a share of all walks: what a whole PageRank says of them, nearly
  /// (Andersen, Chung and Lang 2006).
  func reach(from member: UInt32, at now: Int64) -> [(other: UInt32, strength: Double)] {
    var places: [UInt32: Int] = [:]
    var reached: [(other: UInt32, strength: Double)] = []
    func arrive(_ other: UInt32, _ strength: Double) {
      if let known = places[other] {
        reached[known].strength += strength
      } else {
        places[other] = reached.count
        reached.append((other, strength))
      }
    }
    for (friend, share) in shares(of: member, at: now) {
      arrive(friend, share)
      for (other, step) in shares(of: friend, at: now) where other != member { arrive(other, 0.85 * share * step) }
    }
    return reached
  }

  private func shares(of member: UInt32, at now: Int64) -> [(other: UInt32, strength: Double)] {
    let bonds = bonds(of: member, at: now).sorted { one, other in
      one.strength != other.strength ? one.strength > other.strength : members[one.other].id < members[other.other].id
    }.prefix(Self.followedBonds)
    let all = bonds.reduce(0) { $0 + $1.strength }
    return all > 0 ? bonds.map { ($0.other, $0.strength / all) } : []
  }
}
