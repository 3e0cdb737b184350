import HTML
import HTTP

/// What the site shows of films.
enum VideoPages {
  /// Below a body that leads to films: nothing of them is loaded until somebody wants to see one.
  static func players(
    _ videos: [ShownVideo], linksToTexts: Bool = true, _ say: FileStrings, _ visit: Visit,
    _ page: inout Page
  ) {
    for video in videos {
      page.element("figure", [.class("film")]) { page in
        page.open(
          "video",
          [
            .flag("controls", true), .named("preload", literally: "none"),
            .src("/fichiers/\(video.key)"),
          ])
        if video.hasCaptions {
          page.open(
            "track",
            [
              .named("kind", literally: "captions"), .src("/fichiers/\(video.key)/sous-titres"),
              .named("srclang", visit.say.language.rawValue), .named("label", say.captions),
              .flag("default", true),
            ])
        }
        page.literal("</video>")
        if !linksToTexts { return }
        page.element("figcaption", []) { page in
          page.a(.href("/fichiers/\(video.key)/textes")) { $0.text(say.videoTexts) }
        }
      }
    }
  }

  /// What stands beside a film, and the form for whom it belongs to.
  static func texts(
    _ key: String, _ text: VideoText, problem: VideoText.Problem? = nil, isMine: Bool,
    _ visit: Visit
  ) -> Response {
    let say = visit.say.files
    var frame = PageFrame(title: say.videoTexts, menu: .threads)
    if problem != nil {
      frame.status = 422
      frame.hasProblems = true
    }
    return visit.page(frame) { page in
      page.head(say.videoTexts, say.videoTextsAdvice)
      page.section(.class("card stack")) { page in
        players(
          [ShownVideo(post: Post.ID(0), key: key, hasCaptions: !text.captions.isEmpty)],
          linksToTexts: false, say, visit,
          &page)
        page.h2 { $0.text(say.transcript) }
        if text.transcript.isEmpty { page.p { $0.text(say.noTranscript) } }
        for line in text.transcript.split(whereSeparator: \.isNewline) {
          page.p { $0.text(String(line)) }
        }
      }
      if isMine { form(key, text, problem, visit, &page) }
    }
  }

  private static func form(
    _ key: String, _ text: VideoText, _ problem: VideoText.Problem?, _ visit: Visit,
    _ page: inout Page
  ) {
    let say = visit.say.files
    let captionsProblem = problem == .noCaptions ? say.noCaptions : ""
    let transcriptProblem = problem == .tooLong ? say.tooLong : ""
    page.problems(
      [
        (field: "sous-titres" as StaticString, text: captionsProblem),
        ("transcription", transcriptProblem),
      ]
      .filter { !$0.text.isEmpty }, visit.say.site)
    page.form("/fichiers/\(key)/textes", visit, .class("card stack")) { page in
      page.textArea(
        Field(
          name: "transcription", label: say.transcript, hint: say.transcriptHint,
          problem: transcriptProblem), value: text.transcript, rows: 8, visit.say.site)
      page.textArea(
        Field(
          name: "sous-titres", label: say.captions, hint: say.captionsHint, problem: captionsProblem
        ),
        value: text.captions, rows: 8, visit.say.site)
      page.p(.class("actions")) { page in
        page.button(.class("button button--main")) { $0.text(say.keepTexts) }
      }
    }
  }
}
