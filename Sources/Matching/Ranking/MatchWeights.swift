/// What each sign counts. Chosen by `Tests/tools/match_weights.py` on forums and years other than those they are judged by
/// (see the decision record 29): many posts of three forums made them, none of yours, and no community needs others.
package enum MatchWeights {
  static let routing: [RoutingSign: Double] = [.near: 3.34, .nearest: 0.77, .labels: 1.16, .reach: 0.03, .helps: 0.62, .idle: -3.18]
  static let meeting: [MeetSign: Double] = [.interest: 4, .help: 3, .month: 0.5, .share: 0.8]
  static let digest: [DigestSign: Double] = [
    .profile: 0.12, .interest: 0.34, .nearest: 0.03, .nearEver: 0.16, .talked: 0.09, .reach: 0.04, .labels: 0.07,
  ]

  /// What having been asked of late costs (see ``Exposure``).
  static let exposure = 0.5
  /// How older topics lose against newer ones: not much (see ``CommonGround/related(to:at:most:)``).
  static let ageing = -0.1
}
