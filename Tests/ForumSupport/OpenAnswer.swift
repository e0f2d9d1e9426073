package import HTTPTypes
import Hummingbird
import NIOCore

/// An answer that stays open, read piece by piece.
package final class OpenAnswer: Sendable {
  package let status: Int
  package let headers: HTTPFields
  private let pieces: AsyncStream<String>
  private let writing: Task<Void, Never>

  init(_ response: Response) {
    (status, headers) = (response.status.code, response.headers)
    let (pieces, continuation) = AsyncStream.makeStream(of: String.self)
    self.pieces = pieces
    writing = Task {
      try? await response.body.write(Pieces(continuation))
      continuation.finish()
    }
  }

  /// The next piece, once it is written; nil at the end.
  package func next() async -> String? {
    for await piece in pieces { return piece }
    return nil
  }

  /// Listens no more.
  package func leave() async {
    writing.cancel()
    await writing.value
  }

  private struct Pieces: ResponseBodyWriter {
    let pieces: AsyncStream<String>.Continuation
    init(_ pieces: AsyncStream<String>.Continuation) { self.pieces = pieces }
    mutating func write(_ buffer: ByteBuffer) async throws { pieces.yield(String(buffer: buffer)) }
    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
  }
}
