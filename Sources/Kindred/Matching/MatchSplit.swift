import Foundation
import Matching

/// One site of `../shared/matching`, cut at a moment: what may be learnt from, and what is asked.
struct MatchSplit {
  struct Fault: Error, CustomStringConvertible { let description: String }

  let folder: String

  /// The moment of the cut, in milliseconds.
  let moment: Int64

  init(folder: String) throws {
    self.folder = folder
    struct Meta: Decodable { let T: Int64 }
    moment = try JSONDecoder().decode(Meta.self, from: Data(contentsOf: URL(fileURLWithPath: folder + "/meta.json"))).T * 1_000
  }

  struct Thread: Decodable {
    let id: Int64
    let u: Int64?
    let at: Int64
    let title: String
    let cat: String
    let tags: [String]
    let text: String

    func topic(opening: Int64) -> MatchTopic {
      MatchTopic(
        topic: id, opening: opening, author: u, time: at * 1_000, title: title, tags: tags, shelf: cat.isEmpty ? nil : cat, text: text)
    }
  }

  struct Post: Decodable {
    let id: Int64
    let t: Int64
    let n: Int
    let u: Int64?
    let at: Int64
    let to: Int64?
    let text: String
  }

  struct Comment: Decodable {
    let id: Int64
    let t: Int64
    let u: Int64?
    let at: Int64
    let to: Int64?
    let text: String
  }

  func threads() throws -> [Thread] { try lines("train/threads.jsonl.gz") }
  func posts() throws -> [Post] { try lines("train/posts.jsonl.gz") }
  func comments() throws -> [Comment] { try lines("train/comments.jsonl.gz") }

  /// The lines of a file that may be packed.
  func lines<Line: Decodable>(_ name: String) throws -> [Line] {
    let decoder = JSONDecoder()
    return try text(name).split(separator: UInt8(ascii: "\n")).map { try decoder.decode(Line.self, from: $0) }
  }

  /// A table's columns.
  func columns(_ name: String) throws -> [[Substring]] {
    String(decoding: try text(name), as: UTF8.self).split(separator: "\n").map { $0.split(separator: "\t") }
  }

  private func text(_ name: String) throws -> Data {
    let file = URL(fileURLWithPath: "\(folder)/\(name)")
    guard name.hasSuffix(".gz") else { return try Data(contentsOf: file) }
    let (unpacking, output) = (Process(), Pipe())
    unpacking.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    unpacking.arguments = ["gzip", "-dc", file.path]
    unpacking.standardOutput = output
    try unpacking.run()
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    unpacking.waitUntilExit()
    guard unpacking.terminationStatus == 0 else { throw Fault(description: "\(file.path) cannot be unpacked") }
    return text
  }

  /// Everything before the cut. Comments are given numbers beyond those of posts.
  func ground() throws -> CommonGround {
    var ground = CommonGround()
    let openings = Dictionary(grouping: try posts(), by: \.t)
    for thread in try threads() {
      let posts = openings[thread.id] ?? []
      let opening = posts.first { $0.n == 1 }
      ground.add(thread.topic(opening: opening?.id ?? -thread.id))
      for post in posts where post.n != 1 {
        ground.add(
          MatchReply(
            topic: post.t, post: post.id, author: post.u, time: post.at * 1_000, addressee: post.to, text: post.text))
      }
    }
    for comment in try comments() {
      ground.add(
        MatchReply(
          topic: comment.t, post: 1 << 40 + comment.id, author: comment.u, time: comment.at * 1_000, addressee: comment.to,
          text: comment.text,
          isRemark: true))
    }
    return ground
  }
}
