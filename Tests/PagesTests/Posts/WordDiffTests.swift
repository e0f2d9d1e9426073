import Testing

@testable import Pages

@Suite("What changed between two texts") struct WordDiffTests {
  private typealias Piece = WordDiff.Piece

  private func old(_ diff: WordDiff) -> [UInt8] {
    diff.pieces.flatMap { piece -> [UInt8] in
      switch piece {
      case .same(let text), .removed(let text): Array(text.utf8)
      case .added: []
      }
    }
  }
  private func new(_ diff: WordDiff) -> [UInt8] {
    diff.pieces.flatMap { piece -> [UInt8] in
      switch piece {
      case .same(let text), .added(let text): Array(text.utf8)
      case .removed: []
      }
    }
  }

  @Test("one word in a sentence is one word, not the sentence") func oneWord() {
    let diff = WordDiff(from: "Clean the sensor first.\nThen reset it.\n", to: "Clean the glass sensor first.\nThen restart it.\n")
    #expect(
      diff.pieces == [
        .same("Clean the "), .added("glass "), .same("sensor first.\nThen "), .removed("reset"), .added("restart"), .same(" it.\n"),
      ])
    #expect(WordDiff(from: "A", to: "A").pieces == [.same("A")])
    #expect(WordDiff(from: "", to: "A b").pieces == [.added("A b")])
    #expect(WordDiff(from: "A b", to: "").pieces == [.removed("A b")])
    #expect(WordDiff(from: "", to: "").pieces == [])
  }

  @Test("words replaced one after the other are read as one passage, and an added word takes no space away") func readable() {
    #expect(
      WordDiff(from: "turn the red knob now", to: "press a blue button now").pieces
        == [.removed("turn the red knob"), .added("press a blue button"), .same(" now")])
    #expect(WordDiff(from: "a b", to: "a x b y").pieces == [.same("a "), .added("x "), .same("b"), .added(" y")])
  }

  @Test("scripts without spaces change sign by sign, and letters that only look alike count as changed") func scripts() {
    #expect(WordDiff(from: "電源を切る", to: "電源を入れる").pieces == [.same("電源を"), .removed("切"), .added("入れ"), .same("る")])
    #expect(WordDiff(from: "caf\u{E9}", to: "cafe\u{301}").pieces == [.removed("caf\u{E9}"), .added("cafe\u{301}")])
  }

  @Test("leaving out what was added gives the old text and leaving out what was removed the new one, whatever they are") func both() {
    var random = Numbers(seed: 1987)
    let words = ["oven", " ", "\n", "\n\n", "é", "e\u{301}", "🐝", "👩‍🚀", "。", "ケ", "**", "\t", "\r", "a", "b", "x1", "\u{0}", "مرحبا"]
    for round in 0..<3_000 {
      let length = Int(random.next() % 40)
      let old = (0..<length).map { _ in words[Int(random.next() % UInt64(words.count))] }
      var new = old
      for _ in 0..<(random.next() % 8) {
        let place = new.isEmpty ? 0 : Int(random.next() % UInt64(new.count))
        switch random.next() % 3 {
        case 0 where !new.isEmpty: new.remove(at: place)
        case 1 where !new.isEmpty: new[place] = words[Int(random.next() % UInt64(words.count))]
        default: new.insert(words[Int(random.next() % UInt64(words.count))], at: place)
        }
      }
      let (from, to) = (old.joined(), new.joined())
      let diff = WordDiff(from: from, to: to)
      #expect(self.old(diff) == Array(from.utf8), "round \(round)")
      #expect(self.new(diff) == Array(to.utf8), "round \(round)")
      for (one, next) in zip(diff.pieces, diff.pieces.dropFirst()) {
        if case .same = one, case .same = next { Issue.record("two unchanged passages side by side in round \(round)") }
        if case .added = one, case .removed = next { Issue.record("what came stands before what went in round \(round)") }
      }
    }
  }

  @Test("no more edits than needed are found between rows of signs") func shortest() throws {
    var random = Numbers(seed: 7)
    for _ in 0..<2_000 {
      let old = (0..<Int(random.next() % 12)).map { _ in Int(random.next() % 3) }
      let new = (0..<Int(random.next() % 12)).map { _ in Int(random.next() % 3) }
      let matches = try #require(ShortestEdit.matches(old[...], new[...], most: 100))
      let common = matches.reduce(0) { $0 + $1.old.count }
      #expect(common == longestCommon(old, new), "\(old) and \(new)")
      for match in matches { #expect(Array(old[match.old]) == Array(new[match.new])) }
    }
  }

  @Test("texts with nothing in common, of any size, are replaced as a whole in bounded work") func huge() {
    let old = (0..<40_000).map { "old\($0)" }.joined(separator: " ")
    let new = (0..<40_000).map { "new\($0)" }.joined(separator: " ")
    #expect(WordDiff(from: old, to: new).pieces == [.removed(old), .added(new)])
    let oldLines = (0..<20_000).map { "old \($0)\n" }.joined()
    let newLines = (0..<20_000).map { "new \($0)\n" }.joined()
    let diff = WordDiff(from: oldLines, to: newLines)
    #expect(self.old(diff) == Array(oldLines.utf8) && self.new(diff) == Array(newLines.utf8))
    let most = 500
    let far = ((0..<most).map { $0 }, (0..<most).map { $0 + most })
    #expect(ShortestEdit.matches(far.0[...], far.1[...], most: 2 * most) != nil)
    #expect(ShortestEdit.matches(far.0[...], far.1[...], most: 2 * most - 1) == nil, "it gives up at its limit")
  }

  @Test("far from any change, long passages are left out and counted") func folded() {
    let lines = (1...40).map { "Line number \($0) of a long text.\n" }
    let old = lines.joined()
    let new = old.replacing("number 20 ", with: "number twenty ")
    let shown = DiffFields.pieces(WordDiff(from: old, to: new))
    #expect(shown.map(\.kind) == [.gap, .same, .removed, .added, .same, .gap])
    #expect(shown[1].text.hasSuffix("Line number ") && shown[1].text.contains("Line number 19") && !shown[1].text.contains("number 10"))
    #expect(shown[4].text.contains("Line number 21") && !shown[4].text.contains("number 30"))
    #expect(DiffFields.pieces(WordDiff(from: "a b", to: "a c")).map(\.kind) == [.same, .removed, .added])
  }

  private func longestCommon(_ old: [Int], _ new: [Int]) -> Int {
    var row = [Int](repeating: 0, count: new.count + 1)
    for sign in old {
      var before = 0
      for (place, other) in new.enumerated() {
        let here = row[place + 1]
        row[place + 1] = sign == other ? before + 1 : max(here, row[place])
        before = here
      }
    }
    return row[new.count]
  }
}

/// Numbers that are the same in every run: SplitMix64, by Sebastiano Vigna, in the public domain.
private struct Numbers {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
