import Credentials
import JSONText
import LinkedData

/// Why a step did not simply pass, in French. What the badge itself says stands in quotation marks.
enum VerifyingReasonStrings {
  static func say(_ reason: VerificationReason) -> String {
    switch reason {
    case .inputUnknown:
      return "Ce n’est ni une image, ni du JSON, ni un JWT, ni une adresse."
    case .tooLong(let most): return "C’est trop long\u{00A0}: \(size(most)) au plus."
    case .picture(let problem): return say(problem)
    case .json(let error): return say(error)
    case .token(let problem): return say(problem)
    case .notBadge(let type):
      return type.isEmpty
        ? "Ce n’est pas un badge\u{00A0}: rien ne dit ce que c’est."
        : "Ce n’est pas un badge, mais autre chose\u{00A0}: \(quoted(type))."
    case .memberMissing(let name):
      return "Il manque une indication que tout badge doit porter\u{00A0}: \(quoted(name))."
    case .memberWrong(let name):
      return "Cette indication ne se comprend pas\u{00A0}: "
        + "\(quoted(name))."
    case .contextWrong:
      return "Il n’emploie pas le vocabulaire des badges "
        + "(«\u{00A0}@context\u{00A0}»)."
    case .spelledOut(let name):
      return "Un nom y est écrit d’une façon que des lecteurs peuvent manquer\u{00A0}: "
        + "\(quoted(name))."
    case .describedTwice:
      return "Une partie du badge parle de nouveau du badge entier\u{00A0}: on ne sait que croire."
    case .claimDiffers(let name):
      return "L’enveloppe du badge et son contenu se contredisent sur \(quoted(name))."
    case .address(let address, .malformed):
      return "Ce n’est pas une adresse que l’on puisse interroger\u{00A0}: \(quoted(address))."
    case .address(let address, .notSecure):
      return "Seule une adresse https dit qui répond\u{00A0}: \(quoted(address)) n’en est pas une."
    case .fetch(let address, let problem): return say(problem, address)
    case .insecure(let address):
      return "La réponse de \(quoted(address)) n’a pas été protégée en chemin."
    case .keyNotListed(let key, let issuer):
      return "La clé \(quoted(key)) est chez l’émetteur, mais \(quoted(issuer)) ne la cite pas."
    case .tooManyFetches(let most):
      return "Il renvoie à plus de \(most) adresses\u{00A0}: la vérification s’arrête là."
    case .otherDocument(let id):
      return "L’adresse \(quoted(id)) répond autre chose que ce "
        + "qu’elle devrait."
    case .key(let problem): return say(problem)
    case .proof(let problem): return say(problem)
    case .keyNotNamed: return "Le badge ne dit pas avec quelle clé il est signé."
    case .keyNotOfIssuer(let key, let issuer):
      return "L’émetteur \(quoted(issuer)) ne dit pas que la clé \(quoted(key)) est la sienne."
    case .issuerWithoutKeys(let issuer): return "L’émetteur \(quoted(issuer)) ne publie aucune clé."
    case .keyRevoked(let key): return "L’émetteur a abandonné cette clé\u{00A0}: \(quoted(key))."
    case .methodUnknown(let id):
      return "On ne sait pas où chercher la clé d’un émetteur ainsi nommé\u{00A0}: \(quoted(id))."
    case .keyVouched: return "Ce site répond de cette clé."
    case .issuerUnknown(let id):
      return "L’émetteur existe à l’adresse \(quoted(id)), mais n’est pas connu de ce site."
    case .originalDiffers(let name):
      return "Son adresse d’origine dit autre chose\u{00A0}: \(quoted(name)) n’y est pas le même."
    case .outsideScope(let id):
      return "L’émetteur ne dit pas que les badges de cette adresse sont les siens\u{00A0}: "
        + "\(quoted(id))."
    case .expired(let end): return "Il n’était valable que jusqu’au \(day(end))."
    case .notBefore(let start): return "Il ne vaudra qu’à partir du \(day(start))."
    case .revoked(let words):
      return words.map { "L’émetteur l’a révoqué\u{00A0}: \(quoted($0))." }
        ?? "L’émetteur l’a révoqué, sans dire pourquoi."
    case .suspended: return "L’émetteur l’a suspendu."
    case .statusUnknown(let type):
      return "On ne sait pas demander s’il a été retiré de cette façon\u{00A0}: \(quoted(type))."
    case .listWrong(let name):
      return "La liste des badges retirés n’est pas comme elle devrait\u{00A0}: \(quoted(name))."
    case .statusNotNamed: return "Rien n’est prévu pour le retirer\u{00A0}: il ne peut qu’expirer."
    case .recipientDiffers: return "Il a été donné à quelqu’un d’autre."
    case .recipientNotNamed:
      return "Il ne dit pas à qui il a été donné d’une façon que l’on "
        + "puisse comparer."
    case .endorsementsLeftOut(let count):
      return count < 2
        ? "Une autre recommandation n’a pas été examinée."
        : "\(count) autres recommandations n’ont pas été examinées."
    case .endorsement(let state): return VerifyingStrings.french.endorsed(state) + "."
    }
  }

  private static func quoted(_ text: String) -> String { "«\u{00A0}\(text)\u{00A0}»" }

  private static func day(_ moment: Timestamp) -> String {
    DateStrings.french.day(Instant(seconds: moment.seconds))
  }

  private static func size(_ bytes: Int) -> String { "\(bytes >> 20)\u{00A0}Mo" }

  private static func say(_ problem: BakingProblem) -> String {
    switch problem {
    case .formatUnknown: "Ce n’est une image ni PNG ni SVG."
    case .tooLong: "L’image est trop grosse\u{00A0}: \(size(Baking.mostBytes)) au plus."
    case .cut: "L’image est coupée\u{00A0}: sa fin manque."
    case .damaged: "L’image est abîmée\u{00A0}: elle a été modifiée ou mal transmise."
    case .nothingBaked:
      "L’image ne contient aucun badge. Certains téléphones l’effacent en enregistrant une image"
        + "\u{00A0}: demandez le fichier ou le lien."
    case .bakedTwice:
      "L’image contient deux badges de la même sorte\u{00A0}: on ne sait lequel "
        + "croire."
    case .textTooLong: "Le badge que contient l’image est trop long."
    case .textDamaged: "Le texte du badge que contient l’image est illisible."
    case .entity: "L’image SVG compte sur des entités, qui ne sont pas lues ici."
    case .active: "L’image SVG contient un programme\u{00A0}: elle n’est pas lue."
    case .encodingUnknown: "L’image SVG n’est pas écrite en UTF-8."
    }
  }

  private static func say(_ error: JSONError) -> String {
    switch error.what {
    case .tooLong: "Le texte JSON est trop long."
    case .tooDeep: "Le texte JSON est trop imbriqué."
    case .tooManyValues: "Le texte JSON contient trop de valeurs."
    case .syntax: "Ce n’est pas du JSON bien écrit (octet \(error.offset))."
    case .notUnicode, .loneSurrogate:
      "Le texte JSON contient des caractères illisibles (octet \(error.offset))."
    case .duplicateName(let name):
      "Le texte JSON donne deux fois \(quoted(String(name.prefix(100)))) dans le même objet."
    }
  }

  private static func say(_ problem: CompactJWS.Problem) -> String {
    switch problem {
    case .damaged: "Le texte signé est abîmé."
    case .tooLong, .headerTooLong: "Le texte signé est trop long."
    case .algorithmRefused(let name):
      "La façon de signer \(quoted(name)) ne prouve rien\u{00A0}: elle est refusée."
    case .algorithmNotOfKey(let name, _):
      "La façon de signer \(quoted(name)) n’est pas celle de cette clé."
    case .demandUnknown: "Le texte signé exige une extension qui n’est pas connue ici."
    case .signatureWrong:
      "La signature est fausse\u{00A0}: le badge a été modifié, ou signé par "
        + "un autre."
    }
  }

  private static func say(_ problem: FetchProblem, _ address: String) -> String {
    let place = quoted(address)
    switch problem {
    case .failed(let code):
      return switch BadgeAsking.Failure(rawValue: code) {
      case .notPublic:
        "L’adresse \(place) n’est pas sur l’internet public\u{00A0}: elle n’est "
          + "pas interrogée."
      case .noSuchHost: "L’adresse \(place) n’existe pas."
      case .tooSlow: "L’adresse \(place) n’a pas répondu à temps."
      case .tooManyRedirects: "L’adresse \(place) renvoie sans fin à d’autres."
      case .addressInvalid, .unreachable, nil: "L’adresse \(place) n’a pas pu être jointe."
      }
    case .status(let status): return "L’adresse \(place) répond par l’erreur \(status)."
    case .tooLong(let most): return "L’adresse \(place) répond plus de \(size(most))."
    case .json(let error): return "L’adresse \(place) répond mal. " + say(error)
    case .notDocument: return "L’adresse \(place) ne répond pas le document attendu."
    }
  }

  private static func say(_ problem: KeyProblem) -> String {
    switch problem {
    case .unknownKind: "La clé est d’une sorte qui n’est pas connue ici."
    case .damaged: "La clé est abîmée."
    case .sizeRefused: "La clé est trop courte pour qu’on s’y fie, ou démesurée."
    case .privatePartPublished:
      "L’émetteur a publié sa clé secrète\u{00A0}: n’importe qui peut signer à sa place."
    }
  }

  private static func say(_ problem: DataIntegrity.Problem) -> String {
    switch problem {
    case .missing: "Le badge ne porte aucune signature."
    case .suiteUnknown(let name):
      "La façon de signer \(quoted(String(name.prefix(100)))) n’est pas connue ici."
    case .purposeWrong: "La signature n’est pas faite pour affirmer quelque chose."
    case .memberWrong(let name):
      "Une indication de la signature ne se comprend pas\u{00A0}: \(quoted(String(name.prefix(100))))."
    case .proofExpired: "La signature elle-même n’était faite que pour un temps, qui est passé."
    case .graph(let error): say(error)
    case .signatureWrong:
      "La signature est fausse\u{00A0}: le badge a été modifié, ou signé par "
        + "un autre."
    }
  }

  private static func say(_ error: LinkedDataError) -> String {
    switch error {
    case .unknownContext(let name):
      "Il emploie un vocabulaire qui n’est pas connu ici\u{00A0}: \(quoted(String(name.prefix(200))))."
    case .undefinedTerm(let name), .undefinedType(let name):
      "Aucun vocabulaire ne définit ce mot, que la signature ne couvre donc pas\u{00A0}: "
        + "\(quoted(String(name.prefix(200))))."
    case .relativeIdentifier(let name), .malformedIdentifier(let name):
      "Cet identifiant n’est pas complet\u{00A0}: \(quoted(String(name.prefix(200))))."
    case .tooDeep, .tooLarge, .tooMuchWork:
      "Le badge est si embrouillé que le vérifier prendrait trop longtemps\u{00A0}: il est refusé."
    default: "Le badge est écrit d’une façon qui ne peut pas être vérifiée ici."
    }
  }
}
