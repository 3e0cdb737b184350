/// What one member said of a post.
struct Report: Sendable {
  let id: Int64
  /// Known to those who look after the space, never to the author of the post.
  let reporter: Author
  /// One of the reasons that the form offers, as it is stored.
  let reason: String
  let comment: String
  let created: Instant
}
