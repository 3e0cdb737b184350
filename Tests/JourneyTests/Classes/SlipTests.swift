import Foundation
import TestSupport
import Testing

@Suite struct `A slip` {
  /// A square picture, one byte a dot, painted from the path that the page draws.
  private struct Picture {
    let side: Int
    var bytes: [UInt8]

    /// - Parameter scale: dots of the picture for one of the code.
    init(_ symbol: Element, scale: Int) throws {
      let box = (symbol["viewbox"] ?? symbol["viewBox"] ?? "").split(separator: " ").compactMap {
        Int($0)
      }
      let width = try #require(box.count == 4 ? box[2] : nil)
      side = width * scale
      bytes = [UInt8](repeating: 255, count: side * side)
      let path = try #require(symbol.first("path")?["d"])
      for run in path.split(separator: "z") {
        // M8 4h7v1H8
        let parts = run.split { "M hvH".contains($0) }.compactMap { Int($0) }
        try #require(parts.count == 5 && parts[3] == 1 && parts[4] == parts[0])
        for row in 0..<scale {
          let start = (parts[1] * scale + row) * side + parts[0] * scale
          for place in start..<start + parts[2] * scale { bytes[place] = 0 }
        }
      }
    }
  }

  /// What a reader that is not ours finds in a picture.
  private static func read(_ picture: Picture) throws -> String {
    let script = """
      import sys, zxingcpp
      side = int(sys.argv[1])
      dots = memoryview(sys.stdin.buffer.read()).cast("B", (side, side))
      for code in zxingcpp.read_barcodes(dots): print(code.format.name, code.text)
      """
    let reader = try ChildProcess(
      Places.packageRoot + "/.build/python/bin/python", ["-c", script, "\(picture.side)"],
      stdin: picture.bytes)
    #expect(try reader.waitForEnd() == .exited(0), "\(reader.text(of: .errors))")
    return reader.text(of: .output).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @Test func `bears a code that leads to the door, and tells no name nor secret`() throws {
    let community = try Community([.open])
    let room = try ClassRoom(community, names: "")
    let paste = try room.teacher.web.get(room.address + "/noms").page.form(with: "noms")
    let review = try room.teacher.web.submit(paste, changing: ["noms": ClassRoom.names])
    let page = try room.teacher.web.submit(review.page.form(to: room.address + "/eleves")).page
    #expect(page.all(".slip").count == 3)
    #expect(page.all(".slip svg use").count == 3)
    let symbol = try #require(page.first("symbol"))
    let found = try Self.read(Picture(symbol, scale: 4))
    let door = room.teacher.web.origin + "/classe/"
    #expect(found == "QRCode " + door + room.code.replacingOccurrences(of: "-", with: ""))
    // What it opens has the code filled in.
    let path = "/classe/" + room.code.replacingOccurrences(of: "-", with: "")
    let form = try community.server.visitor().get(path).page.form(with: "secret")
    #expect(form["code"] == room.code)
  }
}
