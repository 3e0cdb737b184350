import Foundation
import TestSupport
import Testing

@Suite struct `A film in a post` {
  private let community: Community
  private let marc: Person

  init() throws {
    community = try Community([.open, .closed])
    marc = try community.member("marc")
  }

  /// A second of a test picture and a tone, as a telephone that knows too much would write them.
  private func film(_ codecs: [String], _ ending: String) throws -> Form.File {
    let folder = try TemporaryFolder()
    let file = folder.file("film." + ending)
    let words = [
      "-loglevel", "error", "-f", "lavfi", "-i", "testsrc=d=1:s=64x48:r=10", "-f", "lavfi", "-i",
      "sine=d=1", "-pix_fmt", "yuv420p",
    ]
    let secrets = [
      "-metadata", "location=+48.8566+002.3522/", "-metadata", "comment=Marc Dupont",
      "-metadata:s:v:0", "handler_name=MarcPhone", "-metadata", "title=Secret",
    ]
    let ffmpeg = try ChildProcess("/usr/bin/ffmpeg", words + codecs + secrets + [file])
    #expect(try ffmpeg.waitForEnd() == .exited(0))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    #expect(String(decoding: bytes, as: UTF8.self).contains("48.8566"))
    return Form.File(name: "IMG_0042.MOV", type: "text/html", bytes: Array(bytes))
  }

  private func mp4() throws -> Form.File { try film(Self.h264, "mp4") }

  /// The tags too, as telephones keep them.
  private static let h264 = ["-c:v", "libx264", "-c:a", "aac", "-movflags", "use_metadata_tags"]

  /// - Returns: the thread, and the address of the film in its second post.
  private func show(
    _ file: Form.File, in space: Community.Space = .open
  ) throws -> (thread: String, film: String) {
    let thread = try marc.ask("Le geste", in: space)
    #expect(try marc.send("Voici.", file, "Le geste, de face", to: thread).status == 303)
    let page = try marc.web.get(thread).page
    return (thread, try #require(page.first("#message-2 video")?["src"]))
  }

  @Test(arguments: [
    (h264, "mp4", "video/mp4"),
    (["-c:v", "libvpx", "-c:a", "libopus"], "webm", "video/webm"),
  ])
  func `is played on the page, in parts, and says neither where nor by whom`(
    codecs: [String], ending: String, type: String
  ) throws {
    let (thread, address) = try show(film(codecs, ending))
    let page = try community.server.visitor().get(thread).page
    let player = try #require(page.first("#message-2 video"))
    #expect(player["controls"] != nil)
    #expect(player["preload"] == "none")
    #expect(page.first("#message-2 .prose a")?.text == "Le geste, de face")
    #expect(page.problems == [])
    let answer = try community.server.visitor().get(address)
    #expect(answer.status == 200)
    #expect(answer.header("Content-Type") == type)
    #expect(answer.header("X-Content-Type-Options") == "nosniff")
    #expect(answer.bytes.count > 2_000)
    for secret in ["48.8566", "Marc", "Secret"] { #expect(!answer.body.contains(secret)) }
    let part = try marc.web.get(address, headers: ["Range": "bytes=4-11"])
    #expect(part.status == 206)
    #expect(part.bytes == Array(answer.bytes[4..<12]))
  }

  @Test func `of a private space is played by nobody else, nor are its words read`() throws {
    let referent = try community.referent("ines", of: .closed)
    try referent.admit(marc, to: .closed)
    let (_, address) = try show(mp4(), in: .closed)
    #expect(try referent.web.get(address).status == 200)
    let rose = try community.member("rose")
    for path in [address, address + "/textes", address + "/sous-titres"] {
      #expect(try rose.web.get(path).status == 404)
      #expect(try community.server.visitor().get(path).status == 404)
    }
  }

  @Test func `gets captions and a transcript from whoever sent it`() throws {
    let (thread, address) = try show(mp4())
    let texts = address + "/textes"
    let link = try #require(try marc.web.get(thread).page.first("#message-2 figcaption a"))
    #expect(link["href"] == texts)
    let captions = "WEBVTT\n\n00:00.000 --> 00:01.000\nOn serre ici.\n"
    let form = try marc.web.get(texts).page.form(to: texts)
    let bad = try marc.web.submit(form, changing: ["sous-titres": "On serre ici."])
    #expect(bad.status == 422)
    #expect(bad.page.problems == [])
    #expect(try bad.page.form(to: texts)["sous-titres"] == "On serre ici.")
    let kept = try marc.web.submit(
      form, changing: ["sous-titres": captions, "transcription": "Il serre <ici>."])
    #expect(kept.status == 303)
    let visitor = community.server.visitor()
    let track = try #require(try visitor.get(thread).page.first("#message-2 track"))
    #expect(track["kind"] == "captions")
    let answer = try visitor.get(track["src"] ?? "")
    #expect(answer.header("Content-Type") == "text/vtt; charset=utf-8")
    #expect(answer.body.contains("On serre ici."))
    let page = try visitor.get(texts).page
    #expect(page.text.contains("Il serre <ici>."))
    #expect(!page.has("textarea"))
    let rose = try community.member("rose")
    let stolen = try rose.web.post(
      texts, form: [("jeton", form["jeton"] ?? ""), ("transcription", "Non")],
      headers: ["Origin": rose.web.origin])
    #expect(stolen.status == 403)
  }

  /// Longer than what is read into memory, as those of telephones are.
  @Test func `of many megabytes goes from the disk to the disk`() throws {
    let community = try Community(
      arguments: ["--longest-upload", "1048576", "--longest-film", "2500000"])
    let marc = try community.member("marc")
    let thread = try marc.ask("Le geste")
    let noisy = ["-vf", "noise=alls=100:allf=t", "-c:v", "libx264", "-qp", "1", "-s", "640x480"]
    let film = try film(noisy + Self.h264.dropFirst(2), "mp4")
    #expect((1_200_000..<2_500_000).contains(film.bytes.count))
    #expect(try marc.send("Voici.", film, "Le geste", to: thread).status == 303)
    let page = try marc.web.get(thread).page
    let address = try #require(page.first("#message-2 video")?["src"])
    let played = try community.server.visitor().get(address)
    #expect(played.bytes.count > 1_200_000)
    #expect(!played.body.contains("48.8566"))
    #expect(try PreauCommand.run(["check", "--data", community.server.data.path]).status == 0)
    let twice = Form.File(
      name: "a.mp4", type: "video/mp4", bytes: film.bytes + film.bytes + film.bytes)
    #expect(try [413, 422].contains(marc.send("Trop.", twice, "", to: thread).status))
    let left = try FileManager.default.contentsOfDirectory(atPath: community.server.data.path)
    #expect(left.filter { $0.hasPrefix(".") } == [])
  }

  static let broken: [(String, [UInt8])] = [
    ("a head alone", [0, 0, 0, 24] + Array("ftypisom".utf8) + [UInt8](repeating: 0, count: 40)),
    (
      "noise in WebM",
      [0x1A, 0x45, 0xDF, 0xA3] + (0..<9_000).map { UInt8(truncatingIfNeeded: $0 * 31) }
    ),
  ]

  @Test(arguments: broken)
  func `that is none is refused, and the text comes back`(what: String, bytes: [UInt8]) throws {
    let thread = try marc.ask("Le geste")
    let file = Form.File(name: "a.mp4", type: "video/mp4", bytes: bytes)
    let reply = try marc.send("Mon texte.", file, "", to: thread)
    #expect(reply.status == 422, "\(what)")
    #expect(reply.page.first(".problems")?.text.contains("abîmé") == true, "\(what)")
    #expect(try reply.page.form(with: "texte")["texte"] == "Mon texte.")
  }

  @Test func `that browsers cannot play is refused with what to send instead`() throws {
    let thread = try marc.ask("Le geste")
    let file = try film(["-c:v", "mpeg4"] + Self.h264.dropFirst(2), "mp4")
    let reply = try marc.send("Mon texte.", file, "", to: thread)
    #expect(reply.status == 422)
    #expect(reply.page.first(".problems")?.text.contains("H.264") == true)
  }
}
