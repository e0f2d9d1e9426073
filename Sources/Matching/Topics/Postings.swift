/// For every term the topics that have it and how strongly: the inverted side of the topic index. Places of topics ascend.
///
/// Most terms are in one topic only, so the first stands in the list itself.
struct Postings: Sendable {
  private var lists: [List] = []

  fileprivate struct List {
    var topic: UInt32 = 0
    var weight: UInt16 = 0
    var isUsed = false
    var topics: [UInt32] = []
    var weights: [UInt16] = []
  }

  /// In how many topics a term is.
  func count(_ term: UInt32) -> Int {
    guard term < lists.count else { return 0 }
    return (lists[Int(term)].isUsed ? 1 : 0) + lists[Int(term)].topics.count
  }

  /// Tells of each topic that has a term, in order.
  @inline(__always) func forEach(_ term: UInt32, _ body: (UInt32, UInt16) -> Void) {
    guard term < lists.count, lists[Int(term)].isUsed else { return }
    body(lists[Int(term)].topic, lists[Int(term)].weight)
    lists[Int(term)].topics.withUnsafeBufferPointer { topics in
      lists[Int(term)].weights.withUnsafeBufferPointer { weights in
        for index in topics.indices { body(topics[index], weights[index]) }
      }
    }
  }

  mutating func set(_ term: UInt32, topic: UInt32, weight: UInt16) {
    while lists.count <= Int(term) { lists.appendSparingly(List()) }
    lists[Int(term)].set(topic, weight)
  }

  mutating func remove(_ term: UInt32, topic: UInt32) {
    if term < lists.count { lists[Int(term)].remove(topic) }
  }

  var bytes: Int {
    lists.capacity * MemoryLayout<List>.stride
      + lists.reduce(0) { $0 + ($1.topics.isEmpty ? 0 : 64 + $1.topics.capacity * 4 + $1.weights.capacity * 2) }
  }
}

extension Postings.List {
  fileprivate mutating func set(_ topic: UInt32, _ weight: UInt16) {
    if !isUsed || self.topic == topic {
      (self.topic, self.weight, isUsed) = (topic, weight, true)
    } else if topic < self.topic {
      topics.insertSparingly(self.topic, at: 0)
      weights.insertSparingly(self.weight, at: 0)
      (self.topic, self.weight) = (topic, weight)
    } else {
      let place = place(of: topic)
      if place < topics.count, topics[place] == topic {
        weights[place] = weight
      } else {
        topics.insertSparingly(topic, at: place)
        weights.insertSparingly(weight, at: place)
      }
    }
  }

  fileprivate mutating func remove(_ topic: UInt32) {
    if isUsed, self.topic == topic {
      isUsed = !topics.isEmpty
      if isUsed { (self.topic, self.weight) = (topics.removeFirst(), weights.removeFirst()) }
    } else {
      let place = place(of: topic)
      guard place < topics.count, topics[place] == topic else { return }
      topics.remove(at: place)
      weights.remove(at: place)
    }
    if topics.isEmpty { (topics, weights) = ([], []) }
  }

  /// New topics come last, so that is looked at first.
  private func place(of topic: UInt32) -> Int {
    guard let last = topics.last, last >= topic else { return topics.count }
    var (low, high) = (0, topics.count)
    while low < high {
      let middle = (low + high) / 2
      if topics[middle] < topic { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
