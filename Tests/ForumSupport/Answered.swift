package import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// What the forum answered.
package struct Answered: Sendable {
  package let status: Int
  package let headers: HTTPFields
  package let bytes: [UInt8]
  /// The body as text; empty when it is none.
  package var text: String { String(validating: bytes, as: UTF8.self) ?? "" }
  /// Where a redirect leads.
  package var location: String? { headers[.location] }

  init(_ response: Response) async throws {
    status = response.status.code
    headers = response.headers
    let collected = Mutex<[UInt8]>([])
    try await response.body.write(Collector { bytes in collected.withLock { $0 += bytes } })
    bytes = collected.withLock { $0 }
  }

  private struct Collector: ResponseBodyWriter {
    let add: @Sendable ([UInt8]) -> Void
    init(_ add: @escaping @Sendable ([UInt8]) -> Void) { self.add = add }
    mutating func write(_ buffer: ByteBuffer) async throws { add(Array(buffer.readableBytesView)) }
    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
  }
}
