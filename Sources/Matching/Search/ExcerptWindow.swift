/// Where in a text an excerpt begins, and what is marked in it. Offsets are UTF-8, lengths are scalars.
struct ExcerptWindow {
  private(set) var start = 0
  /// In order, apart from each other.
  private(set) var hits: [Range<Int>] = []

  private struct Place {
    var hit: HitFinder.Hit
    var first: Int
    var end: Int
  }

  init(text: String, hits found: [HitFinder.Hit], phrases: Int, length: Int) {
    guard !found.isEmpty else { return }
    let bytes = Array(text.utf8)
    let (places, total) = Self.places(of: found, in: bytes)
    let best = Self.best(places, phrases: phrases, length: length)
    let first = places[best.lowerBound]
    let taken = places[best].map(\.end).max() ?? first.end
    // A third of the room goes before the first hit, more where the text ends soon after it.
    let room = max(0, length - (taken - first.first))
    let lead = max(min(room / 3, 60), min(room, length - (total - first.first)))
    start = Self.begin(before: first.hit.range.lowerBound, lead: lead, in: bytes)
    for place in places where place.hit.range.upperBound > start {
      if let last = hits.last, place.hit.range.lowerBound <= last.upperBound {
        hits[hits.count - 1] = last.lowerBound..<max(last.upperBound, place.hit.range.upperBound)
      } else {
        hits.append(place.hit.range)
      }
    }
  }

  /// Counts scalars up to the hits, in one walk: bytes say nothing of how wide a text is.
  private static func places(of hits: [HitFinder.Hit], in bytes: [UInt8]) -> (places: [Place], total: Int) {
    var scalars = 0
    var next = 0
    var places: [Place] = []
    places.reserveCapacity(hits.count)
    for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      while next < hits.count, hits[next].range.lowerBound <= offset {
        // Nearly all words are shorter than this, and the excerpt needs no more of the others.
        let width = bytes[hits[next].range.prefix(256)].count { $0 & 0xC0 != 0x80 }
        places.append(Place(hit: hits[next], first: scalars, end: scalars + width))
        next += 1
      }
      scalars += 1
    }
    return (places, scalars)
  }

  /// The run of hits within the length that has the most different phrases, then the most hits, then comes first.
  private static func best(_ places: [Place], phrases: Int, length: Int) -> Range<Int> {
    var counts = Array(repeating: 0, count: phrases)
    var distinct = 0
    var end = 0
    var best = 0..<1
    var bestDistinct = 0
    for start in places.indices {
      while end < places.count, end == start || places[end].end - places[start].first <= length {
        counts[places[end].hit.phrase] += 1
        if counts[places[end].hit.phrase] == 1 { distinct += 1 }
        end += 1
      }
      if distinct > bestDistinct || (distinct == bestDistinct && end - start > best.count) {
        best = start..<end
        bestDistinct = distinct
      }
      counts[places[start].hit.phrase] -= 1
      if counts[places[start].hit.phrase] == 0 { distinct -= 1 }
    }
    return best
  }

  /// Goes back `lead` scalars, then forward behind the first space if that leaves the middle of a word.
  private static func begin(before hit: Int, lead: Int, in bytes: [UInt8]) -> Int {
    var start = hit
    var left = lead
    while start > 0, left > 0 {
      start -= 1
      if bytes[start] & 0xC0 != 0x80 { left -= 1 }
    }
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    guard start > 0, !isSpace(bytes[start - 1]) else { return start }
    return bytes[start..<hit].firstIndex(where: isSpace).map { $0 + 1 } ?? start
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
