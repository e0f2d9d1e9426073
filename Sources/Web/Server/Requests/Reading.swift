import Community
import HTTPTypes
import Hummingbird
import NIOCore

extension Arrival {
  /// The request as a handler sees it; the body is read only for a route that takes one.
  func pageRequest(_ route: Route?, parameters: [String: String]) async throws -> PageRequest {
    let queries = try FormDecoding.query(query)
    let form =
      route?.method == .post ? try await self.form(route?.formFields ?? [], isOpen: route?.isOpenToForeignOrigins ?? false) : FormValues()
    return PageRequest(
      method: method == .post ? .post : .get, path: path, form: form, address: address, agent: Self.agent(header(.userAgent) ?? ""),
      cookies: parseCookies(request.headers[values: .cookie]),
      isPrefetch: header(.purpose)?.contains("prefetch") ?? false, isFragment: header(.fragment) != nil,
      requestID: id, door: door, parameters: parameters, queries: queries, fullPath: request.head.path ?? "/")
  }

  /// What is known before anything of the request is read.
  var bareRequest: PageRequest {
    PageRequest(
      method: .get, path: path, form: FormValues(), address: address, agent: "", cookies: [:], isPrefetch: false, isFragment: false,
      requestID: id, door: door, parameters: [:], queries: [:], fullPath: "/")
  }

  /// Programs that press a button for somebody may send it in another form (RFC 8058); its route asks for nothing in it.
  private func form(_ fields: [FormField], isOpen: Bool) async throws -> FormValues {
    if let length = header(.contentLength).flatMap({ Int($0) }), length > FormDecoding.maximumBytes { throw Refused.bodyTooLarge }
    let body: ByteBuffer
    do { body = try await request.body.collect(upTo: FormDecoding.maximumBytes) } catch is NIOTooManyBytesError {
      throw Refused.bodyTooLarge
    }
    guard body.readableBytes > 0 else { return FormValues() }
    let type = header(.contentType)?.split(separator: ";").first?.trimmingSpaces.lowercased()
    if isOpen, type == "multipart/form-data" { return FormValues() }
    guard type == "application/x-www-form-urlencoded" else { throw Refused.otherType }
    return try FormDecoding.form(body.readableBytesView, fields: fields)
  }

  private static func agent(_ raw: String) -> String {
    String(String.UnicodeScalarView(raw.unicodeScalars.prefix(200).filter { $0.value >= 0x20 && $0.value != 0x7F }))
  }
}
