import CGd
import Testing

@testable import Pictures

@Suite("A hostile picture", .timeLimit(.minutes(2))) struct HostilePictureTests {
  private static let box = PictureSize(1_200, 1_500)
  private static let kinds = ["png", "jpeg", "gif", "webp", "lossless webp"]

  private func problem(_ file: [UInt8]) -> PictureProblem? {
    do throws(PictureProblem) {
      _ = try MadePicture(file, smallWithin: Self.box)
      return nil
    } catch { return error }
  }

  /// Another size in the header of a picture.
  private func claiming(_ width: Int, _ height: Int, _ kind: String) -> [UInt8] {
    var file = SamplePicture.bytes(16, 16, as: kind)
    func put(_ bytes: [UInt8], _ place: Int) { file.replaceSubrange(place..<(place + bytes.count), with: bytes) }
    func little(_ value: Int) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8 & 255)] }
    switch kind {
    case "png": put(Planted.big(width) + Planted.big(height), 16)
    case "gif": put(little(width) + little(height), 6)
    case "jpeg":
      let frame = file.firstRange(of: [0xFF, 0xC2])?.lowerBound ?? file.firstRange(of: [0xFF, 0xC0])?.lowerBound ?? 0
      put(Array(little(height).reversed()) + little(width).reversed(), frame + 5)
    case "webp": put(little(width) + little(height), 26)
    default:
      let bits = (width - 1) & 0x3FFF | ((height - 1) & 0x3FFF) << 14
      put([UInt8(bits & 255), UInt8(bits >> 8 & 255), UInt8(bits >> 16 & 255), UInt8(bits >> 24 & 255)], 21)
    }
    return file
  }

  @Test("that says it is 30,000 pixels wide and high is refused by its header alone", arguments: ["png", "jpeg", "gif"])
  func enormous(_ kind: String) {
    #expect(throws: PictureProblem.tooManyPixels) { try PictureHeader(claiming(30_000, 30_000, kind)) }
    #expect(throws: PictureProblem.tooManyPixels) { try PictureHeader(claiming(16_384, 1, kind)) }
    // A GIF without a size of its own is as large as its picture.
    if kind != "gif" { #expect(throws: PictureProblem.damaged) { try PictureHeader(claiming(0, 10, kind)) } }
  }

  @Test("that says it is as large as WebP can be is refused by its header alone", arguments: ["webp", "lossless webp"])
  func enormousWebP(_ kind: String) {
    #expect(throws: PictureProblem.tooManyPixels) { try PictureHeader(claiming(16_000, 16_000, kind)) }
  }

  @Test("that lies about its size is refused or is no larger than it said", arguments: kinds) func lying(_ kind: String) {
    for (width, height) in [(15, 16), (16, 15), (17, 16), (4_000, 4_000), (16, 4_000), (1, 1)] {
      let file = claiming(width, height, kind)
      guard let made = try? MadePicture(file, smallWithin: Self.box) else { continue }
      #expect(made.size == PictureSize(width, height).holding(PictureLimits.keptPixels))
    }
  }

  @Test("that ends too early is refused, wherever it ends", arguments: kinds) func truncated(_ kind: String) {
    let file = SamplePicture.bytes(40, 30, as: kind, noise: true)
    #expect(problem(file) == nil)
    for length in stride(from: 0, to: file.count, by: max(1, file.count / 400)) {
      // What a GIF has behind its picture is not needed.
      let end = kind == "gif" ? file.count - 1 : file.count
      if length < end { #expect(problem(Array(file[..<length])) != nil, "\(length) of \(file.count) bytes") }
    }
  }

  @Test("that is no picture is refused, whatever it begins with") func others() {
    let texts = [
      "", "GIF", "GIF89a", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "%PDF-1.7", "<html>", "BM......",
      "RIFF....WAVEfmt ", "\u{89}PNG", "II*\0........", "P6 30000 30000 255 ", "MZ", "#!/bin/sh",
    ]
    for text in texts { #expect(problem(Array(text.utf8)) != nil, "\(text)") }
    #expect(problem([0xFF, 0xD8, 0xFF, 0xD9]) == .damaged)
    #expect(problem([0xFF, 0xD8, 0xFF]) == .damaged)
    #expect(problem([UInt8](repeating: 0xFF, count: 100_000)) == .unknownFormat)
    #expect(problem([0xFF, 0xD8] + [UInt8](repeating: 0xFF, count: 100_000)) == .damaged)
    #expect(problem([UInt8](repeating: 0, count: PictureLimits.bytes + 1)) == .tooManyBytes)
  }

  @Test("that is something else too is only a picture afterwards", arguments: kinds) func polyglots(_ kind: String) throws {
    let script = Array("<script>alert(document.cookie)</script><?php system($_GET[0]); ?>PK\u{3}\u{4}".utf8)
    var files = [SamplePicture.bytes(20, 20, as: kind) + script]
    if kind == "png" { files.append(Planted.inPNG(files[0], "tEXt", script)) }
    if kind == "jpeg" {
      let segment = [0xFF, 0xFE, 0, UInt8(script.count + 2)] + script
      files.append(Array(files[0].prefix(2)) + segment + files[0].dropFirst(2))
    }
    for file in files {
      let made = try MadePicture(file, smallWithin: Self.box)
      #expect(!Planted.contains("script", in: made.bytes))
      #expect(!Planted.contains("php", in: made.bytes))
    }
  }

  @Test("with more scans than anybody draws is refused before it is drawn") func scans() throws {
    let file = SamplePicture.bytes(64, 64, as: "jpeg")
    let scan = try #require(file.firstRange(of: [0xFF, 0xDA])).lowerBound
    var many = Array(file[..<scan])
    for _ in 0..<1_000 { many += file[scan..<(file.count - 2)] }
    #expect(throws: PictureProblem.damaged) { try PictureHeader(many + [0xFF, 0xD9]) }
  }

  @Test("of several moving pictures is refused as WebP, and stands still as GIF") func moving() throws {
    var webp = Planted.inWebP(SamplePicture.bytes(16, 16, as: "webp"), [], width: 16, height: 16)
    webp[20] |= 0x02
    #expect(problem(webp) == .moves)
    let one = SamplePicture.bytes(16, 16, as: "gif")
    let made = try MadePicture(one.dropLast() + one.dropFirst(13), smallWithin: Self.box)
    #expect(made.size == PictureSize(16, 16))
  }

  @Test("with any bytes changed is refused or drawn, and never harms", arguments: kinds) func changed(_ kind: String) {
    let file = SamplePicture.bytes(24, 18, as: kind)
    var state: UInt64 = 42
    func random(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    var drawn = 0
    for _ in 0..<1_500 {
      var changed = file
      for _ in 0...random(6) { changed[random(changed.count)] = UInt8(random(256)) }
      if problem(changed) == nil { drawn += 1 }
    }
    print("\(kind): \(drawn) of 1500 changed pictures were drawn")
  }

  @Test("cannot name a file outside of its folder") func names() async throws {
    let folder = PictureFolder("/nowhere/pictures")
    for name in ["../../etc/passwd", "..", "ab/cd", ".hidden", "ab..cd", "a\u{0}b.png", "ABCD.png", "x", String(repeating: "a", count: 99)]
    {
      await #expect(throws: PictureFolder.Fault.self) { try await folder.bytes(name) }
      await #expect(throws: PictureFolder.Fault.self) { try await folder.keep([(name: name, bytes: [1])]) }
      await #expect(throws: PictureFolder.Fault.self) { try await folder.remove([name]) }
    }
  }
}
