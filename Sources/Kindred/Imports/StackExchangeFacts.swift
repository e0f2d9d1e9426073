import Community
import Dumps

/// What must be known of a whole dump before its first post is written: votes, marks and tags' words stand in files of their own.
struct StackExchangeFacts: Sendable {
  struct Votes: Sendable {
    var up = 0
    var down = 0
    var acceptedAt: Int64?
  }
  private(set) var votes: [Int: Votes] = [:]
  private(set) var accepted: Set<Int> = []
  private(set) var excerpts: [Int: String] = [:]
  private(set) var questions = 0
  private(set) var answers = 0
  /// Questions that take no more answers.
  private(set) var closed = 0

  /// Bad records are reported by whoever writes them, except votes, which nobody else reads.
  init(_ dump: StackExchangeDump, onBad: (BadRecord) -> Void, progress: (Int64) -> Void = { _ in }) throws {
    var votes: [Int: Votes] = [:]
    try dump.votes().forEach(
      { vote in
        switch vote.kind {
        case .up: votes[vote.postID, default: Votes()].up += 1
        case .down: votes[vote.postID, default: Votes()].down += 1
        case .acceptedByAsker: votes[vote.postID, default: Votes()].acceptedAt = vote.date
        case .other: break
        }
      }, onBad: onBad, progress: progress)
    self.votes = votes
    let read = dump.size(of: .votes)
    try dump.posts().forEach(
      { post in
        switch post.kind {
        case .question:
          questions += 1
          if post.takesNoAnswersSince != nil { closed += 1 }
          if let answer = post.acceptedAnswerID { accepted.insert(answer) }
        case .answer: answers += 1
        case .other(4): excerpts[post.id] = post.bodyHTML
        case .other: break
        }
      }, onBad: { _ in }, progress: { progress(read + $0) })
  }
}
