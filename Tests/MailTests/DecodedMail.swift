import Foundation
import Testing

/// Reads a message back as a mail program would, by the standards and not by our encoder.
struct DecodedMail {
  var headers: [(name: String, value: String)] = []
  var body: [UInt8] = []

  init(_ bytes: [UInt8]) throws {
    let lines = Self.lines(bytes)
    let blank = try #require(lines.firstIndex(of: []))
    var raw: [String] = []
    for line in lines[..<blank].map({ String(decoding: $0, as: UTF8.self) }) {
      if line.hasPrefix(" ") {
        raw[raw.count - 1] += line
      } else {
        raw.append(line)
      }
    }
    for line in raw {
      let colon = try #require(line.firstIndex(of: ":"))
      headers.append((String(line[..<colon]), String(line[colon...].dropFirst(2))))
    }
    body = Array(lines[(blank + 1)...].joined(separator: [0x0D, 0x0A]))
  }

  func callAsFunction(_ name: String) -> String? {
    headers.first { $0.name == name }?.value
  }

  /// The parts of a multipart message.
  func parts() throws -> [DecodedMail] {
    let type = try #require(self("Content-Type"))
    let boundary = "--" + (try #require(type.split(separator: "\"").last))
    let lines = Self.lines(body)
    let marks = lines.indices.filter { lines[$0].starts(with: boundary.utf8) }
    try #require(marks.last.map { lines[$0] } == Array((boundary + "--").utf8))
    return try zip(marks, marks.dropFirst()).map { start, end in
      try DecodedMail(Array(lines[(start + 1)..<end].joined(separator: [0x0D, 0x0A])) + [0x0D, 0x0A])
    }
  }

  /// The words of a part without its transfer encoding.
  func text() throws -> String {
    if self("Content-Transfer-Encoding") == "base64" {
      let data = try #require(Data(base64Encoded: Data(body), options: .ignoreUnknownCharacters))
      return String(decoding: data, as: UTF8.self)
    }
    try #require(self("Content-Transfer-Encoding") == "quoted-printable")
    var out: [UInt8] = []
    var rest = body[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "=") else {
        out.append(byte)
        continue
      }
      let two = rest.prefix(2)
      rest = rest.dropFirst(2)
      if !two.elementsEqual([0x0D, 0x0A]) { out.append(try #require(UInt8(String(decoding: two, as: UTF8.self), radix: 16))) }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// A header's words with its encoded words read; the space between two of them is nothing (RFC 2047).
  static func words(_ value: String) throws -> String {
    var out: [UInt8] = []
    var wasEncoded = false
    for (place, word) in value.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      let isEncoded = word.hasPrefix("=?UTF-8?B?") && word.hasSuffix("?=")
      if place > 0, !(isEncoded && wasEncoded) { out.append(0x20) }
      if isEncoded {
        try #require(word.utf8.count <= 75)
        let bytes = Array(try #require(Data(base64Encoded: String(word.dropFirst(10).dropLast(2)))))
        try #require(String(validating: bytes, as: UTF8.self) != nil, "a character is cut in two")
        out += bytes
      } else {
        out += word.utf8
      }
      wasEncoded = isEncoded
    }
    return String(decoding: out, as: UTF8.self)
  }

  static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = [[]]
    for (place, byte) in bytes.enumerated() {
      if byte == 0x0A, place > 0, bytes[place - 1] == 0x0D {
        lines[lines.count - 1].removeLast()
        lines.append([])
      } else {
        lines[lines.count - 1].append(byte)
      }
    }
    return lines
  }
}
