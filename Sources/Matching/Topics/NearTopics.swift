/// A topic that is like what was looked for.
struct NearTopic: Sendable {
  let topic: UInt32
  let score: UInt32
}

extension CommonGround {
  /// The topics most like what is asked for, the most like first; of equals the one with the higher id, which is the newer.
  func near(_ query: TermQuery, most: Int) -> [NearTopic] { nearest(of: scores(query), most: most) }

  /// How like each topic is to what is asked for, by its place.
  func scores(_ query: TermQuery) -> [UInt32] {
    var scores = [UInt32](repeating: 0, count: topics.end)
    scores.withUnsafeMutableBufferPointer { scores in
      for (term, weight) in query.terms {
        postings.forEach(term) { topic, strength in scores[Int(topic)] += weight * UInt32(strength) >> 10 }
      }
    }
    return scores
  }

  func nearest(of scores: [UInt32], most: Int) -> [NearTopic] {
    var best = Best(most: most)
    scores.withUnsafeBufferPointer { scores in
      for topic in scores.indices where scores[topic] > best.lowest {
        best.offer(NearTopic(topic: UInt32(topic), score: scores[topic])) { topics[$0].id }
      }
    }
    return best.sorted { topics[$0].id }
  }
}

/// Keeps the best of many: a heap whose root is the worst that is kept.
private struct Best {
  let most: Int
  var heap: [NearTopic] = []

  /// What is lower than this is not taken; that of an equal depends on its id.
  var lowest: UInt32 { heap.count < most ? 0 : max(1, heap[0].score) - 1 }

  init(most: Int) {
    self.most = most
    heap.reserveCapacity(most)
  }

  mutating func offer(_ topic: NearTopic, id: (UInt32) -> Int64) {
    if heap.count < most {
      heap.append(topic)
      var child = heap.count - 1
      while child > 0, Self.isWorse(heap[child], heap[(child - 1) / 2], id) {
        heap.swapAt(child, (child - 1) / 2)
        child = (child - 1) / 2
      }
    } else if let root = heap.first, Self.isWorse(root, topic, id) {
      heap[0] = topic
      sink()
      func sink() {
        var parent = 0
        while true {
          var worst = parent
          for child in 2 * parent + 1...2 * parent + 2 where child < heap.count {
            if Self.isWorse(heap[child], heap[worst], id) { worst = child }
          }
          if worst == parent { return }
          heap.swapAt(parent, worst)
          parent = worst
        }
      }
    }
  }

  func sorted(id: (UInt32) -> Int64) -> [NearTopic] {
    heap.sorted { Self.isWorse($1, $0, id) }
  }

  private static func isWorse(_ one: NearTopic, _ other: NearTopic, _ id: (UInt32) -> Int64) -> Bool {
    one.score != other.score ? one.score < other.score : id(one.topic) < id(other.topic)
  }
}
