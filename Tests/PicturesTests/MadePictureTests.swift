import CGd
import Testing

@testable import Pictures

@Suite("A picture made anew", .timeLimit(.minutes(2))) struct MadePictureTests {
  private static let box = PictureSize(1_200, 1_500)
  private static let kinds = ["png", "jpeg", "gif", "webp", "lossless webp"]

  @Test("is the same picture in a format of ours", arguments: kinds) func formats(_ kind: String) throws {
    let made = try MadePicture(SamplePicture.bytes(80, 60, as: kind), smallWithin: Self.box)
    let expected: PictureFormat = kind == "jpeg" ? .jpeg : kind.hasSuffix("webp") ? .webp : .png
    #expect(made.format == expected)
    #expect(made.size == PictureSize(80, 60))
    #expect(made.small == nil)
    let seen = try #require(SamplePicture(made.bytes))
    defer { seen.free() }
    #expect(seen.size == [80, 60])
    #expect(seen.corners == [0, 1, 2, 3])
  }

  @Test("stands upright, however the camera was held", arguments: 1...8, ["png", "jpeg", "big-endian jpeg", "webp"])
  func orientation(_ orientation: Int, _ kind: String) throws {
    let exif = Planted.exif(orientation, bigEndian: kind.hasPrefix("big"))
    let sent =
      switch kind {
      case "png": Planted.inPNG(SamplePicture.bytes(80, 60, as: "png"), "eXIf", exif)
      case "webp": Planted.inWebP(SamplePicture.bytes(80, 60, as: "webp"), exif, width: 80, height: 60)
      default: Planted.inJPEG(SamplePicture.bytes(80, 60, as: "jpeg"), exif)
      }
    let seen = try #require(SamplePicture(MadePicture(sent, smallWithin: Self.box).bytes))
    defer { seen.free() }
    // By the table of EXIF: which corner of the sensor is the upper left, upper right, lower left, lower right of what was seen.
    let upright = [[0, 1, 2, 3], [1, 0, 3, 2], [3, 2, 1, 0], [2, 3, 0, 1], [0, 2, 1, 3], [2, 0, 3, 1], [3, 1, 2, 0], [1, 3, 0, 2]]
    #expect(seen.corners == upright[orientation - 1])
    #expect(seen.size == (orientation < 5 ? [80, 60] : [60, 80]))
  }

  @Test("says nothing of where and with what it was taken") func metadata() throws {
    let sent = [
      Planted.inJPEG(SamplePicture.bytes(40, 30, as: "jpeg"), Planted.exif(1)),
      Planted.inPNG(SamplePicture.bytes(40, 30, as: "png"), "tEXt", Array("Comment\0GPS 52.52".utf8)),
      Planted.inPNG(SamplePicture.bytes(40, 30, as: "png"), "eXIf", Planted.exif(1)),
      Planted.inWebP(SamplePicture.bytes(40, 30, as: "webp"), Planted.exif(1), width: 40, height: 30),
    ]
    for file in sent {
      #expect(Planted.contains("GPS", in: file))
      let made = try MadePicture(file, smallWithin: PictureSize(20, 20))
      #expect(!Planted.contains("GPS", in: made.bytes))
      let small = try #require(made.small)
      #expect(!Planted.contains("GPS", in: small))
      #expect(!Planted.contains("Exif", in: made.bytes))
    }
  }

  @Test("keeps what shines through") func transparency() throws {
    let image = try #require(gdImageCreate(10, 10))
    let clear = gdImageColorAllocate(image, 255, 0, 255)
    _ = gdImageColorAllocate(image, 0, 0, 0)
    gdImageColorTransparent(image, clear)
    defer { gdImageDestroy(image) }
    for box in [Self.box, PictureSize(5, 5)] {
      let made = try MadePicture(SamplePicture.written(image, as: "gif"), smallWithin: box)
      for bytes in [made.bytes] + [made.small].compactMap({ $0 }) {
        let seen = try #require(SamplePicture(bytes))
        #expect(seen.alpha(2, 2) == 127)
        seen.free()
      }
    }
  }

  @Test("is made smaller when it is large, and has a small one for pages in its own proportions") func sizes() throws {
    let large = try MadePicture(SamplePicture.bytes(4_000, 3_000, as: "jpeg"), smallWithin: Self.box)
    #expect(large.size.pixels <= PictureLimits.keptPixels)
    #expect(large.size.pixels > PictureLimits.keptPixels * 99 / 100)
    let smallBytes = try #require(large.small)
    let small = try #require(SamplePicture(smallBytes))
    #expect(small.size == [1_200, 899] || small.size == [1_200, 900])
    #expect(small.corners == [0, 1, 2, 3])
    small.free()
    let tall = try MadePicture(SamplePicture.bytes(300, 6_000, as: "png"), smallWithin: Self.box)
    #expect(tall.size == PictureSize(300, 6_000))
    let narrowBytes = try #require(tall.small)
    let narrow = try #require(SamplePicture(narrowBytes))
    #expect(narrow.size == [75, 1_500])
    narrow.free()
  }

  @Test("a photograph that came as PNG is not kept many times as large as it need be") func heavy() throws {
    let file = SamplePicture.bytes(1_000, 900, as: "png", noise: true)
    #expect(file.count > 2 * 1024 * 1024)
    let made = try MadePicture(file, smallWithin: Self.box)
    #expect(made.format == .jpeg)
    #expect(made.bytes.count < file.count / 2)
  }

  @Test("a face is the square in the middle, in two sizes", arguments: ["png", "jpeg", "webp", "gif"]) func faces(_ kind: String) throws {
    let face = try MadeFace(SamplePicture.bytes(90, 40, as: kind))
    for (bytes, side) in [(face.small, 96), (face.large, 192)] {
      let seen = try #require(SamplePicture(bytes))
      #expect(seen.size == [side, side])
      #expect(seen.corners == [0, 1, 2, 3])
      seen.free()
    }
  }

  @Test("many at once take their turns, and too many are turned away") func turns() async throws {
    let maker = PictureMaker()
    let file = SamplePicture.bytes(600, 400, as: "png")
    let outcomes = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<60 { group.addTask { (try? await maker.picture(file, smallWithin: Self.box)) != nil } }
      return await group.reduce(into: [Bool]()) { $0.append($1) }
    }
    #expect(outcomes.contains(true))
    #expect(try await maker.picture(file, smallWithin: Self.box).size == PictureSize(600, 400))
  }
}
