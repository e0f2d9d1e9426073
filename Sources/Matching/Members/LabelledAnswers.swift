extension CommonGround {
  /// In a tag with few topics it says more to have answered.
  func rarity(label: UInt32) -> Double {
    Curve.log(1 + Double(topics.count) / Double(1 + labels.uses(label)))
  }

  /// How much of what a member answered of late was in topics with these labels, the rare ones counting more; little is told by few answers.
  func answerShare(of member: UInt32, in labels: [(label: UInt32, rarity: Double)], at now: Int64) -> Double {
    guard !labels.isEmpty else { return 0 }
    var (sum, all) = (0.0, 3.0)
    for post in members[member].written.suffix(Activity.newest) where posts[Int(post)].kind == .answer {
      let left = Self.interestByDay[now - posts[Int(post)].time]
      all += left
      for label in topics[posts[Int(post)].topic].labels {
        for wanted in labels where wanted.label == label { sum += left * wanted.rarity }
      }
    }
    return sum / all
  }

  /// How much more often than others a member writes in other people's topics with these labels: the mean of the logarithms.
  func labelLiking(of member: UInt32, for labels: [(label: UInt32, rarity: Double)], at now: Int64) -> Double {
    guard !labels.isEmpty else { return 0 }
    // As if three posts had been written as others do it.
    var (sums, all) = ([Double](repeating: 0, count: labels.count), 3.0)
    for post in members[member].written.suffix(Activity.newest) where posts[Int(post)].kind != .opening {
      let left = Self.presenceByDay[now - posts[Int(post)].time]
      all += left
      for label in topics[posts[Int(post)].topic].labels {
        for index in labels.indices where labels[index].label == label { sums[index] += left }
      }
    }
    return labels.indices.reduce(0.0) { sum, index in
      let usual = Double(self.labels.uses(labels[index].label) + 1) / Double(topics.count + 1)
      return sum + Curve.log((sums[index] + 3 * usual) / (all * usual))
    } / Double(labels.count)
  }
}
