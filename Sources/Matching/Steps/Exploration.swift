/// Keeps a few places for somebody nobody has been shown: who is new would otherwise never be met.
package enum Exploration {
  /// The ranking, but of its `first` places one in `slots` is for the best of all that was not shown, where those before it were.
  package static func mixed<Element>(_ ranked: [Element], first: Int, slots: Int = 5, wasShown: (Element) -> Bool) -> [Element] {
    var rest = ranked
    var mixed: [Element] = []
    while mixed.count < first, !rest.isEmpty {
      let isTurn = mixed.count % slots == slots - 1 && mixed.suffix(slots - 1).allSatisfy(wasShown)
      mixed.append(rest.remove(at: isTurn ? rest.firstIndex { !wasShown($0) } ?? 0 : 0))
    }
    return mixed + rest
  }
}
