enum Crowd {
  /// So many different people out of `present`, without one of them; fewer where there are not enough.
  static func distinct(
    _ count: Int, of present: Int, except author: Int, with random: inout SplitMix, person: (Int) -> Int = { $0 }
  ) -> [Int] {
    let wanted = min(count, present - 1)
    guard wanted > 0 else { return [] }
    // Equal steps from a random start never meet the same person twice.
    let step = max(1, present / (wanted + 1))
    let start = random.below(present)
    var people: [Int] = []
    people.reserveCapacity(wanted)
    for turn in 0...wanted where people.count < wanted {
      let someone = person((start + turn * step) % present)
      if someone != author { people.append(someone) }
    }
    return people
  }
}
