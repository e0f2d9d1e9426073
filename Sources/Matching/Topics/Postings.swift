/// For every term the topics that have it and how strongly: the inverted side of the topic index. Places of topics ascend.
struct Postings: Sendable {
  private var lists: [List] = []

  struct List: Sendable {
    fileprivate(set) var topics: [UInt32] = []
    fileprivate(set) var weights: [UInt16] = []
  }

  /// In how many topics a term is.
  func count(_ term: UInt32) -> Int {
    term < lists.count ? lists[Int(term)].topics.count : 0
  }

  func list(_ term: UInt32) -> List? {
    term < lists.count ? lists[Int(term)] : nil
  }

  mutating func set(_ term: UInt32, topic: UInt32, weight: UInt16) {
    while lists.count <= Int(term) { lists.append(List()) }
    let place = lists[Int(term)].place(of: topic)
    if place < lists[Int(term)].topics.count, lists[Int(term)].topics[place] == topic {
      lists[Int(term)].weights[place] = weight
    } else {
      lists[Int(term)].topics.insert(topic, at: place)
      lists[Int(term)].weights.insert(weight, at: place)
    }
  }

  mutating func remove(_ term: UInt32, topic: UInt32) {
    let place = lists[Int(term)].place(of: topic)
    guard place < lists[Int(term)].topics.count, lists[Int(term)].topics[place] == topic else { return }
    lists[Int(term)].topics.remove(at: place)
    lists[Int(term)].weights.remove(at: place)
    if lists[Int(term)].topics.isEmpty { lists[Int(term)] = List() }
  }

  var bytes: Int {
    lists.capacity * MemoryLayout<List>.stride
      + lists.reduce(0) { $0 + ($1.topics.isEmpty ? 0 : 64 + $1.topics.capacity * 4 + $1.weights.capacity * 2) }
  }
}

extension Postings.List {
  /// New topics come last, so that is looked at first.
  fileprivate func place(of topic: UInt32) -> Int {
    guard let last = topics.last, last >= topic else { return topics.count }
    var (low, high) = (0, topics.count)
    while low < high {
      let middle = (low + high) / 2
      if topics[middle] < topic { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
