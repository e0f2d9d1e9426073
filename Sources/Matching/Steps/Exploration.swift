/// Keeps one place in five for somebody nobody has been shown: who is new would otherwise never be met.
package enum Exploration {
  static let slots = 5

  /// The first `most`, every fifth of which is the best of those never shown, where there is one further down.
  package static func mixed<Element>(_ ranked: [Element], most: Int, wasShown: (Element) -> Bool) -> [Element] {
    var rest = ranked[...]
    var mixed: [Element] = []
    while mixed.count < most, !rest.isEmpty {
      let isTurn = mixed.count % slots == slots - 1 && !mixed.suffix(slots - 1).contains { !wasShown($0) }
      let next = isTurn ? rest.firstIndex { !wasShown($0) } ?? rest.startIndex : rest.startIndex
      mixed.append(rest.remove(at: next))
    }
    return mixed
  }
}
