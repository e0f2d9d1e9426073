import Foundation

/// How much a text is like what was removed as spam here.
package struct SpamScore: Sendable, Equatable {
  /// From 0, like what was let stand, over 0.5, where nothing is known, to 1.
  package let value: Double
  /// What says the most for it, the strongest first; empty where nothing does.
  package let strongest: [String]
  package init(value: Double, strongest: [String]) { (self.value, self.strongest) = (value, strongest) }

  /// Where nothing was learnt yet.
  package static let unknown = SpamScore(value: 0.5, strongest: [])
}

/// How often things were met in texts that were decided about.
package struct SpamCounts: Sendable, Equatable {
  /// Texts, or texts with one thing in them.
  package struct Pair: Sendable, Equatable {
    var spam: Int
    var honest: Int
    init(spam: Int = 0, honest: Int = 0) { (self.spam, self.honest) = (spam, honest) }
  }
  var texts = Pair()
  var met: [Int: Pair] = [:]
  package init() {}

  /// Learns of a text what was decided about it, or unlearns it.
  package mutating func learn(_ features: SpamFeatures, isSpam: Bool, by step: Int = 1) {
    func moved(_ pair: Pair) -> Pair {
      isSpam ? Pair(spam: max(0, pair.spam + step), honest: pair.honest) : Pair(spam: pair.spam, honest: max(0, pair.honest + step))
    }
    texts = moved(texts)
    for bucket in features.buckets { met[bucket] = moved(met[bucket] ?? Pair()) }
  }
}

/// Naive Bayes over a text's words and facts, where facts count double: pure, the same for the same counts. It only orders what people look at.
package enum SpamScorer {
  /// The strongest things of a text that count: a long honest text does not outweigh what it was written for.
  private static let counted = 40
  /// Told to people.
  private static let told = 6
  /// Of either kind, before anything is said.
  private static let leastTexts = 5

  package static func score(_ features: SpamFeatures, _ counts: SpamCounts) -> SpamScore {
    guard counts.texts.spam >= leastTexts, counts.texts.honest >= leastTexts else { return .unknown }
    let weighed = features.buckets.compactMap { bucket -> (bucket: Int, weight: Double)? in
      guard let pair = counts.met[bucket] else { return nil }
      let weight = weight(pair, of: counts.texts) * (features.facts.contains(bucket) ? 2 : 1)
      return abs(weight) < 0.4 ? nil : (bucket, weight)
    }
    let strongest = weighed.sorted { (abs($0.weight), $1.bucket) > (abs($1.weight), $0.bucket) }.prefix(counted)
    let sum = strongest.reduce(0) { $0 + $1.weight }
    let reasons = strongest.filter { $0.weight > 0.5 }.prefix(told).compactMap { features.names[$0.bucket] }
    return SpamScore(value: 1 / (1 + exp(-sum / 2)), strongest: Array(reasons))
  }

  /// The logarithm of how much likelier spam is where this was met. What was met seldom says little, after G. Robinson, "A Statistical Approach to
  /// the Spam Problem" (2003): f = (s x + n p) / (s + n) with s = 10 and x = 1/2.
  private static func weight(_ pair: SpamCounts.Pair, of texts: SpamCounts.Pair) -> Double {
    let inSpam = Double(min(pair.spam, texts.spam)) / Double(texts.spam)
    let inHonest = Double(min(pair.honest, texts.honest)) / Double(texts.honest)
    guard inSpam + inHonest > 0 else { return 0 }
    let met = Double(pair.spam + pair.honest)
    let likely = (5 + met * inSpam / (inSpam + inHonest)) / (10 + met)
    return log(likely / (1 - likely))
  }
}
