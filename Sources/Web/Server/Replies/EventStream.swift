import Hummingbird
import NIOCore

/// An answer that stays open: server-sent events.
package struct EventStream: Sendable {
  /// One open answer of such a kind.
  package struct Opened: Sendable {
    /// Ticks when there is something to write; its end ends the answer.
    let ticks: AsyncStream<Void>
    /// What is to be written now; nil when it was the last.
    let next: @Sendable () -> Written?
    /// Called once nobody listens any more; ends the ticks.
    let leave: @Sendable () -> Void
  }

  /// Lines of the stream, and whether they are the last.
  package struct Written: Sendable, Equatable {
    let text: String
    let isLast: Bool
    init(_ text: String, isLast: Bool = false) { (self.text, self.isLast) = (text, isLast) }
  }

  /// Called when the answer begins to be written, so that nothing is open that nobody waits for. Nil where it ends at once.
  private let open: @Sendable () async -> Opened?

  package init(_ open: @escaping @Sendable () async -> Opened?) { self.open = open }

  func body(to request: Request, from peer: Peer) -> ResponseBody {
    ResponseBody { writer in
      guard let opened = await open() else { return try await writer.finish(nil) }
      defer { opened.leave() }
      if peer.channel != nil {
        await peer.giveUpWhenUnanswered()
        // Whoever has hung up is noticed here, not at the next thing there is to say.
        try await request.body.consumeWithInboundCloseHandler { _ in
          try await Self.write(opened, to: &writer)
        } onInboundClosed: {
          opened.leave()
        }
      } else {
        try await Self.write(opened, to: &writer)
      }
      try await writer.finish(nil)
    }
  }

  private static func write(_ opened: Opened, to writer: inout any ResponseBodyWriter) async throws {
    for await _ in opened.ticks {
      guard let written = opened.next() else { return }
      try await writer.write(ByteBuffer(string: written.text))
      if written.isLast { return }
    }
  }
}

extension Peer {
  /// Lets the system close a connection whose other end has not confirmed what it was sent for 40 s, as when its network is gone.
  fileprivate func giveUpWhenUnanswered() async {
    // Linux's TCP_USER_TIMEOUT, which its headers keep from Swift.
    let userTimeout = NIOBSDSocket.Option(rawValue: 18)
    try? await channel?.setOption(ChannelOptions.tcpOption(userTimeout), value: 40_000).get()
  }
}
