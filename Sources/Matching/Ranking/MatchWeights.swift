/// What each sign counts. Chosen by `Tests/tools/match_weights.py` on forums and years other than those they are judged by
/// (see the decision record 29): many posts of three forums made them, none of yours, and no community needs others.
package enum MatchWeights {
  static let routing: [RoutingSign: Double] = [
    .near: 2.81, .nearEver: 1.15, .focus: 1.91, .labels: 1.73, .helps: 0.70, .month: 0.16, .idle: -1.97,
  ]
  static let meeting: [MeetSign: Double] = [.interest: 0.98, .help: 0.97, .month: 0.23, .idle: -0.50]
  static let digest: [DigestSign: Double] = [
    .interest: 0.25, .titled: 0.22, .near: 0.18, .talked: 0.11, .drawn: 0.2, .labels: 0.1,
  ]

  /// What having been asked of late costs (see ``Exposure``).
  static let exposure = 0.5
  /// How older topics lose against newer ones: not much (see ``CommonGround/related(to:at:most:)``).
  static let ageing = -0.1
}
