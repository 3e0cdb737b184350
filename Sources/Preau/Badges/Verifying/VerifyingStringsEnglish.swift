import Credentials

extension VerifyingStrings {
  static let english = VerifyingStrings(
    title: "Verify a badge",
    advice:
      "Is somebody showing you a digital badge? Check here that it was given by the organisation "
      + "that it names, that nothing in it was changed, and that it is still valid. No account is "
      + "needed.",
    privacy: "Nothing that you send is kept.",
    file: "File of the badge",
    fileHint: "A PNG or SVG picture with a badge in it, or a JSON or JWT file.",
    text: "Or its address, or its content",
    textHint: "Paste the address of the badge (https://…) or the text of its file.",
    recipient: "E-mail address of the person",
    recipientHint: "To find out whether the badge was given to that person.",
    verify: "Verify",
    another: "Verify another badge",
    problem: { problem in
      switch problem {
      case .nothing: "Choose a file, or paste the address or the content of a badge."
      case .fileTooLong: "This file is too large for a badge: at most 16\u{00A0}MB."
      case .fileUnreadable: "This file could not be read. Send it again."
      case .recipientTooLong: "This e-mail address is too long."
      }
    },
    wait: { seconds in
      "Many badges have just been verified from your connection. Try again in "
        + (seconds < 2 ? "a second." : "\(seconds) seconds.")
    },
    verdict: { state in
      switch state {
      case .valid:
        Words(
          title: "This badge is valid",
          advice:
            "It comes from the issuer that it names, known to this site, and nothing in it was "
            + "changed.")
      case .expired:
        Words(
          title: "This badge has expired",
          advice: "It is genuine, but the date until which it was valid has passed.")
      case .revoked:
        Words(
          title: "This badge was revoked",
          advice: "Whoever gave it has taken it back since: it is worth nothing any more.")
      case .notYetValid:
        Words(
          title: "This badge is not valid yet",
          advice: "It is genuine, but valid only from a date to come.")
      case .wrongRecipient:
        Words(
          title: "This badge is somebody else’s",
          advice: "It is genuine, but was not given to the address that you have named.")
      case .invalid:
        Words(
          title: "This badge is not valid",
          advice:
            "It was changed, does not come from the issuer that it names, or is no badge. The step "
            + "that failed is explained below.")
      case .couldNotCheck:
        Words(
          title: "This badge could not be verified",
          advice:
            "An answer that is needed is missing: nobody knows whether it is valid. You can try "
            + "again later.")
      }
    },
    signedByUnknown: Words(
      title: "Signature valid, issuer unknown to this site",
      advice:
        "The badge does come from the address that it names, and nothing in it was changed. This "
        + "site does not know who is behind that address: whether you trust it is for you to judge."
    ),
    hostedByUnknown: Words(
      title: "Badge confirmed by its address, issuer unknown to this site",
      advice:
        "The address that the badge names answers that it did give it. This site does not know who "
        + "is behind that address: whether you trust it is for you to judge."),
    says: "What the badge says",
    claims: "What the badge says of itself, not verified",
    issuer: "Given by",
    issued: "Given on",
    expires: "Valid until",
    forEver: "Without limit",
    criteria: "What had to be done",
    narrative: "What the person did",
    evidence: "Evidence",
    tags: "Keywords",
    alignments: "Corresponds to",
    endorsements: "Who endorses it",
    endorsed: { state in
      switch state {
      case .valid: "endorsement verified"
      case .couldNotCheck: "endorsement that could not be verified"
      case .expired: "endorsement that has expired"
      case .revoked: "endorsement taken back"
      default: "endorsement that is not valid"
      }
    },
    form: { form in
      switch form {
      case .ob2Hosted: "Open Badges 2.0, hosted"
      case .ob2Signed: "Open Badges 2.0, signed"
      case .ob3JWT: "Open Badges 3.0, signed (JWT)"
      case .ob3Proof: "Open Badges 3.0, proof inside"
      }
    },
    formLabel: "Format",
    steps: "The verification, step by step",
    step: { kind in
      switch kind {
      case .found: "Find the badge"
      case .form: "Read what it says"
      case .original: "Compare it with its address"
      case .issuer: "Look for the issuer"
      case .key: "Find the issuer’s key"
      case .signature: "Check the signature"
      case .dates: "Look at the dates"
      case .status: "Ask whether it was taken back"
      case .recipient: "Compare the person"
      case .endorsement: "Read an endorsement"
      }
    },
    outcome: { outcome in
      switch outcome {
      case .passed: "Passed"
      case .noted: "Note"
      case .failed: "Failed"
      case .unknown: "Unknown"
      }
    },
    passed: { kind in
      switch kind {
      case .found: "There is a badge in what was given."
      case .form: "It says all that a badge must say."
      case .original: "Its own address answers the same."
      case .issuer: "The issuer is known to this site."
      case .key: "The issuer itself names the key that signed it."
      case .signature: "The signature is right: nothing was changed since."
      case .dates: "It is valid today."
      case .status: "Its issuer has not taken it back."
      case .recipient: "It was given to the address that was named."
      case .endorsement: "It is genuine."
      }
    },
    reason: { VerifyingReasonStringsEnglish.say($0) },
    source: "The badge as it was read")
}
