/// What the index knows of a topic.
struct TopicRecord: Sendable {
  var id: Int64
  /// Places of its posts, the oldest first.
  var posts: [UInt32] = []
  /// Places of its tags and its shelf in the table of labels.
  var labels: [UInt32] = []
}

/// What the index knows of a member.
struct MemberRecord: Sendable {
  var id: Int64
  /// Places of the posts they wrote, and of those that speak to them by name, the oldest first.
  var written: [UInt32] = []
  var addressed: [UInt32] = []
  /// Interests they declared: terms of their words.
  var interests: [UInt32] = []
  var activity = Activity()
}

/// Things with an identity and a small number each: the number is a place in an array, and is given anew once it is free.
struct Places<Record: Sendable>: Sendable {
  private(set) var records: [Record?] = []
  private var places: [Int64: UInt32] = [:]
  private var free: [UInt32] = []

  subscript(place: UInt32) -> Record {
    get { records[Int(place)]! }
    _modify { yield &records[Int(place)]! }
  }

  func place(of id: Int64) -> UInt32? { places[id] }

  var count: Int { places.count }
  /// One more than the highest place.
  var end: Int { records.count }

  mutating func place(of id: Int64, orInsert record: @autoclosure () -> Record) -> UInt32 {
    if let place = places[id] { return place }
    let place = free.popLast() ?? UInt32(records.count)
    if place == records.count { records.appendSparingly(record()) } else { records[Int(place)] = record() }
    places[id] = place
    return place
  }

  mutating func remove(_ id: Int64) {
    guard let place = places.removeValue(forKey: id) else { return }
    records[Int(place)] = nil
    free.append(place)
  }

  var bytes: Int { records.capacity * MemoryLayout<Record?>.stride + places.capacity * 4 / 3 * 17 + free.capacity * 4 }
}
