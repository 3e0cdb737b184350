// Every column of every table is either in an exchange file, or made anew from it, or counted and named
// when a file is written. A test reads the schema, so that a new column is one of the three.

import SQLite

/// What the format has no place for.
enum LeftOutStore {
  /// Something that a file does not hold.
  struct Part {
    let what: String
    /// Where it stands: tables, or columns as `table.column`. None: rows of what is in the file.
    let places: [String]
    let sql: StaticString
  }

  /// What is there of it, and how much.
  static func counts(_ db: Reader) throws -> [(what: String, count: Int)] {
    try parts.map { ($0.what, try db.value($0.sql) ?? 0) }.filter { $0.1 > 0 }
  }

  static let parts =
    members + places + posts + help + moderation + mails + vocabularies + tutorials + resources
    + badges

  private static let members = [
    Part(
      what: "passwords", places: ["member.password"],
      sql: "SELECT count(*) FROM member WHERE password IS NOT NULL"),
    Part(what: "sessions", places: ["session"], sql: "SELECT count(*) FROM session"),
    Part(
      what: "codes for lost passwords", places: ["reset_code"],
      sql: "SELECT count(*) FROM reset_code"),
    Part(
      what: "invitations", places: ["invitation", "invitation_mail"],
      sql: "SELECT count(*) FROM invitation"),
    Part(
      what: "choices of reading comfort",
      places: ["member.text_size", "member.spacing", "member.typeface"],
      sql: """
        SELECT count(*) FROM member
         WHERE text_size <> 'normal' OR spacing <> 'normal' OR typeface <> 'usual'
        """),
    Part(
      what: "addresses of feeds made anew", places: ["member.feed_generation"],
      sql: "SELECT count(*) FROM member WHERE feed_generation > 1"),
    Part(
      what: "names that are being erased", places: ["name_erasure"],
      sql: "SELECT count(*) FROM name_erasure"),
    Part(
      what: "names behind posts without a name", places: ["mask"],
      sql: "SELECT count(*) FROM mask"),
  ]

  private static let places = [
    Part(
      what: "old addresses of spaces", places: ["space_old_slug"],
      sql: "SELECT count(*) FROM space_old_slug"),
    Part(
      what: "dates since when there are spaces, memberships and follows",
      places: ["space.created", "space_member.joined", "thread_follow.since"],
      sql: """
        SELECT (SELECT count(*) FROM space) + (SELECT count(*) FROM space_member)
             + (SELECT count(*) FROM thread_follow)
        """),
    Part(
      what: "classes, which stay as private spaces", places: ["class"],
      sql: "SELECT count(*) FROM class"),
    Part(
      what: "names in the rolls of classes", places: ["class_learner"],
      sql: "SELECT count(*) FROM class_learner"),
    Part(
      what: "accounts that teachers look after", places: ["class_account"],
      sql: "SELECT count(*) FROM class_account"),
    Part(
      what: "requests to enter a class", places: ["class_request"],
      sql: "SELECT count(*) FROM class_request"),
    Part(
      what: "people put out of a class", places: ["class_removal"],
      sql: "SELECT count(*) FROM class_removal"),
  ]

  private static let posts = [
    Part(what: "drafts", places: ["draft"], sql: "SELECT count(*) FROM draft"),
    Part(
      what: "forms kept for a log-in", places: ["kept_form"],
      sql: "SELECT count(*) FROM kept_form"),
    Part(
      what: "pictures, of which posts keep the address", places: ["file", "post_file"],
      sql: "SELECT count(*) FROM file WHERE kind = 'picture'"),
    Part(
      what: "videos, of which posts keep the address", places: ["video_text"],
      sql: "SELECT count(*) FROM file WHERE kind = 'video'"),
    Part(
      what: "documents, of which posts keep the address", places: [],
      sql: "SELECT count(*) FROM file WHERE kind = 'document'"),
    Part(
      what: "earlier versions of posts", places: ["post_version"],
      sql: "SELECT count(*) FROM post_version"),
    Part(
      what: "names of who removed a post", places: ["post.removed_by"],
      sql: "SELECT count(*) FROM post WHERE removed_by IS NOT NULL"),
    Part(
      what: "posts that were refused, or that begin a thread without a name",
      places: ["held_post.masked", "held_post.state", "held_post.reason", "held_post.words"],
      sql: """
        SELECT count(*) FROM held_post
         WHERE state = 'refused' OR state = 'waiting' AND thread IS NULL AND masked = 1
        """),
    Part(
      what: "traces of posts that were read before they were published",
      places: ["held_post.decided", "held_post.post"],
      sql: "SELECT count(*) FROM held_post WHERE state = 'published'"),
    Part(
      what: "followers of threads in which they write without a name",
      places: [],
      sql: """
        SELECT count(*) FROM thread_follow
          JOIN mask ON mask.thread = thread_follow.thread AND mask.member = thread_follow.member
        """),
    Part(
      what: "threads that joined others, with the way back",
      places: ["thread_merge", "merge_item", "merge_member"],
      sql: "SELECT count(*) FROM thread_merge"),
    Part(
      what: "reading marks", places: ["thread_reading"],
      sql: "SELECT count(*) FROM thread_reading"),
    Part(
      what: "searches that found nothing", places: ["search_miss"],
      sql: "SELECT count(*) FROM search_miss"),
    Part(
      what: "searches that members keep", places: ["saved_search"],
      sql: "SELECT count(*) FROM saved_search WHERE removed IS NULL"),
  ]

  private static let help = [
    Part(
      what: "states and owners of requests for help",
      places: ["help_request.state", "help_request.owner", "help_request.changed"],
      sql: """
        SELECT count(*) FROM help_request
         WHERE owner IS NOT NULL OR state IN ('taken', 'waiting', 'unresolved')
        """),
    Part(
      what: "notes on requests handed over", places: ["help_note"],
      sql: "SELECT count(*) FROM help_note"),
    Part(
      what: "people who help beside the référents", places: ["help_volunteer"],
      sql: "SELECT count(*) FROM help_volunteer"),
    Part(
      what: "follow-ups", places: ["help_follow_up"], sql: "SELECT count(*) FROM help_follow_up"),
    Part(what: "unmet needs", places: ["unmet_need"], sql: "SELECT count(*) FROM unmet_need"),
    Part(what: "ready answers", places: ["help_answer"], sql: "SELECT count(*) FROM help_answer"),
    Part(
      what: "delays of help desks", places: ["help_desk"], sql: "SELECT count(*) FROM help_desk"),
    Part(
      what: "school holidays", places: ["school_holiday"],
      sql: "SELECT count(*) FROM school_holiday"),
    Part(
      what: "changes of many requests at once, with the way back",
      places: ["help_batch", "help_batch_line"], sql: "SELECT count(*) FROM help_batch"),
  ]

  private static let moderation = [
    Part(what: "reports", places: ["report"], sql: "SELECT count(*) FROM report"),
    Part(
      what: "cases of moderation", places: ["moderation_case"],
      sql: "SELECT count(*) FROM moderation_case"),
    Part(
      what: "remarks on them", places: ["moderation_remark"],
      sql: "SELECT count(*) FROM moderation_remark"),
    Part(
      what: "messages about decisions", places: ["moderation_message"],
      sql: "SELECT count(*) FROM moderation_message"),
    Part(what: "silences", places: ["silence"], sql: "SELECT count(*) FROM silence"),
    Part(what: "lines of the journal", places: ["journal"], sql: "SELECT count(*) FROM journal"),
  ]

  private static let mails = [
    Part(
      what: "notifications", places: ["notification"], sql: "SELECT count(*) FROM notification"),
    Part(
      what: "choices of mails", places: ["mail_choice", "mail_any_time"],
      sql: """
        SELECT (SELECT count(*) FROM mail_choice) + (SELECT count(*) FROM mail_any_time)
        """),
    Part(
      what: "addresses that take no mail", places: ["mail_bounce"],
      sql: "SELECT count(*) FROM mail_bounce"),
    Part(
      what: "mails that wait or have left", places: ["mail_outbox"],
      sql: "SELECT count(*) FROM mail_outbox"),
  ]

  private static let vocabularies = [
    Part(
      what: "vocabularies, which have files of their own",
      places: [
        "concept_scheme", "concept_scheme_text", "concept", "concept_place", "concept_label",
        "concept_note", "concept_link", "concept_collection", "concept_collection_label",
        "concept_collection_member", "vocabulary_seed",
      ], sql: "SELECT count(*) FROM concept_scheme"),
    Part(
      what: "old addresses of tags", places: ["tag_redirect"],
      sql: "SELECT count(*) FROM tag_redirect"),
    Part(
      what: "vocabularies that wait for a confirmation", places: ["vocabulary_upload"],
      sql: "SELECT count(*) FROM vocabulary_upload"),
  ]

  private static let tutorials = [
    Part(
      what: "names of who asked for a signature", places: ["tutorial_author.asked_by"],
      sql: "SELECT count(*) FROM tutorial_author WHERE asked_by IS NOT NULL"),
    Part(
      what: "files shown in tutorials, of which they keep the address", places: ["tutorial_file"],
      sql: "SELECT count(DISTINCT file) FROM tutorial_file"),
    Part(
      what: "corrections that readers of tutorials suggest",
      places: ["suggestion", "suggestion_hunk"], sql: "SELECT count(*) FROM suggestion"),
    Part(
      what: "remarks on sections and passages of tutorials", places: ["remark"],
      sql: "SELECT count(*) FROM remark"),
    Part(
      what: "reviews of tutorials that gave no seal", places: ["review.state"],
      sql: "SELECT count(*) FROM review WHERE state <> 'accepted'"),
    Part(
      what: "answers and comments of reviews", places: ["review_point", "review_comment"],
      sql: """
        SELECT (SELECT count(*) FROM review_point) + (SELECT count(*) FROM review_comment)
        """),
    Part(
      what: "people named for the seal of the trade", places: ["trade_reviewer"],
      sql: "SELECT count(*) FROM trade_reviewer"),
    Part(
      what: "people who signed a tutorial, or what it was made from, once",
      places: ["tutorial_past_author", "tutorial_earlier_hand"],
      sql: """
        SELECT (SELECT count(*) FROM tutorial_past_author)
               + (SELECT count(*) FROM tutorial_earlier_hand)
        """),
  ]

  private static let resources = [
    Part(
      what: "cards of files and covers, which stay behind with the files",
      places: ["resource.file", "resource.cover"],
      sql: "SELECT count(*) FROM resource WHERE file IS NOT NULL OR cover IS NOT NULL"),
    Part(
      what: "reports about cards", places: ["resource_report"],
      sql: "SELECT count(*) FROM resource_report"),
    Part(
      what: "names of who removed tutorials, cards, reports of uses and collections",
      places: [
        "tutorial.removed_by", "resource.removed_by", "resource_use.removed_by",
        "resource_collection.removed_by",
      ],
      sql: """
        SELECT (SELECT count(*) FROM tutorial WHERE removed_by IS NOT NULL)
             + (SELECT count(*) FROM resource WHERE removed_by IS NOT NULL)
             + (SELECT count(*) FROM resource_use WHERE removed_by IS NOT NULL)
             + (SELECT count(*) FROM resource_collection WHERE removed_by IS NOT NULL)
        """),
    Part(
      what: "calls for contributions", places: ["contribution_call"],
      sql: "SELECT count(*) FROM contribution_call"),
  ]

  private static let badges = [
    Part(
      what: "kinds of badges",
      places: [
        "badge_issuer", "badge_class", "badge_version", "badge_alignment", "badge_key",
        "badge_base", "badge_picture",
      ],
      sql: "SELECT count(*) FROM badge_class"),
    Part(
      what: "badges that were given out",
      places: ["badge_award", "badge_evidence", "badge_identity", "badge_tombstone"],
      sql: "SELECT count(*) FROM badge_award"),
    Part(
      what: "requests for badges", places: ["badge_request"],
      sql: "SELECT count(*) FROM badge_request"),
    Part(
      what: "links to badges", places: ["badge_share", "badge_collection_share"],
      sql: """
        SELECT (SELECT count(*) FROM badge_share)
             + (SELECT count(*) FROM badge_collection_share)
        """),
    Part(
      what: "collections of badges", places: ["badge_collection", "badge_collection_item"],
      sql: "SELECT count(*) FROM badge_collection"),
    Part(
      what: "badges that members aim at", places: ["badge_follow"],
      sql: "SELECT count(*) FROM badge_follow"),
    Part(
      what: "rules that give badges, and to whom they gave",
      places: ["badge_rule", "badge_rule_gift"],
      sql: "SELECT count(*) FROM badge_rule"),
    Part(
      what: "what peers say for badges",
      places: ["badge_peer_rule", "badge_recognition", "badge_peer"],
      sql: "SELECT count(*) FROM badge_recognition"),
    Part(
      what: "reminders of badges that expire", places: ["badge_reminder"],
      sql: "SELECT count(*) FROM badge_reminder"),
    Part(
      what: "agreements that pupils show their badges",
      places: ["badge_agreement_rule", "badge_agreement"],
      sql: "SELECT count(*) FROM badge_agreement"),
    Part(
      what: "badges issued anew to an address", places: ["badge_address", "badge_reissue"],
      sql: "SELECT count(*) FROM badge_reissue"),
    Part(
      what: "badges that members brought from elsewhere", places: ["badge_imported"],
      sql: "SELECT count(*) FROM badge_imported"),
    Part(
      what: "words of those who vouch for badges", places: ["badge_endorsement"],
      sql: "SELECT count(*) FROM badge_endorsement"),
  ]

  /// What a file holds.
  static let held: Set = [
    "member.id", "member.login", "member.name", "member.email", "member.joined", "member.role",
    "member.about", "member.public_name", "member.language", "member.deleted", "member.suspended",
    "space.id", "space.slug", "space.name", "space.about", "space.subject", "space.level",
    "space.visibility", "space.holding", "space.first_posts", "space.closed",
    "space.allows_masks", "space.shows_moderation", "space_member.space", "space_member.member",
    "space_member.role", "tag", "thread.id", "thread.space", "thread.author", "thread.title",
    "thread.created", "thread.kind", "thread.state", "thread.pinned", "thread.accepted",
    "thread.removed", "thread_tag", "me_too", "thread_follow.member", "thread_follow.thread",
    "post.id", "post.thread", "post.number", "post.author", "post.parent", "post.created",
    "post.source", "post.edited", "post.removed", "thanks", "held_post.id", "held_post.space",
    "held_post.thread", "held_post.number", "held_post.answers", "held_post.author",
    "held_post.kind", "held_post.title", "held_post.tags", "held_post.source",
    "held_post.created", "held_post.submitted", "question_field", "question_answer.thread",
    "question_answer.field", "question_answer.value", "held_answer", "concept_tag",
    "space.needs_teaching_seal", "space.needs_trade_seal",
    "tutorial.id", "tutorial.space", "tutorial.created", "tutorial.shared", "tutorial.review",
    "tutorial.submitted", "tutorial.published", "tutorial.published_at", "tutorial.review_by",
    "tutorial.thread", "tutorial.removed", "tutorial_author.tutorial", "tutorial_author.member",
    "tutorial_author.position", "tutorial_author.agreed", "tutorial_tag",
    "tutorial_version.tutorial", "tutorial_version.number", "tutorial_version.author",
    "tutorial_version.title", "tutorial_version.summary", "tutorial_version.source",
    "tutorial_version.licence", "tutorial_version.language", "tutorial_version.fits",
    "tutorial_version.tags", "tutorial_version.message", "tutorial_version.created",
    "tutorial_version.published", "tutorial_origin", "tutorial_origin_author",
    "tutorial_passage.tutorial", "tutorial_passage.number", "tutorial_passage.post",
    "tutorial_passage.author", "tutorial_passage.source", "tutorial_passage.state",
    "review.tutorial", "review.version", "review.seal", "review.reviewer", "review.decided",
    "review.words",
    "resource.id", "resource.space", "resource.tutorial", "resource.url", "resource.title",
    "resource.description", "resource.authors", "resource.licence", "resource.language",
    "resource.added_by", "resource.created", "resource.changed", "resource.state",
    "resource.removed_for", "resource.minutes", "resource.connection", "resource.adaptation",
    "resource.trust", "resource.trust_by", "resource.trust_at", "resource.trust_words",
    "resource_tag", "resource_access",
    "resource_use.resource", "resource_use.member", "resource_use.speaks_as",
    "resource_use.level", "resource_use.track", "resource_use.modality", "resource_use.sought",
    "resource_use.happened", "resource_use.changed", "resource_use.again",
    "resource_use.created", "resource_use.edited", "resource_use.removed",
    "resource_use.removed_for",
    "resource_collection.id", "resource_collection.kind", "resource_collection.title",
    "resource_collection.words", "resource_collection.visibility", "resource_collection.owner",
    "resource_collection.created", "resource_collection.changed", "resource_collection.removed",
    "collection_editor.collection", "collection_editor.member", "collection_editor.agreed",
    "collection_item",
  ]

  /// What an import makes from the rest, or what is of use here alone.
  static let derived: Set = [
    "member.about_html", "member.about_policy", "space.thread_count", "space.member_count",
    "thread.slug", "thread.last_activity", "thread.post_count", "thread.last_number",
    "thread.me_too_count", "post.html", "post.policy", "post.thanks_count", "post.submission",
    "mention", "held_post.person", "held_post.version", "held_post.submission",
    "help_request.thread", "help_request.space", "help_request.asked", "help_request.removed",
    "question_answer.folded", "find_change", "tutorial_link", "tutorial_link_reading",
    "tutorial.title", "tutorial.slug", "tutorial.licence", "tutorial.draft", "tutorial.reminded",
    "tutorial.submission", "tutorial_version.html", "tutorial_version.policy",
    "tutorial_version.words", "tutorial_passage.html", "tutorial_passage.policy", "review.id",
    "review.reserved", "resource.url_key", "resource.slug", "resource.title_key",
    "resource.use_count", "resource.again_count", "resource.changes_count", "resource.evidence",
    "resource.submission", "resource_use.id", "resource_link", "resource_collection.slug",
    "collection_editor.asked",
    "search_document", "search_text", "search_word", "exchange_line",
    "reader",
  ]
}
