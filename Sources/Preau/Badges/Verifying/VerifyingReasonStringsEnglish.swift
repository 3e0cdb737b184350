import Credentials
import JSONText
import LinkedData

/// Why a step did not simply pass, in English. What the badge itself says stands between “ and ”.
enum VerifyingReasonStringsEnglish {
  static func say(_ reason: VerificationReason) -> String {
    switch reason {
    case .inputUnknown: return "It is neither a picture, nor JSON, nor a JWT, nor an address."
    case .tooLong(let most): return "It is too long: at most \(size(most))."
    case .picture(let problem): return say(problem)
    case .json(let error): return say(error)
    case .token(let problem): return say(problem)
    case .notBadge(let type):
      return type.isEmpty
        ? "It is no badge: nothing says what it is."
        : "It is no badge, but something else: \(quoted(type))."
    case .memberMissing(let name):
      return "Something that every badge must say is missing: "
        + "\(quoted(name))."
    case .memberWrong(let name): return "This cannot be understood: \(quoted(name))."
    case .contextWrong: return "It does not use the vocabulary of badges (“@context”)."
    case .spelledOut(let name):
      return "A name is written in a way that readers can miss: \(quoted(name))."
    case .describedTwice:
      return "A part of the badge speaks of the whole badge once more: nobody knows what to "
        + "believe."
    case .claimDiffers(let name):
      return "The envelope of the badge and its content differ about \(quoted(name))."
    case .address(let address, .malformed):
      return "This is no address that could be asked: \(quoted(address))."
    case .address(let address, .notSecure):
      return "Only an https address says who answers: \(quoted(address)) is none."
    case .fetch(let address, let problem): return say(problem, address)
    case .insecure(let address):
      return "What \(quoted(address)) answered was not protected on its way."
    case .keyNotListed(let key, let issuer):
      return "The key \(quoted(key)) is at the issuer’s, but \(quoted(issuer)) does not name it."
    case .tooManyFetches(let most):
      return "It points at more than \(most) addresses: the verification ends there."
    case .otherDocument(let id):
      return "The address \(quoted(id)) answers something else than "
        + "it should."
    case .key(let problem): return say(problem)
    case .proof(let problem): return say(problem)
    case .keyNotNamed: return "The badge does not say with which key it was signed."
    case .keyNotOfIssuer(let key, let issuer):
      return "The issuer \(quoted(issuer)) does not say that the key \(quoted(key)) is its own."
    case .issuerWithoutKeys(let issuer): return "The issuer \(quoted(issuer)) publishes no key."
    case .keyRevoked(let key): return "The issuer has given up this key: \(quoted(key))."
    case .methodUnknown(let id):
      return "Nobody knows where to look for the key of an issuer of this name: \(quoted(id))."
    case .keyVouched: return "This site vouches for that key."
    case .issuerUnknown(let id):
      return "The issuer exists at \(quoted(id)), but is not known to this site."
    case .originalDiffers(let name):
      return "Its own address says something else: \(quoted(name)) is not the same there."
    case .outsideScope(let id):
      return "The issuer does not say that badges at this address are its own: \(quoted(id))."
    case .expired(let end): return "It was valid until \(day(end)) only."
    case .notBefore(let start): return "It will be valid from \(day(start)) on."
    case .revoked(let words):
      return words.map { "The issuer has revoked it: \(quoted($0))." }
        ?? "The issuer has revoked it, without saying why."
    case .suspended: return "The issuer has suspended it."
    case .statusUnknown(let type):
      return "We do not know how to ask whether it was taken back in this way: \(quoted(type))."
    case .listWrong(let name):
      return "The list of badges that were taken back is not as it should be: \(quoted(name))."
    case .statusNotNamed: return "There is no way to take it back: it can only expire."
    case .recipientDiffers: return "It was given to somebody else."
    case .recipientNotNamed:
      return "It does not say to whom it was given in a way that can be compared."
    case .endorsementsLeftOut(let count):
      return count < 2
        ? "One more endorsement was not looked at."
        : "\(count) more endorsements were not "
          + "looked at."
    case .endorsement(let state): return VerifyingStrings.english.endorsed(state) + "."
    }
  }

  private static func quoted(_ text: String) -> String { "“\(text)”" }

  private static func day(_ moment: Timestamp) -> String {
    DateStrings.english.day(Instant(seconds: moment.seconds))
  }

  private static func size(_ bytes: Int) -> String { "\(bytes >> 20)\u{00A0}MB" }

  private static func say(_ problem: BakingProblem) -> String {
    switch problem {
    case .formatUnknown: "It is neither a PNG nor an SVG picture."
    case .tooLong: "The picture is too large: at most \(size(Baking.mostBytes))."
    case .cut: "The picture is cut: its end is missing."
    case .damaged: "The picture is damaged: it was changed, or badly transmitted."
    case .nothingBaked:
      "There is no badge in the picture. Some telephones take it out when they save one: ask for "
        + "the file or the link."
    case .bakedTwice:
      "There are two badges of one kind in the picture: nobody knows which to "
        + "believe."
    case .textTooLong: "The badge in the picture is too long."
    case .textDamaged: "The text of the badge in the picture cannot be read."
    case .entity: "The SVG picture counts on entities, which are not read here."
    case .active: "There is a program in the SVG picture: it is not read."
    case .encodingUnknown: "The SVG picture is not written in UTF-8."
    }
  }

  private static func say(_ error: JSONError) -> String {
    switch error.what {
    case .tooLong: "The JSON text is too long."
    case .tooDeep: "The JSON text is nested too deeply."
    case .tooManyValues: "There are too many values in the JSON text."
    case .syntax: "It is no well-written JSON (byte \(error.offset))."
    case .notUnicode, .loneSurrogate:
      "There are characters in the JSON text that cannot be read (byte \(error.offset))."
    case .duplicateName(let name):
      "The JSON text gives \(quoted(String(name.prefix(100)))) twice in one object."
    }
  }

  private static func say(_ problem: CompactJWS.Problem) -> String {
    switch problem {
    case .damaged: "The signed text is damaged."
    case .tooLong, .headerTooLong: "The signed text is too long."
    case .algorithmRefused(let name):
      "The way of signing \(quoted(name)) proves nothing: it is refused."
    case .algorithmNotOfKey(let name, _): "The way of signing \(quoted(name)) is not that key’s."
    case .demandUnknown: "The signed text demands an extension that is not known here."
    case .signatureWrong: "The signature is wrong: the badge was changed, or signed by another."
    }
  }

  private static func say(_ problem: FetchProblem, _ address: String) -> String {
    let place = quoted(address)
    switch problem {
    case .failed(let code):
      return switch BadgeAsking.Failure(rawValue: code) {
      case .notPublic: "The address \(place) is not on the public internet: it is not asked."
      case .noSuchHost: "The address \(place) does not exist."
      case .tooSlow: "The address \(place) did not answer in time."
      case .tooManyRedirects: "The address \(place) leads to others without end."
      case .addressInvalid, .unreachable, nil: "The address \(place) could not be reached."
      }
    case .status(let status): return "The address \(place) answers with the error \(status)."
    case .tooLong(let most): return "The address \(place) answers more than \(size(most))."
    case .json(let error): return "The address \(place) answers badly. " + say(error)
    case .notDocument: return "The address \(place) does not answer the document that it should."
    }
  }

  private static func say(_ problem: KeyProblem) -> String {
    switch problem {
    case .unknownKind: "The key is of a kind that is not known here."
    case .damaged: "The key is damaged."
    case .sizeRefused: "The key is too short to be trusted, or far too long."
    case .privatePartPublished:
      "The issuer has published its secret key: anybody can sign in its place."
    }
  }

  private static func say(_ problem: DataIntegrity.Problem) -> String {
    switch problem {
    case .missing: "The badge carries no signature."
    case .suiteUnknown(let name):
      "The way of signing \(quoted(String(name.prefix(100)))) is not known here."
    case .purposeWrong: "The signature is not made for asserting something."
    case .memberWrong(let name):
      "Something in the signature cannot be understood: \(quoted(String(name.prefix(100))))."
    case .proofExpired: "The signature itself was made for a limited time, which is over."
    case .graph(let error): say(error)
    case .signatureWrong: "The signature is wrong: the badge was changed, or signed by another."
    }
  }

  private static func say(_ error: LinkedDataError) -> String {
    switch error {
    case .unknownContext(let name):
      "It uses a vocabulary that is not known here: \(quoted(String(name.prefix(200))))."
    case .undefinedTerm(let name), .undefinedType(let name):
      "No vocabulary defines this word, so that the signature does not cover it: "
        + "\(quoted(String(name.prefix(200))))."
    case .relativeIdentifier(let name), .malformedIdentifier(let name):
      "This identifier is not complete: \(quoted(String(name.prefix(200))))."
    case .tooDeep, .tooLarge, .tooMuchWork:
      "The badge is so entangled that verifying it would take too long: it is refused."
    default: "The badge is written in a way that cannot be verified here."
    }
  }
}
