import JSONText
import LinkedData

// A verification keeps five promises:
// (1) This module opens no connection: whatever is elsewhere is asked from the caller, at most so
//     many times, and only at addresses that the rules of the document allow.
// (2) What a document says of itself is never enough: the issuer's own address must name the key, or
//     the caller vouches for it.
// (3) Nothing is read that the signature does not cover.
// (4) What could not be found out is never taken for right.
// (5) Time and memory are bounded, whatever is given.

/// Verifies a badge of somebody else's.
public struct Verification: Sendable {
  /// What is asked.
  public struct Options: Sendable {
    /// The time that dates are compared with.
    public var now: Timestamp
    /// Addresses of one person: the badge must be for one of them. Empty: nobody is asked about.
    public var recipients: [String] = []
    /// For whom the caller vouches.
    public var knownIssuers: [KnownIssuer] = []
    /// For tests only: keys may be at `http` addresses of this machine.
    public var allowsLoopback = false
    /// Where addresses begin that the caller answers itself, without a slash at the end: they may be
    /// `http`, for nobody stands between.
    public var ownBases: [String] = []
    /// How many addresses are asked at most.
    public var mostFetches = 12

    /// - Parameter now: the time that dates are compared with.
    public init(now: Timestamp) {
      self.now = now
    }
  }

  /// An issuer that the caller vouches for.
  public struct KnownIssuer: Sendable {
    /// Of its profile or controller document.
    public var id: String
    /// Keys that need not be asked for; empty when only the id is known.
    public var keys: [PublicKey]

    /// - Parameter id: of its profile or controller document.
    public init(id: String, keys: [PublicKey] = []) {
      self.id = id
      self.keys = keys
    }
  }

  /// What an address answered, after redirects, which are the caller's business.
  public struct Fetched: Sendable {
    /// The whole body.
    public var bytes: [UInt8]
    /// Such as 200 or 410.
    public var status: Int
    /// Such as `application/ld+json`.
    public var mediaType: String

    /// - Parameter bytes: the whole body.
    public init(bytes: [UInt8], status: Int, mediaType: String) {
      self.bytes = bytes
      self.status = status
      self.mediaType = mediaType
    }
  }

  /// Asks an address with GET.
  public typealias Fetch = (String) throws -> Fetched

  /// Of what is given, in bytes.
  public static let mostInput = Baking.mostBytes
  /// Of what an address answers, in bytes.
  public static let mostFetched = 4 << 20
  /// Clocks differ: that much is forgiven, in seconds.
  static let clockSkew: Int64 = 60

  private let options: Options
  private let contexts: ContextLibrary

  /// - Parameter contexts: the only ones that are known.
  public init(_ options: Options, contexts: ContextLibrary) {
    self.options = options
    self.contexts = contexts
  }

  /// Finds out what `input` is and whether it is right.
  ///
  /// - Parameter input: a PNG, an SVG, JSON, a JWS, or the text of an address.
  /// - Parameter fetch: asked for every document that is elsewhere.
  public func verify(_ input: [UInt8], fetch: Fetch) -> VerificationReport {
    withoutActuallyEscaping(fetch) { fetch in
      let inspection = Inspection(options, contexts, Fetches(options, fetch))
      return inspection.inspect(input)
    }
  }
}
