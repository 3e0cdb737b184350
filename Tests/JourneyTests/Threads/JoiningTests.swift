import TestSupport
import Testing

@Suite struct `Two threads with one question` {
  @Test func `are joined after a page that says who will read, and parted again`() throws {
    let community = try Community()
    let referent = try community.referent("yann", of: .open)
    let (lea, tom) = (try community.newcomer("lea"), try community.newcomer("tom"))
    let stays = try lea.ask("La projection saute")
    let goes = try tom.ask("Écran noir au vidéoprojecteur")
    try lea.reply("Chez moi aussi.", to: goes)

    let way = try referent.web.open(link: "Réunir avec un autre fil…", on: referent.web.get(goes))
    #expect(way.page.problems == [])
    let asked = try referent.web.submit(
      way.page.form(with: "avec"), changing: ["avec": stays], pressing: "Continuer")
    #expect(asked.status == 200)
    #expect(asked.page.problems == [])
    #expect(asked.page.text.contains("2 messages de"))
    #expect(asked.page.text.contains("Ils seront lus dans"))
    let done = try referent.web.submit(
      asked.page.form(with: "mot"), changing: ["mot": "C’est la même panne."])
    #expect(done.status == 303)

    let old = try tom.web.get(goes)
    #expect(old.status == 302 && old.location?.hasPrefix(stays) == true)
    let thread = try tom.web.get(stays).page
    #expect(thread.text.contains("réuni avec celui-ci"))
    #expect(thread.text.contains("Chez moi aussi."))
    #expect(thread.problems == [])
    let told = try tom.web.get("/notifications").page.text
    #expect(told.contains("C’est la même panne."))

    try referent.press("Séparer", on: stays)
    #expect(try tom.web.get(goes).status == 200)
    #expect(try !tom.web.get(stays).page.text.contains("Chez moi aussi."))
  }
}
