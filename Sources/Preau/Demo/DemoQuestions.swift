import SQLite

/// What the help desk of the demo asks of those who ask, and some answers.
enum DemoQuestions {
  private static let fields: [(NewQuestionField, answers: [String])] = [
    (
      NewQuestionField(
        label: "Votre équipement", help: "Ordinateur, tablette ou téléphone, et son système.",
        kind: .line, options: [], isRequired: true),
      ["Téléphone Android", "Ordinateur portable, Windows 11", "Tablette prêtée par le lycée"]
    ),
    (
      NewQuestionField(
        label: "Navigateur", help: "", kind: .choice,
        options: ["Firefox", "Chrome", "Safari", "Edge", "Je ne sais pas"], isRequired: false),
      ["Chrome", "Firefox", "Je ne sais pas"]
    ),
    (
      NewQuestionField(
        label: "Déjà essayé", help: "Ce que vous avez tenté, même sans succès.", kind: .text,
        options: [], isRequired: false),
      ["Redémarrer.\nVider le cache.", "", "Demander à un collègue."]
    ),
  ]

  /// Makes it, in the transaction that gives everybody a password.
  static func make(at now: Instant, _ db: Writer) throws {
    guard let space = try DemoStore.space("entraide-numerique", db) else { return }
    for field in fields { try QuestionFieldStore.add(field.0, to: space, db) }
    let known = try QuestionFieldStore.fields(of: space, db)
    for (index, thread) in try DemoStore.latestQuestions(of: space, 3, db).enumerated() {
      let answers = zip(known, fields).compactMap { field, asked -> NewAnswer? in
        let answer = index < asked.answers.count ? asked.answers[index] : ""
        return answer.isEmpty ? nil : NewAnswer(field: field.id, value: answer)
      }
      try QuestionAnswerStore.set(answers, of: thread, db)
      try QuestionAnswerStore.makeFindable(thread, db)
    }
  }
}
