import HTML

/// The form for a new thread, as it is shown and shown again.
struct ThreadForm {
  var draft: ThreadDraft
  /// Where the member may write.
  var spaces: [Space]
  /// The names of those where one may write without a name.
  var maskSpaces: [String] = []
  var picture = FileField()
  var problems: [ThreadDraft.Problem] = []
  var refusal: PostingRefusal?
  var preview: SanitizedHTML?
  var showsPreview = false
  /// What may answer already: shown once before it is published.
  var similar = SimilarToDraft()
  /// What the chosen space asks.
  var fields: [QuestionField] = []
  /// Whether spaces may ask something that is not shown yet.
  var mayAskMore = false
  /// Whether the space asks something that the form did not show when it was sent.
  var asksNow = false
  /// When the draft that fills the form was kept.
  var restored: Instant?
  /// False when there were too many drafts to keep this one.
  var isKept = true

  var hasProblems: Bool { !problems.isEmpty || refusal != nil || picture.problem != nil }
}

/// What resembles a thread that is being written.
struct SimilarToDraft {
  var threads: [ThreadLine] = []
  var tutorials: [AnsweringTutorial] = []

  var isEmpty: Bool { threads.isEmpty && tutorials.isEmpty }
}

/// The form for an edit.
struct EditForm {
  var view: ThreadView
  var place: PostPlace
  var title: String
  var tags: String
  var body: String
  /// How often the post had been edited when the text was taken up.
  var version: Int
  /// Whether somebody edited it since: both texts are then shown.
  var isStale = false
  var picture = FileField()
  var problems: [ThreadDraft.Problem] = []
  var refusal: PostingRefusal?
  var preview: SanitizedHTML?
  var showsPreview = false
  var restored: Instant?
  /// What the question has answered, or could.
  var fields: [QuestionField] = []
  var answers = TypedAnswers()
  /// False when there were too many drafts to keep this one.
  var isKept = true

  var hasProblems: Bool {
    !problems.isEmpty || refusal != nil || picture.problem != nil || isStale
  }
  /// With its first post, the title and the tags of a thread are edited.
  var hasTitle: Bool { place.post.number == 1 }
}
