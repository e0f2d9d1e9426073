import Community
import HTTPTypes
import Hummingbird
import NIOCore

extension Arrival {
  /// The request as a handler sees it; the body is read only for a route that takes one.
  func pageRequest(_ route: Route?, parameters: [String: String], upload: Upload? = nil) async throws -> PageRequest {
    let queries = try FormDecoding.query(query)
    let form = if let route, route.method == .post { try await self.form(route, upload) } else { FormValues() }
    return PageRequest(
      method: method == .post ? .post : .get, path: path, form: form, address: address, agent: Self.agent(header(.userAgent) ?? ""),
      cookies: parseCookies(request.headers[values: .cookie]), acceptedLanguages: header(.acceptLanguage) ?? "",
      isPrefetch: header(.purpose)?.contains("prefetch") ?? false, isFragment: header(.fragment) != nil,
      bearer: header(.authorization).flatMap { $0.hasPrefix("Bearer ") ? String($0.dropFirst(7)) : nil },
      requestID: id, door: door, parameters: parameters, queries: queries, fullPath: request.head.path ?? "/")
  }

  /// What is known before anything of the request is read.
  var bareRequest: PageRequest {
    PageRequest(
      method: .get, path: path, form: FormValues(), address: address, agent: "", cookies: [:],
      acceptedLanguages: header(.acceptLanguage) ?? "", isPrefetch: false, isFragment: false,
      bearer: nil, requestID: id, door: door, parameters: [:], queries: [:], fullPath: "/")
  }

  /// Programs that press a button for somebody may send it in another form (RFC 8058); its route asks for nothing in it.
  private func form(_ route: Route, _ upload: Upload?) async throws -> FormValues {
    if route.archiveField != nil, isMultipart { return try await formWithArchive(route, upload) }
    if route.pictureField != nil, isMultipart { return try await formWithFile(route, upload) }
    let most = route.isOpenToForeignOrigins ? FormDecoding.maximumBytesFromElsewhere : FormDecoding.maximumBytes
    if let length = header(.contentLength).flatMap({ Int($0) }), length > most { throw Refused.bodyTooLarge }
    let body: ByteBuffer
    do { body = try await request.body.collect(upTo: most) } catch is NIOTooManyBytesError {
      throw Refused.bodyTooLarge
    }
    guard body.readableBytes > 0 else { return FormValues() }
    if route.isOpenToForeignOrigins, isMultipart { return FormValues() }
    if route.audience == .machine, type == "application/json" {
      return try FormDecoding.object(body.readableBytesView, fields: route.formFields)
    }
    guard type == "application/x-www-form-urlencoded" else { throw Refused.otherType }
    return try FormDecoding.form(body.readableBytesView, fields: route.formFields)
  }

  private var type: String? { header(.contentType)?.split(separator: ";").first?.trimmingSpaces.lowercased() }
  var isMultipart: Bool { type == "multipart/form-data" }

  private static func agent(_ raw: String) -> String {
    String(String.UnicodeScalarView(raw.unicodeScalars.prefix(200).filter { $0.value >= 0x20 && $0.value != 0x7F }))
  }
}
