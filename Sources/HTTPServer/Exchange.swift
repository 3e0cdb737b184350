import CMicrohttpd
import HTTP

/// One request and its response, from the request line to the last byte.
///
/// It belongs to one thread at a time: that of its connection, and, while the connection is
/// suspended, the worker that answers it.
final class Exchange: @unchecked Sendable {
  enum Phase {
    /// The request line was read.
    case begun
    /// The body is arriving and kept.
    case receiving
    /// The body is arriving and thrown away: the answer to it is known.
    case draining
    /// A worker has it.
    case suspended
    /// The response was handed to libmicrohttpd.
    case answered
  }

  let rawTarget: String?
  let connection: Connection?
  let start = Clock.microseconds()
  var phase = Phase.begun
  var head: RequestHead?
  /// As the application has it, once it was asked.
  var place: String?
  /// The fields of the request, once they are understood.
  var headers = Headers()
  var body = ReceivedBody()
  /// Bytes of the body that came, kept or not.
  var received = 0
  /// Bytes of the body that are kept.
  var limit = 0
  /// Bytes of the memory for bodies that it holds.
  var held = 0
  /// Bytes of the disk for bodies that it holds.
  var heldOnDisk = 0
  /// How many bytes beyond ``limit`` are read, where that is less than usual.
  var drainLimit: Int?
  /// How fast the body must come; nil until it may.
  var pace: BodyPace?
  /// Why the request is refused, once that is known.
  var refusal: Int?
  /// Whether the connection ends with it: where the next request begins is anyone's guess.
  var isLast = false
  /// Whether its body is too long and kept, for the text in it.
  var isKeptRefused = false
  /// Whether only the beginning of it is, for the same reason.
  var keepsStart = false
  /// What a worker made.
  var response: Response?
  var status = 0
  var remark: String?
  /// The bytes that libmicrohttpd sends; they live as long as this.
  var sent: [UInt8] = []
  /// Bytes of what is sent, from memory or from a file.
  var length = 0

  init(rawTarget: String?, of connection: Connection?) {
    self.rawTarget = rawTarget
    self.connection = connection
  }

  var peer: String { connection?.peer ?? "" }
}
