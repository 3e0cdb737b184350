import TestSupport
import Testing

@Suite struct `Forms read from a page` {
  private let page = Page(
    """
    <!doctype html>
    <form action="/recherche"><input type="search" name="q" value="quiz"></form>
    <form id="composer" action="/fils?x=1" method="post">
      <input type="hidden" name="jeton" value="a&amp;b&quot;é&#x27;">
      <input name="titre" value="">
      <textarea name="texte">
    L&rsquo;été
     &lt;ici&gt;</textarea>
      <select name="espace"><option value="1">Accueil</option>
      <option value="2" selected>Inclusion</option></select>
      <input type="checkbox" name="suivre" value="oui" checked>
      <input type="checkbox" name="prevenir">
      <input type="radio" name="genre" value="question" checked>
      <input type="radio" name="genre" value="discussion">
      <select name="etiquettes" multiple><option>moodle</option><option>pdf</option></select>
      <input name="ferme" value="1" disabled>
      <button name="action" value="publier">Publier</button>
      <button formaction="/apercu">Aperçu</button>
    </form>
    <input name="dehors" value="2" form="composer">
    """)

  @Test func `fields hold what a browser would show`() throws {
    let form = try page.form(to: "/fils")
    #expect(form.method == "POST")
    #expect(form["jeton"] == "a&b\"é'")
    #expect(form["texte"] == "L’été\n <ici>")
    #expect(form["espace"] == "2")
    #expect(form["genre"] == "question")
    #expect(form["prevenir"] == nil)
    #expect(form["dehors"] == "2")
    #expect(form["ferme"] == nil)
    #expect(form.buttons.map(\.text) == ["Publier", "Aperçu"])
  }

  @Test func `changes are sent as a browser sends them`() throws {
    let server = try CannedServer([[response("200 OK")]])
    let visitor = HTTPClient(origin: server.origin)
    _ = try visitor.submit(
      page.form(with: "texte"),
      changing: [
        "titre": "Un été", "texte": "a\nb", "espace": "Accueil", "suivre": "",
        "genre": "discussion",
        "etiquettes": "pdf", "jeton": "j",
      ])
    let request = try #require(server.requests.first)
    #expect(request.hasPrefix("POST /fils?x=1 HTTP/1.1\r\n"))
    #expect(request.contains("\r\nOrigin: \(server.origin)\r\n"))
    #expect(
      request.hasSuffix(
        "\r\n\r\njeton=j&titre=Un+%C3%A9t%C3%A9&texte=a%0D%0Ab&espace=1&genre=discussion"
          + "&etiquettes=pdf&dehors=2&action=publier"))
  }

  @Test func `the button pressed says where the form goes`() throws {
    let server = try CannedServer([[response("200 OK")]])
    let visitor = HTTPClient(origin: server.origin)
    _ = try visitor.submit(page.form(button: "Aperçu"), pressing: "Aperçu")
    #expect(server.requests.first?.hasPrefix("POST /apercu HTTP/1.1\r\n") == true)
    #expect(server.requests.first?.contains("action=publier") == false)
  }

  @Test func `a search form is a GET with a query`() throws {
    let server = try CannedServer([[response("200 OK")]])
    let visitor = HTTPClient(origin: server.origin)
    _ = try visitor.submit(page.form(with: "q"), changing: ["q": "été"])
    #expect(server.requests.first?.hasPrefix("GET /recherche?q=%C3%A9t%C3%A9 HTTP/1.1\r\n") == true)
  }

  @Test(arguments: [("absent", "x"), ("espace", "9"), ("genre", "autre"), ("suivre", "non")])
  func `what a person could not do is refused`(name: String, value: String) throws {
    var form = try page.form(with: "texte")
    #expect(throws: FormError.self) { try form.set(name, to: value) }
  }

  @Test func `a file travels in parts`() throws {
    let upload = Page(
      """
      <form action="/f" method="post" enctype="multipart/form-data">
      <input name="t" value="é"><input type="file" name="f"></form>
      """)
    let server = try CannedServer([[response("200 OK")]])
    var form = try upload.form(to: "/f")
    try form.attach(Form.File(name: "a.txt", type: "text/plain", bytes: Array("abc".utf8)), to: "f")
    _ = try HTTPClient(origin: server.origin).submit(form)
    let request = try #require(server.requests.first)
    #expect(request.contains("name=\"t\"\r\n\r\né\r\n--"))
    #expect(
      request.contains("name=\"f\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\nabc\r\n"))
  }
}
