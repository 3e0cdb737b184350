import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct `Posts that are read before they are published` {
  @Test func `wait, are seen by those few, and appear where they were written`() throws {
    let community = try Community()
    let referent = try community.referent("yann", of: .open)
    let (lea, tom) = (try community.newcomer("lea"), try community.newcomer("tom"))
    let thread = try tom.ask("Un fil ouvert")
    let choice = try referent.web.get("/espaces/accueil/relecture").page
    let chosen = try referent.web.submit(
      choice.form(to: "/espaces/accueil/relecture"), changing: ["relecture": "everything"])
    #expect(chosen.status == 303)

    let question = try lea.ask("Une question timide")
    let answer = try lea.reply("Une réponse timide.", to: thread)
    #expect(answer.contains("#attente-"))
    #expect(try lea.web.get(question).page.text.contains("En attente de relecture"))
    #expect(try lea.web.get(thread).page.text.contains("Une réponse timide."))
    #expect(try tom.web.get(question).status == 404)
    for page in ["/", "/fils", "/espaces/accueil", "/espaces/accueil/atom", thread] {
      #expect(try !tom.web.get(page).page.text.contains("timide"), "\(page)")
    }

    let home = try referent.web.get("/mon-preau").page.text
    #expect(home.contains("Messages à relire\u{00A0}: 2 attendent"))
    try referent.press("Publier", on: "/signalements")
    try referent.press("Publier", on: "/signalements")
    #expect(try tom.web.get(thread).page.text.contains("Une réponse timide."))
    #expect(try tom.web.get("/fils").page.text.contains("Une question timide"))
    #expect(try lea.web.get(question).status == 302 || lea.web.get(question).status == 303)
    #expect(try lea.web.get("/notifications").page.text.contains("Votre message est publié"))
  }

  @Test func `come back with a reason, and keep every word of a changed text`() throws {
    let community = try Community()
    let referent = try community.referent("yann", of: .open)
    let lea = try community.newcomer("lea")
    let choice = try referent.web.get("/espaces/accueil/relecture").page
    _ = try referent.web.submit(
      choice.form(to: "/espaces/accueil/relecture"), changing: ["relecture": "questions"])
    let question = try lea.ask("Une question vive")
    let reading = try referent.web.get(question).page
    let refused = try referent.web.submit(
      reading.form(to: "\(question)/refus"), changing: ["motif": "hurtful", "mot": "Doucement."])
    #expect(refused.status == 303)
    let told = try lea.web.get(question).page.text
    #expect(told.contains("Doucement.") && told.contains("Le texte de la question."))
    let way = try lea.web.open(link: "Modifier", on: lea.web.get(question))
    let form = try way.page.form(to: "\(question)/modifier")
    let empty = try lea.web.submit(
      form, changing: ["titre": "", "texte": "Un texte plus doux."], pressing: "publier")
    #expect(empty.status == 422)
    #expect(empty.page.text.contains("Un texte plus doux."))
    let again = try lea.web.submit(
      empty.page.form(to: "\(question)/modifier"), changing: ["titre": "Une question douce"],
      pressing: "publier")
    #expect(again.status == 303)
    try referent.press("Publier", on: question)
    #expect(try lea.web.get("/fils").page.text.contains("Une question douce"))
  }
}
