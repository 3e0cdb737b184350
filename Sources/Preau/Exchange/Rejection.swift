import Sanitizer

/// Why a line of an exchange file is not loaded. It names keys and ids, never what a member wrote.
enum Rejection: Error, Equatable {
  case lineTooLong
  case notJSON(JSONValue.Malformed)
  case notAnObject
  case unknownType
  case missing(String)
  case wrongKind(key: String, wanted: String)
  case empty(String)
  case tooLong(key: String, bytes: Int)
  case notAllowed(key: String, what: String)
  case duplicate(id: Int64)
  case taken(key: String)
  case unknown(key: String, id: Int64)
  case otherThread(key: String, id: Int64)
  case goneHere
  case withoutPost
  case withoutVersion
  case outOfOrder(key: String)
  case refused(Sanitizer.Refusal)
}

extension Rejection: CustomStringConvertible {
  var description: String {
    switch self {
    case .lineTooLong: "longer than \(LineReading.longest) bytes"
    case .notJSON(.syntax(let place)): "not JSON at byte \(place + 1)"
    case .notJSON(.tooDeep): "too many brackets inside each other"
    case .notJSON(.notUnicode): "a string is not valid Unicode"
    case .notAnObject: "not a JSON object"
    case .unknownType:
      "“type” is none of user, category, tag, thread, post, held, field, answer, tutorial, "
        + "version, seal, origin, passage, resource, use, collection, item"
    case .missing(let key): "the key “\(key)” is missing"
    case .wrongKind(let key, let wanted): "“\(key)” is not \(wanted)"
    case .empty(let key): "“\(key)” is empty"
    case .tooLong(let key, let bytes): "“\(key)” is longer than \(bytes) bytes"
    case .notAllowed(let key, let what): "“\(key)” \(what)"
    case .duplicate(let id): "duplicate: an earlier line of this type has the id \(id)"
    case .taken(let key): "duplicate: an earlier line of this type has the same “\(key)”"
    case .unknown(let key, let id): "unknown reference: no line loaded before has “\(key)” \(id)"
    case .otherThread(let key, let id): "“\(key)” \(id) is a post of another thread"
    case .goneHere: "it was loaded before and has been deleted here"
    case .withoutPost: "none of its posts was loaded"
    case .withoutVersion: "none of its versions was loaded"
    case .outOfOrder(let key): "“\(key)” is not the one that comes next"
    case .refused(let refusal): "the body is refused: \(refusal)"
    }
  }
}
