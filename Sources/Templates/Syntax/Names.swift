func isWhitespace(_ byte: UInt8) -> Bool {
  byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
}

func isLetter(_ byte: UInt8) -> Bool {
  (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
}

func isNameByte(_ byte: UInt8) -> Bool {
  isLetter(byte) || (byte >= 0x30 && byte <= 0x39) || byte == UInt8(ascii: "_")
}

/// `title` or `site.viewer.name`.
func isFieldName(_ name: String) -> Bool {
  !name.isEmpty
    && name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { part in
      part.first.map { isLetter($0) || $0 == UInt8(ascii: "_") } == true && part.allSatisfy(isNameByte)
    }
}

/// `topic.me-too`
func isWordKey(_ key: String) -> Bool {
  !key.isEmpty
    && key.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && part.allSatisfy { isNameByte($0) || $0 == UInt8(ascii: "-") }
    }
}

/// `components/badge`
func isTemplateName(_ name: String) -> Bool {
  !name.isEmpty
    && name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && part.first != UInt8(ascii: ".")
        && part.allSatisfy { isNameByte($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
    }
}

func trimmed(_ text: some StringProtocol) -> String {
  trimmed(Array(text.utf8)[...])
}

func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
  let head = bytes.drop(while: isWhitespace)
  let end = head.lastIndex { !isWhitespace($0) }.map { $0 + 1 } ?? head.startIndex
  return String(decoding: head[head.startIndex..<end], as: UTF8.self)
}
