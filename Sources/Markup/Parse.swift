import CMd4c

/// Runs the parser over the source and tells the writer what it finds; false when the writer stopped it or it ran out of memory.
func parse(_ source: [UInt8], into writer: HTMLWriter) -> Bool {
  var parser = MD_PARSER()
  // Raw HTML is off, and so are the parser's own autolinks, LaTeX and wiki links, in which memory bugs were found.
  parser.flags = UInt32(MD_FLAG_NOHTMLBLOCKS | MD_FLAG_NOHTMLSPANS | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS)
  parser.enter_block = { HTMLWriter.at($2).enter(block: $0, $1) }
  parser.leave_block = { type, _, writer in HTMLWriter.at(writer).leave(block: type) }
  parser.enter_span = { HTMLWriter.at($2).enter(span: $0, $1) }
  parser.leave_span = { _, _, writer in HTMLWriter.at(writer).leaveSpan() }
  parser.text = { HTMLWriter.at($3).text($0, UnsafeRawBufferPointer(start: $1, count: Int($2)).assumingMemoryBound(to: UInt8.self)) }
  return withExtendedLifetime(writer) {
    source.withUnsafeBytes { bytes in
      // An empty array has no address; the parser wants one.
      guard let start = bytes.assumingMemoryBound(to: CChar.self).baseAddress else { return true }
      writer.run.sourceStart = bytes.assumingMemoryBound(to: UInt8.self).baseAddress
      return md_parse(start, UInt32(bytes.count), &parser, Unmanaged.passUnretained(writer).toOpaque()) == 0
    }
  }
}

extension HTMLWriter {
  fileprivate static func at(_ pointer: UnsafeMutableRawPointer?) -> HTMLWriter {
    // The pointer is the one `parse` passes, and the writer outlives the call.
    Unmanaged<HTMLWriter>.fromOpaque(pointer.unsafelyUnwrapped).takeUnretainedValue()
  }
}
