/// What each sign counts. Chosen by `Tests/tools/match_weights.py` on forums and years other than those they are judged by.
package enum MatchWeights {
  static let routing: [RoutingSign: Double] = [
    .near: 1.5, .nearEver: 0.5, .alike: 1, .labels: 0.5, .answeredAsker: 0.3, .thanks: 0.1, .month: 0.3, .quarter: 0.1, .idle: -0.2,
  ]
  static let meeting: [MeetSign: Double] = [.alike: 0.3, .month: 0.2, .quarter: 0.3, .reach: 0.5, .shared: 0.3]
  static let digest: [DigestSign: Double] = [.profile: 0.54, .near: 0.4, .nearEver: 0.18, .talked: 0.18, .author: 0.07, .length: -0.14]
}
