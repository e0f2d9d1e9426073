/// Very many short lists of numbers in one piece of memory: what a list of its own costs each time would be more than what is in it.
struct PackedLists: Sendable {
  /// Where a list lies.
  struct Place: Sendable {
    fileprivate(set) var start: UInt32 = 0
    fileprivate(set) var count: UInt16 = 0
  }

  private var numbers: [UInt32] = []
  private var wasted = 0

  /// Lists that were removed are squeezed out once they are this many numbers and half of all.
  private static let leastWaste = 4_096

  func list(_ place: Place) -> ArraySlice<UInt32> {
    numbers[Int(place.start)..<Int(place.start) + Int(place.count)]
  }

  mutating func store(_ list: [UInt32]) -> Place {
    let place = Place(start: UInt32(numbers.count), count: UInt16(list.count))
    numbers.makeRoom(for: list.count)
    numbers.append(contentsOf: list)
    return place
  }

  /// What a list held is overwritten: it may have been somebody's words.
  mutating func remove(_ place: inout Place) {
    for position in Int(place.start)..<Int(place.start) + Int(place.count) { numbers[position] = 0 }
    wasted += Int(place.count)
    place = Place()
  }

  var needsSqueezing: Bool { wasted > Self.leastWaste && wasted * 2 > numbers.count }

  /// Moves the lists together; `places` are all of them.
  mutating func squeeze(_ body: ((inout Place) -> Void) -> Void) {
    var kept: [UInt32] = []
    kept.reserveCapacity((numbers.count - wasted) * 9 / 8)
    body { place in
      let start = UInt32(kept.count)
      kept.append(contentsOf: list(place))
      place.start = start
    }
    numbers = kept
    wasted = 0
  }

  var bytes: Int { numbers.capacity * 4 }
}
