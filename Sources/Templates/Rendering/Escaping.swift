/// One bit for each of `& < > " '`: all of them lie below 64.
private let dangerous: UInt64 = 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E

/// Works on bytes, because a quote followed by a combining mark is one Character and yet ends an attribute.
func appendEscaped(_ text: String, to out: inout [UInt8]) {
  let done: Void? = text.utf8.withContiguousStorageIfAvailable { appendEscaped($0, to: &out) }
  if done == nil {
    var native = text
    native.withUTF8 { appendEscaped($0, to: &out) }
  }
}

func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
  var copied = 0
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    if byte < 64, dangerous >> UInt64(byte) & 1 == 1 {
      out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<index]))
      appendEntity(byte, to: &out)
      copied = index + 1
    }
    index += 1
  }
  out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
}

private func appendEntity(_ byte: UInt8, to out: inout [UInt8]) {
  switch byte {
  case 0x22: append("&quot;", to: &out)
  case 0x26: append("&amp;", to: &out)
  case 0x27: append("&#39;", to: &out)
  case 0x3C: append("&lt;", to: &out)
  default: append("&gt;", to: &out)
  }
}

private func append(_ entity: StaticString, to out: inout [UInt8]) {
  out.append(contentsOf: UnsafeBufferPointer(start: entity.utf8Start, count: entity.utf8CodeUnitCount))
}

func appendRaw(_ text: String, to out: inout [UInt8]) {
  let done: Void? = text.utf8.withContiguousStorageIfAvailable { out.append(contentsOf: $0) }
  if done == nil { out.append(contentsOf: text.utf8) }
}

func appendNumber(_ number: Int, to out: inout [UInt8]) {
  if number >= 0, number < 10 {
    out.append(0x30 + UInt8(number))
  } else {
    appendRaw(String(number), to: &out)
  }
}
