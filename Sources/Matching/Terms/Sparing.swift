/// Lists that grow by an eighth when they are full, not to the double: the index is many such lists, and half of it would be empty.
extension Array {
  mutating func appendSparingly(_ element: Element) {
    makeRoom(for: 1)
    append(element)
  }

  mutating func insertSparingly(_ element: Element, at place: Int) {
    makeRoom(for: 1)
    insert(element, at: place)
  }

  mutating func makeRoom(for more: Int) {
    if count + more > capacity { reserveCapacity(count + more + count / 8) }
  }
}
