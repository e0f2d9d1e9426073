extension CommonGround {
  /// Whether anything of a topic is known.
  package func has(topic: Int64) -> Bool { topics.place(of: topic) != nil }
}

extension CommonGround {
  /// Whether a member wrote or declared anything that is known.
  package func knows(member: Int64) -> Bool {
    members.place(of: member).map { !members[$0].written.isEmpty || !members[$0].interests.isEmpty } ?? false
  }
}

extension CommonGround {
  /// Why a member may like to meet another, as in ``meetings(for:among:at:)``.
  package func evidence(of other: Int64, for member: Int64, at now: Int64) -> [Evidence] {
    guard let member = members.place(of: member), let other = members.place(of: other) else { return [] }
    return evidence(of: other, for: profile(of: member, at: now), besides: nil, at: now)
  }
}
