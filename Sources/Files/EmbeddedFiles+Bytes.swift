import Foundation

extension EmbeddedFiles {
  static var paths: [String] { Array(texts.keys) + Array(binaries.keys) }

  static func bytes(_ path: String) -> [UInt8]? {
    if let text = texts[path] { return text.withUTF8Buffer { Array($0) } }
    guard let encoded = binaries[path] else { return nil }
    return encoded.withUTF8Buffer { Data(base64Encoded: Data($0)) }.map { Array($0) }
  }
}
