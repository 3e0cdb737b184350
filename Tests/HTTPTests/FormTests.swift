import HTTP
import Testing

@Suite struct `A form` {
  static func multipart(_ parts: String..., end: String = "--b--\r\n") throws -> Form {
    let body = parts.map { "--b\r\n\($0)\r\n" }.joined() + end
    return try Form(body: Array(body.utf8), type: "multipart/form-data; boundary=b")
  }

  static func field(_ name: String, _ value: String) -> String {
    "Content-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)"
  }

  @Test func `is read from an urlencoded body`() throws {
    let type = "Application/X-WWW-Form-Urlencoded; charset=UTF-8"
    let form = try Form(body: Array("texte=l%27%C3%A9l%C3%A8ve+a&tag=x&tag=y".utf8), type: type)
    #expect(form["texte"] == "l'élève a")
    #expect(form.all("tag") == ["x", "y"])
    #expect(form["autre"] == nil)
  }

  @Test func `is read from parts, files apart`() throws {
    let file =
      "Content-Disposition: form-data; name=\"f\"; filename=\"C:\\photos\\a;b %22c%22.png\"\r\n"
      + "Content-Type: image/png\r\n\r\n\u{0}\r\n--not\r\n"
    let form = try Self.multipart(Self.field("a", "un"), file, Self.field("a", "d\r\neux"))
    #expect(form.all("a") == ["un", "d\r\neux"])
    let received = try #require(form.file("f"))
    #expect(received.filename == "a;b \"c\".png")
    #expect(received.type == "image/png")
    #expect(received.bytes == Array("\u{0}\r\n--not\r\n".utf8))
    #expect(form["f"] == nil)
  }

  @Test(arguments: [
    ("plain.txt", "plain.txt"), ("../../etc/passwd", "passwd"), ("été.pdf", "été.pdf"), ("", ""),
    ("a/", ""), ("x\u{1}y.txt", "xy.txt"),
  ])
  func `never has a path for a file's name`(sent: String, read: String) throws {
    let head = "Content-Disposition: form-data; name=f; filename=\"\(sent)\"\r\n\r\nx"
    #expect(try Self.multipart(head).files.map(\.filename) == [read])
  }

  @Test func `may have an empty part, a preamble and an epilogue`() throws {
    let body = "hello\r\n--b  \r\n" + Self.field("a", "") + "\r\n--b--\r\ngoodbye"
    let form = try Form(body: Array(body.utf8), type: "multipart/form-data; boundary=\"b\"")
    #expect(form["a"] == "")
  }

  @Test func `has no NUL in its text`() throws {
    #expect(try Self.multipart(Self.field("a", "x\u{0}y"))["a"] == "x\u{FFFD}y")
  }

  @Test func `may be missing where nothing was sent`() throws {
    #expect(try Form(body: [], type: "").fields.pairs.isEmpty)
  }

  @Test(arguments: [
    "", "--b", "--b\r\n", "--c\r\n\r\n--c--", "--b\r\nno colon\r\n\r\nx\r\n--b--",
    "--b\r\n\r\nx\r\n--b--", "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--",
    "--b\r\nContent-Disposition: attachment; name=a\r\n\r\nx\r\n--b--",
    "--b\r\nContent-Disposition: form-data; name=a\r\n\r\nx", "--bx\r\n\r\n--b--",
    "--b\r\nContent-Disposition: form-data; name=a\r\n--b--",
  ])
  func `that breaks off or breaks the rules is refused`(body: String) {
    #expect(throws: FormProblem.malformed) {
      try Form(body: Array(body.utf8), type: "multipart/form-data; boundary=b")
    }
  }

  @Test(arguments: [
    "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\"",
  ])
  func `needs a boundary`(type: String) {
    #expect(throws: FormProblem.malformed) { try Form(body: Array("x".utf8), type: type) }
  }

  @Test func `of too long a boundary, head, or too many parts is refused`() {
    let long = String(repeating: "x", count: 5_000)
    #expect(throws: FormProblem.malformed) {
      try Form(body: [1], type: "multipart/form-data; boundary=" + long)
    }
    #expect(throws: FormProblem.malformed) { try Self.multipart(Self.field(long, "a")) }
    let many = (0..<201).map { "--b\r\n" + Self.field("f\($0)", "") + "\r\n" }.joined() + "--b--"
    #expect(throws: FormProblem.tooManyFields) {
      try Form(body: Array(many.utf8), type: "multipart/form-data; boundary=b")
    }
    #expect(throws: FormProblem.tooManyFields) {
      let pairs = String(repeating: "a&", count: 1_001)
      return try Form(body: Array(pairs.utf8), type: "application/x-www-form-urlencoded")
    }
  }

  @Test(arguments: ["text/plain", "application/json", ""])
  func `of another type is refused`(type: String) {
    #expect(throws: FormProblem.unsupportedType) { try Form(body: [1], type: type) }
  }

  @Test func `of megabytes that look like boundaries is read in one pass`() throws {
    let text = String(repeating: "\r\n--a", count: 400_000)
    #expect(try Self.multipart(Self.field("a", text))["a"]?.utf8.count == text.utf8.count)
  }
}
