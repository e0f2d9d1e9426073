/// What a picture may be, looked up in its header before anything is decoded, and what is made of it.
package struct PictureLimits: Sendable {
  /// The most bytes that are looked at.
  package static let bytes = 10 * 1024 * 1024
  /// The most pixels that are decoded: the larger of today's cameras. Four bytes each are in memory while a picture is made.
  package static let pixels = 25_000_000
  /// The most pixels along one side: what WebP can hold.
  package static let side = 16_383
  /// The most pixels that are kept: a larger picture is made smaller, in its own proportions.
  package static let keptPixels = 8_000_000
  /// A progressive JPEG is drawn once for each of its scans, and a scan of a few bytes costs as much as any. Cameras and editors make ten.
  static let scans = 64
}
