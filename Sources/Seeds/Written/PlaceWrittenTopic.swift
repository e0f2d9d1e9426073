extension SeededCommunity {
  /// A hand-written topic as one of this community: its people, its categories, its time.
  func place(_ written: WrittenTopic, at index: Int) -> SeedTopic {
    var random = SplitMix(seed: seed, salt: 0x77_7269_7474_656E, index: index)
    let opened = calendar.opened(hoursAgo: written.hoursAgo)
    let author = written.author.rawValue % memberCount
    let times = self.times(of: written.posts, after: opened)
    let end = times.last ?? opened
    let posts = zip(written.posts, times).map { post, time in
      let poster = post.author.rawValue % memberCount
      return SeedPost(
        kind: post.kind, author: poster, createdAt: time, body: post.body, lang: post.lang, parent: post.parent,
        voters: Crowd.distinct(post.votes, of: memberCount, except: poster, with: &random),
        accepted: post.acceptedBy.map {
          SeedAcceptance(by: $0.rawValue % memberCount, at: min(endingAt, time + acceptDelay(time, until: end)))
        },
        edits: post.before.map { [SeedEdit(by: poster, at: time + (endingAt - time) / 8, before: $0)] } ?? [])
    }
    return SeedTopic(
      index: index, kind: written.kind, title: written.title, category: category(written.category), tags: tagIndexes(written.tags),
      author: author, createdAt: opened, body: written.body, lang: written.lang,
      voters: Crowd.distinct(written.votes, of: memberCount, except: author, with: &random),
      meToos: Crowd.distinct(written.meToos, of: memberCount, except: author, with: &random), views: written.views, edits: [], posts: posts,
      solvedNote: written.solved.map { SeedSolvedNote(by: author, at: end + (endingAt - end) / 8, text: $0) })
  }

  /// As written, or drawn together where the newest topics would reach into the future.
  private func times(of posts: [WrittenPost], after opened: Int64) -> [Int64] {
    guard let last = posts.last else { return [] }
    let planned = posts.map { calendar.rhythm.time($0.after, after: opened) }
    let limit = endingAt - min(120_000, (endingAt - opened) / 8)
    guard let end = planned.last, end > limit else { return planned }
    return posts.map { opened + Int64(Double(limit - opened) * $0.after / last.after) }
  }

  /// Read and tried before it is marked; usually by the time the asker says thank you.
  private func acceptDelay(_ time: Int64, until end: Int64) -> Int64 {
    min(25 * 60_000, end > time ? (end - time) / 2 : (endingAt - time) / 2)
  }
}
