/// What each sign counts. Chosen by `Tests/tools/match_weights.py` on forums and years other than those they are judged by
/// (see the decision record 29): many posts of three forums made them, none of yours, and no community needs others.
package enum MatchWeights {
  static let routing: [RoutingSign: Double] = [.near: 3.55, .nearest: 0.83, .labels: 1.24, .reach: 0.03, .helps: 0.65, .idle: -3.48]
  static let meeting: [MeetSign: Double] = [.interest: 2.96, .help: 3.27, .month: 0.69, .idle: -1.75]
  static let digest: [DigestSign: Double] = [
    .interest: 0.65, .titled: 0.52, .near: 0.24, .talked: 0.24, .drawn: 0.60, .labels: 0.35,
  ]

  /// What having been asked of late costs (see ``Exposure``).
  static let exposure = 0.5
  /// How older topics lose against newer ones: not much (see ``CommonGround/related(to:at:most:)``).
  static let ageing = -0.1
}
