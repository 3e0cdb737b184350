import JSONText
import LinkedData

/// Why a step of a verification did not simply pass: values only, the words are the product's.
///
/// Texts come from whoever made the badge, shortened: they are to be shown as text only.
public enum VerificationReason: Error, Equatable, Sendable {
  // What was given.
  /// Neither a picture, nor JSON, nor a JWS, nor an address.
  case inputUnknown
  /// More than this many bytes.
  case tooLong(most: Int)
  case picture(BakingProblem)
  case json(JSONError)
  case token(CompactJWS.Problem)
  /// It is something else: its type.
  case notBadge(String)

  // What it says.
  case memberMissing(String)
  case memberWrong(String)
  /// Its first context is not one of those that badges have.
  case contextWrong
  /// A name is not written in the short way that its context gives it: readers could miss it.
  case spelledOut(String)
  /// A part of it speaks of the whole once more: readers differ in which they believe.
  case describedTwice
  /// A claim of the JWT and the member of the credential are not the same.
  case claimDiffers(String)

  // What had to be asked elsewhere.
  case address(String, AddressProblem)
  case fetch(String, FetchProblem)
  /// It names more addresses than this.
  case tooManyFetches(most: Int)
  /// It was asked without `https`, as Open Badges 2.0 allows: somebody on the way could have
  /// answered.
  case insecure(String)
  /// The address answers something else than what has that id.
  case otherDocument(String)

  // Keys.
  case key(KeyProblem)
  case proof(DataIntegrity.Problem)
  /// It does not say with which key it was signed.
  case keyNotNamed
  /// The issuer does not say that this key is its own.
  case keyNotOfIssuer(key: String, issuer: String)
  /// The key is at the issuer's origin, and the issuer does not say that it is its own: on a site
  /// that several share, it could be a neighbour's.
  case keyNotListed(key: String, issuer: String)
  /// The issuer says nothing about keys.
  case issuerWithoutKeys(String)
  /// The issuer has given up this key.
  case keyRevoked(String)
  /// A kind of identifier whose keys we cannot find.
  case methodUnknown(String)
  /// The caller vouches for the very key.
  case keyVouched
  /// The issuer is not one that the caller vouches for.
  case issuerUnknown(String)

  // Hosted badges.
  /// What was given and what its address answers are not the same: the first member that differs.
  case originalDiffers(String)
  /// The issuer does not say that badges at this address are its own.
  case outsideScope(String)

  // The award.
  case expired(Timestamp)
  case notBefore(Timestamp)
  case revoked(String?)
  case suspended
  /// A way of taking back that we do not know.
  case statusUnknown(String)
  /// The list is not what it must be: the member that is wrong.
  case listWrong(String)
  /// It says nothing about whether it can be taken back.
  case statusNotNamed
  case recipientDiffers
  /// It does not say for whom it is in a way that can be compared.
  case recipientNotNamed
  /// There are more endorsements than were looked at.
  case endorsementsLeftOut(Int)
  case endorsement(VerificationReport.State)
}

extension VerificationReason {
  /// The same in one word for programs, such as `expired` or `picture.bakedTwice`.
  public var code: String { Self.name(of: self) }

  private static func name(of value: Any) -> String {
    guard let inner = Mirror(reflecting: value).children.first, let name = inner.label else {
      return "\(value)"
    }
    let isCase = Mirror(reflecting: inner.value).displayStyle == .enum
    return isCase ? "\(name).\(self.name(of: inner.value))" : name
  }
}

/// Why an address is not asked.
public enum AddressProblem: Sendable, Equatable {
  /// No address that could be asked.
  case malformed
  /// Only `https` says who answers.
  case notSecure
}

/// Why an address did not answer what was asked.
public enum FetchProblem: Sendable, Equatable {
  /// In the words of whoever fetches.
  case failed(String)
  /// Another status of HTTP than 200.
  case status(Int)
  /// More than this many bytes.
  case tooLong(most: Int)
  /// It is no JSON.
  case json(JSONError)
  /// It is no JSON object, and no JWS where one could be.
  case notDocument
}
