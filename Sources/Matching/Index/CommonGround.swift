/// What everybody here wrote about, who spoke with whom, and when: what all suggestions are made from.
///
/// It holds public posts only: what it is told, and nothing of what it is told to forget. The same posts make the same answers in whatever
/// order they came and whatever else came and went; nothing is ever built anew. A change costs a few hundred edits.
package struct CommonGround: Sendable {
  var words = Vocabulary()
  var labels = Vocabulary()
  var postings = Postings()
  var lists = PackedLists()
  var topics = Places<TopicRecord>()
  var members = Places<MemberRecord>()
  var posts: [PostRecord] = []
  var freePosts: [UInt32] = []

  package init() {}

  package var topicCount: Int { topics.count }
  package var memberCount: Int { members.count }
  package var postCount: Int { posts.count - freePosts.count }

  /// About how many bytes it takes up.
  package var size: Int {
    let topicLists = topics.records.reduce(0) { $0 + 64 + (($1?.posts.capacity ?? 0) + ($1?.labels.capacity ?? 0)) * 4 }
    let memberLists = members.records.reduce(0) { $0 + 64 + (($1?.written.capacity ?? 0) + ($1?.addressed.capacity ?? 0)) * 4 }
    return words.bytes + labels.bytes + postings.bytes + lists.bytes + topics.bytes + members.bytes + topicLists + memberLists
      + posts.capacity * MemoryLayout<PostRecord>.stride
  }

  /// Terms kept of an opening with its title and tags, and of a reply.
  static let openingTerms = 64
  static let replyTerms = 24

  // MARK: Adding

  /// Takes a topic in, or takes it in anew when its opening, title or tags have changed.
  package mutating func add(_ topic: MatchTopic) {
    if let place = topics.place(of: topic.topic), let known = openingPlace(of: place) { remove(post: known, in: place) }
    let place = topics.place(of: topic.topic, orInsert: TopicRecord(id: topic.topic))
    topics[place].labels = Self.labels(of: topic).compactMap { labels.use($0[...]) }
    let post = PostRecord(
      id: topic.opening, topic: place, author: memberPlace(topic.author), addressee: PostRecord.none,
      seconds: PostRecord.seconds(topic.time), kind: .opening)
    insert(post, terms: TermCounts(of: topic).strongest(Self.openingTerms))
  }

  /// Takes a reply in, or takes it in anew when it has changed.
  package mutating func add(_ reply: MatchReply) {
    remove(post: reply.post, in: reply.topic)
    let place = topics.place(of: reply.topic, orInsert: TopicRecord(id: reply.topic))
    var counts = TermCounts()
    counts.add(reply.text, times: 1)
    let post = PostRecord(
      id: reply.post, topic: place, author: memberPlace(reply.author), addressee: memberPlace(reply.addressee),
      seconds: PostRecord.seconds(reply.time), kind: reply.isRemark ? .remark : .answer)
    insert(post, terms: counts.strongest(Self.replyTerms))
  }

  /// Notes what a member says they are interested in, in place of what they said before.
  package mutating func declare(_ interests: [String], by member: Int64) {
    let place = memberPlace(member)
    for term in members[place].interests { words.release(term) }
    var counts = TermCounts()
    for interest in interests { counts.add(interest, times: 1) }
    members[place].interests = counts.strongest(Self.openingTerms).compactMap { words.use($0.term[...]) }
    removeIfIdle(place)
  }

  // MARK: Removing

  package mutating func remove(topic: Int64) {
    guard let place = topics.place(of: topic) else { return }
    for post in topics[place].posts.reversed() { remove(post: post, in: place) }
  }

  package mutating func remove(post: Int64, in topic: Int64) {
    guard let place = topics.place(of: topic), let found = topics[place].posts.first(where: { posts[Int($0)].id == post }) else { return }
    remove(post: found, in: place)
  }

  /// Forgets a person: who wrote what, who spoke with whom. What they wrote still tells what its topic is about.
  package mutating func remove(member: Int64) {
    guard let place = members.place(of: member) else { return }
    for post in members[place].written { posts[Int(post)].author = PostRecord.none }
    for post in members[place].addressed { posts[Int(post)].addressee = PostRecord.none }
    for term in members[place].interests { words.release(term) }
    members.remove(member)
  }

  // MARK: Inside

  private mutating func insert(_ record: PostRecord, terms: [TermCounts.Entry]) {
    let before = vector(of: record.topic)
    var record = record
    record.terms = lists.store(terms.compactMap { entry in words.use(entry.term[...]).map { CountedTerm($0, count: entry.count).bits } })
    let place = freePosts.popLast() ?? UInt32(posts.count)
    if place == posts.count { posts.appendSparingly(record) } else { posts[Int(place)] = record }
    topics[record.topic].posts.insertSparingly(place, at: position(of: record, in: topics[record.topic].posts))
    if record.author != PostRecord.none {
      members[record.author].written.insertSparingly(place, at: position(of: record, in: members[record.author].written))
      refreshActivity(of: record.author)
    }
    if record.addressee != PostRecord.none {
      members[record.addressee].addressed.insertSparingly(place, at: position(of: record, in: members[record.addressee].addressed))
    }
    repost(record.topic, from: before)
  }

  private mutating func remove(post place: UInt32, in topic: UInt32) {
    let record = posts[Int(place)]
    let before = vector(of: topic)
    topics[topic].posts.removeAll { $0 == place }
    if record.kind == .opening {
      for label in topics[topic].labels { labels.release(label) }
      topics[topic].labels = []
    }
    repost(topic, from: before)
    for term in lists.list(record.terms) { words.release(CountedTerm(bits: term).term) }
    lists.remove(&posts[Int(place)].terms)
    if record.author != PostRecord.none {
      members[record.author].written.removeAll { $0 == place }
      refreshActivity(of: record.author)
      removeIfIdle(record.author)
    }
    if record.addressee != PostRecord.none {
      members[record.addressee].addressed.removeAll { $0 == place }
      removeIfIdle(record.addressee)
    }
    posts[Int(place)] = PostRecord(
      id: 0, topic: PostRecord.none, author: PostRecord.none, addressee: PostRecord.none, seconds: 0, kind: .remark)
    freePosts.append(place)
    if topics[topic].posts.isEmpty { topics.remove(topics[topic].id) }
    if lists.needsSqueezing {
      lists.squeeze { move in for post in posts.indices { move(&posts[post].terms) } }
    }
  }

  private mutating func memberPlace(_ member: Int64?) -> UInt32 {
    guard let member else { return PostRecord.none }
    return members.place(of: member, orInsert: MemberRecord(id: member))
  }

  private mutating func removeIfIdle(_ place: UInt32) {
    let member = members[place]
    if member.written.isEmpty, member.addressed.isEmpty, member.interests.isEmpty { members.remove(member.id) }
  }

  /// Where a post belongs among others; mostly it is the newest.
  private func position(of record: PostRecord, in list: [UInt32]) -> Int {
    guard let last = list.last, PostRecord.isBefore(record, posts[Int(last)]) else { return list.count }
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if PostRecord.isBefore(posts[Int(list[middle])], record) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func refreshActivity(of member: UInt32) {
    guard member != PostRecord.none else { return }
    let newest = members[member].written.suffix(Activity.newest).map { posts[Int($0)] }
    members[member].activity = Activity(newest)
  }

  func openingPlace(of topic: UInt32) -> UInt32? {
    topics[topic].posts.first { posts[Int($0)].kind == .opening }
  }

  static func labels(of topic: MatchTopic) -> [[UInt8]] {
    let tags = Set(topic.tags).sorted().map { Array("tag \($0)".utf8.prefix(200)) }
    return tags + (topic.shelf.map { [Array("shelf \($0)".utf8.prefix(200))] } ?? [])
  }

  private mutating func repost(_ topic: UInt32, from before: TopicVector) {
    let after = vector(of: topic)
    let kept = Set(after.weights.map(\.term))
    for old in before.weights where !kept.contains(old.term) { postings.remove(old.term, topic: topic) }
    for new in after.weights where before.weight(of: new.term) != new.weight {
      postings.set(new.term, topic: topic, weight: new.weight)
    }
  }
}
