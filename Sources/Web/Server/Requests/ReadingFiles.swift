import Community
import HTTPTypes
import Hummingbird
import NIOCore
import Pictures

/// How a file is taken in: its place, if one was free, and what time it is.
struct Upload: Sendable {
  let place: Uploads.Place?
  /// Who takes an archive in.
  var intake: (any ArchiveIntake)?
  let stopwatch: @Sendable () -> Int64
}

extension Arrival {
  /// More is not even counted. A member who chose a picture that is too large reads so beside it, as long as it is not many times too large.
  private static let mostBytes = (member: 64 * 1024 * 1024, visitor: PictureLimits.bytes + 2 * FormDecoding.maximumBytes)

  /// The session the browser presents, before the rest of the request is read.
  var sessionToken: SecretToken? { Cookie.sessionToken(in: parseCookies(request.headers[values: .cookie]), at: door) }

  /// A form that may bring a picture, as it arrives; what cannot be kept goes by.
  func formWithFile(_ route: Route, _ upload: Upload?) async throws -> FormValues {
    let length = header(.contentLength).flatMap { Int($0) } ?? 0
    let most = upload == nil ? Self.mostBytes.visitor : Self.mostBytes.member
    guard length <= most else { throw Refused.bodyTooLarge }
    let keeps = upload?.place != nil
    let reader = MultipartReader(
      type: header(.contentType) ?? "", mostFieldBytes: FormDecoding.maximumBytes, mostFileBytes: keeps ? PictureLimits.bytes : nil)
    guard var reader else { throw BadRequest.multipart }
    let begun = upload?.stopwatch() ?? 0
    var read = 0
    for try await chunk in request.body {
      read += chunk.readableBytes
      guard read <= most else { throw Refused.bodyTooLarge }
      try reader.read(chunk.readableBytesView)
      if let upload, upload.stopwatch() - begun > Uploads.mostMicroseconds { throw Refused.tooSlow }
    }
    if read == 0 { return FormValues() }
    let contents = try reader.finish()
    guard let file = contents.file else { return try FormDecoding.form(contents.fields, fields: route.formFields) }
    guard file.field == route.pictureField else { throw BadRequest.unknownField }
    let state: SentFile.State =
      if let bytes = file.bytes { .whole(bytes) } else { file.length > PictureLimits.bytes ? .tooLarge : .refused }
    return try FormDecoding.form(contents.fields, file: SentFile(file.field, state, place: upload?.place), fields: route.formFields)
  }

  /// An archive may take so long to come.
  private static let mostMicroseconds: Int64 = 3_600_000_000

  /// A form that may bring an archive, which is handed on as it arrives; of who may not send one hardly anything is read.
  func formWithArchive(_ route: Route, _ upload: Upload?) async throws -> FormValues {
    let most = FormDecoding.maximumBytes + (upload == nil ? 0 : ImportDoor.mostSent)
    if let length = header(.contentLength).flatMap({ Int($0) }), length > most { throw Refused.bodyTooLarge }
    let reader = MultipartReader(
      type: header(.contentType) ?? "", mostFieldBytes: FormDecoding.maximumBytes, mostFileBytes: nil, handsOn: upload != nil)
    guard var reader else { throw BadRequest.multipart }
    let begun = upload?.stopwatch() ?? 0
    var read = 0
    for try await chunk in request.body {
      read += chunk.readableBytes
      guard read <= most else { throw Refused.bodyTooLarge }
      try reader.read(chunk.readableBytesView)
      let bytes = reader.handOn()
      if let upload, !bytes.isEmpty {
        await upload.intake?.take(bytes)
        if upload.stopwatch() - begun > Self.mostMicroseconds { throw Refused.tooSlow }
      }
    }
    if read == 0 { return FormValues() }
    let contents = try reader.finish()
    guard let file = contents.file else { return try FormDecoding.form(contents.fields, fields: route.formFields) }
    guard file.field == route.archiveField else { throw BadRequest.unknownField }
    return try await FormDecoding.form(contents.fields, archive: upload?.intake?.finish(), fields: route.formFields)
  }
}
