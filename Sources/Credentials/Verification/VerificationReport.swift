/// What a verification has found.
public struct VerificationReport: Sendable {
  /// The answer in one word.
  public enum State: String, Sendable, CaseIterable {
    case valid
    case expired
    case revoked
    case notYetValid
    /// Everything else is right, but it is not for who was asked about.
    case wrongRecipient
    /// It was changed, was never signed by who it names, or is no badge.
    case invalid
    /// Something that had to be asked elsewhere did not answer: nothing is known.
    case couldNotCheck
  }

  /// The answer.
  public var state: State
  /// What was verified; nil when that did not become clear.
  public var form: BadgeForm?
  /// What was done, in order. The last one may have ended it.
  public var steps: [VerificationStep]
  /// What the badge says; nil when it could not be read. It means something only when ``state`` is
  /// neither ``State/invalid`` nor ``State/couldNotCheck``.
  public var award: ReadAward?
  /// Who vouches for it.
  public var endorsements: [ReadEndorsement]
  /// Whether the caller vouches for the issuer. When not, a right signature only says that the badge
  /// comes from the address that it names.
  public var isIssuerKnown: Bool
  /// The badge as it was found: JSON, or a JWS.
  public var text: String?
}

/// The four ways in which an award is written.
public enum BadgeForm: String, Sendable, CaseIterable {
  /// Open Badges 2.0, hosted.
  case ob2Hosted
  /// Open Badges 2.0, signed.
  case ob2Signed
  /// Open Badges 3.0 as a JWT.
  case ob3JWT
  /// Open Badges 3.0 with a proof inside.
  case ob3Proof
}

/// One thing that was looked at.
public struct VerificationStep: Sendable, Equatable {
  /// What was looked at, in the order in which it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// A badge was found in what was given.
    case found
    /// It says all that a badge must say.
    case form
    /// Its own address answers the same.
    case original
    /// Who is said to have issued it exists.
    case issuer
    /// The key that signed it is that issuer's.
    case key
    /// The signature is that key's, over every word.
    case signature
    /// It is valid now.
    case dates
    /// Its issuer has not taken it back.
    case status
    /// It is for who was asked about.
    case recipient
    /// Somebody else vouches for it.
    case endorsement
  }

  /// How it was.
  public enum Outcome: Sendable, Equatable {
    /// As it must be.
    case passed
    /// As it must be, and there is something to say about it.
    case noted(VerificationReason)
    /// Not as it must be.
    case failed(VerificationReason)
    /// Nothing is known.
    case unknown(VerificationReason)
  }

  /// What was looked at.
  public var kind: Kind
  /// How it was.
  public var outcome: Outcome
}

/// What an award says of itself, for display.
public struct ReadAward: Sendable, Equatable {
  /// Of the award.
  public var id: String
  /// What it is called.
  public var name: String
  /// A few sentences of plain text.
  public var description: String?
  /// What one does to earn it.
  public var criteria: Criteria?
  /// An address, also `data:`.
  public var image: BadgeImage?
  /// Its profile or controller document.
  public var issuerID: String
  /// As the issuer writes it.
  public var issuerName: String?
  /// Its home page.
  public var issuerAddress: String?
  /// The id of the class or achievement.
  public var achievement: String?
  /// When it was given.
  public var issuedOn: Timestamp?
  /// Until when it is valid; nil for ever.
  public var expires: Timestamp?
  /// About what this person did.
  public var narrative: String?
  /// What shows it.
  public var evidence: [Evidence] = []
  /// Words to find it by.
  public var tags: [String] = []
  /// What it corresponds to elsewhere.
  public var alignments: [Alignment] = []
}

/// What somebody says who vouches for an award.
public struct ReadEndorsement: Sendable, Equatable {
  /// Whether that is right.
  public var state: VerificationReport.State
  /// Its profile or controller document.
  public var issuerID: String
  /// As the issuer writes it.
  public var issuerName: String?
  /// In Markdown.
  public var comment: String?
}
