// Anybody can write anybody's name into a badge, and any address of a key. A key is an issuer's when
// (1) the caller says so, or
// (2) the document at the issuer's own address lists it, or
// (3) for JWTs, it is at an address of the same origin, as JSON, which does not say that it is
//     another's, and the issuer lists no keys at all: all that the specification asks for, and said
//     beside it. Where an issuer lists keys, another one is not its own: people leave files of
//     theirs at the origins of platforms, or
// (4) the issuer's identifier is the key itself (did:key).

import JSONText

/// Finds the keys of issuers of OB 3.0.
struct IssuerKeys {
  private let options: Verification.Options
  private let fetches: Fetches

  init(_ options: Verification.Options, _ fetches: Fetches) {
    self.options = options
    self.fetches = fetches
  }

  /// The keys for which the caller vouches.
  func vouched(_ issuer: String) -> [PublicKey] {
    options.knownIssuers.filter { areSame($0.id, issuer) }.flatMap(\.keys)
  }

  /// The key that a credential names.
  func key(of credential: SecuredCredential) throws(VerificationReason) -> PublicKey {
    switch credential.proof {
    case .proof(let proof, _): try methodKey(proof.method, credential.issuer)
    case .token(let token): try tokenKey(token, credential.issuer)
    }
  }

  /// Where a key was taken for the issuer's because of its address alone (3): what to say of it.
  func doubt(about key: PublicKey, of credential: SecuredCredential) -> VerificationReason? {
    let issuer = credential.issuer
    guard case .token(let token) = credential.proof, let id = token.keyID,
      WebAddress(issuer) != nil, WebAddress(id) != nil, lists(key, named: id, issuer) != true
    else { return nil }
    return .keyNotListed(key: short(id), issuer: short(issuer))
  }

  /// Whether an issuer's document or set lists a key; nil where they list none at all.
  private func lists(_ key: PublicKey, named id: String, _ issuer: String) -> Bool? {
    let listed = (try? methods(of: issuer)) ?? []
    let isMethod = listed.contains { method in
      // A name alone says that the key is where it is named.
      guard let known = try? method.key else { return areSame(method.id, id) }
      return known == key
    }
    if isMethod { return true }
    let published = (try? published(by: issuer)) ?? []
    if listed.isEmpty, published.isEmpty { return nil }
    return published.contains { $0.key == key }
  }

  // MARK: - Data Integrity

  private func methodKey(
    _ method: String, _ issuer: String
  ) throws(VerificationReason) -> PublicKey {
    let owner = String(method.prefix { $0 != "#" })
    if issuer.hasPrefix("did:key:") {
      guard areSame(owner, issuer) else { throw wrong(method, issuer) }
      return try selfNamed(issuer)
    }
    if areSame(owner, issuer) { return try listed(method, issuer) }
    // The key is described elsewhere: there it must name the issuer, and the issuer must list it.
    guard WebAddress(owner) != nil else { throw wrong(method, issuer) }
    let found = try listed(method, issuer)
    let description = try fetches.document(method, .secure)
    guard let controller = description["controller"]?.reference, areSame(controller, issuer)
    else { throw wrong(method, issuer) }
    return found
  }

  private func selfNamed(_ issuer: String) throws(VerificationReason) -> PublicKey {
    guard let key = Multikey.read(String(issuer.dropFirst("did:key:".count))) else {
      throw .methodUnknown(short(issuer))
    }
    return .ed25519(key)
  }

  /// The key of this id, from the issuer's own document.
  private func listed(_ id: String, _ issuer: String) throws(VerificationReason) -> PublicKey {
    let methods = try methods(of: issuer)
    guard let method = methods.first(where: { areSame($0.id, id) }) else {
      throw methods.isEmpty ? .issuerWithoutKeys(short(issuer)) : wrong(id, issuer)
    }
    if let revoked = method.revoked, revoked <= options.now { throw .keyRevoked(short(id)) }
    return try method.key
  }

  private func wrong(_ key: String, _ issuer: String) -> VerificationReason {
    .keyNotOfIssuer(key: short(key), issuer: short(issuer))
  }

  /// What an issuer signs with, as its own document says.
  private func methods(of issuer: String) throws(VerificationReason) -> [ListedKey] {
    guard let address = Self.document(of: issuer) else {
      throw WebAddress(issuer) == nil && issuer.hasPrefix("did:")
        ? .methodUnknown(short(issuer)) : .address(short(issuer), .malformed)
    }
    let document = try fetches.document(address, .secure)
    guard let id = document["id"]?.string, areSame(id, issuer) else {
      throw .otherDocument(short(issuer))
    }
    return ListedKey.all(in: document, of: issuer)
  }

  /// Where the document about an identifier is.
  private static func document(of issuer: String) -> String? {
    if WebAddress(issuer) != nil { return issuer }
    guard issuer.hasPrefix("did:web:") else { return nil }
    // W3C CCG did:web §2.5.2: colons are slashes, a port is escaped.
    let parts = issuer.dropFirst("did:web:".count).split(
      separator: ":", omittingEmptySubsequences: false
    ).map(String.init)
    guard parts.allSatisfy({ !$0.isEmpty && !$0.contains("/") }) else { return nil }
    let host = parts[0].replacing("%3A", with: ":").replacing("%3a", with: ":")
    let path = parts.count == 1 ? ".well-known" : parts.dropFirst().joined(separator: "/")
    return "https://\(host)/\(path)/did.json"
  }

  // MARK: - JWT

  private func tokenKey(
    _ token: CompactJWS, _ issuer: String
  ) throws(VerificationReason) -> PublicKey {
    if let id = token.keyID { return try namedKey(id, issuer) }
    guard let embedded = token.header["jwk"] else { throw .keyNotNamed }
    // A key that a token brings along proves nothing until its issuer is found to have it.
    let key = try Self.read(embedded)
    guard try published(by: issuer).contains(where: { $0.key == key }) else {
      throw wrong(key.thumbprint, issuer)
    }
    return key
  }

  private func namedKey(_ id: String, _ issuer: String) throws(VerificationReason) -> PublicKey {
    if issuer.hasPrefix("did:key:") {
      guard areSame(String(id.prefix { $0 != "#" }), issuer) else { throw wrong(id, issuer) }
      return try selfNamed(issuer)
    }
    if issuer.hasPrefix("did:") { return try listed(id, issuer) }
    guard let home = WebAddress(issuer) else { throw .address(short(issuer), .malformed) }
    guard let address = WebAddress(id) else {
      // No address: the name of a key in the issuer's set.
      guard let found = try published(by: issuer).first(where: { areSame($0.id, id) }) else {
        throw wrong(id, issuer)
      }
      return found.key
    }
    if areSame(address.document, home.document) { return try listed(id, issuer) }
    guard address.origin == home.origin else {
      // Elsewhere: only when the issuer says so.
      return try listed(id, issuer)
    }
    return try answered(id, issuer)
  }

  /// The key that an address answers: alone, as the specification says, or in a set.
  private func answered(_ id: String, _ issuer: String) throws(VerificationReason) -> PublicKey {
    let document = try fetches.document(id, .secure)
    let keys = document["keys"]?.array ?? [document]
    let named =
      keys.count == 1 ? keys[0] : keys.first { areSame($0["kid"]?.string ?? "", id) }
    guard let named else { throw .otherDocument(short(id)) }
    if let owner = named["iss"]?.string ?? document["iss"]?.string, !areSame(owner, issuer) {
      throw wrong(id, issuer)
    }
    if let name = named["kid"]?.string, WebAddress(name) != nil, !areSame(name, id) {
      throw .otherDocument(short(id))
    }
    let key = try Self.read(named)
    switch lists(key, named: id, issuer) {
    case true?: return key
    case false?: throw wrong(id, issuer)
    case nil:
      guard try fetches.answer(id, .secure).isJSON else { throw .fetch(short(id), .notDocument) }
      return key
    }
  }

  /// The set of keys at the issuer's origin (Open Badges 3.0 Implementation Guide, Key provenance),
  /// without those that are another issuer's.
  private func published(
    by issuer: String
  ) throws(VerificationReason) -> [(id: String, key: PublicKey)] {
    guard let home = WebAddress(issuer) else { throw .methodUnknown(short(issuer)) }
    let set = try fetches.document(home.site + "/.well-known/jwks.json", .secure)
    return (set["keys"]?.array ?? []).prefix(64).compactMap { key in
      if let owner = key["iss"]?.string ?? set["iss"]?.string, !areSame(owner, issuer) {
        return nil
      }
      guard let read = try? PublicKey(jwk: key) else { return nil }
      return (key["kid"]?.string ?? "", read)
    }
  }

  private static func read(_ jwk: JSON) throws(VerificationReason) -> PublicKey {
    do { return try PublicKey(jwk: jwk) } catch { throw .key(error) }
  }
}

/// A key in the document of its issuer (W3C Controlled Identifiers 1.0 §2.2).
private struct ListedKey {
  let id: String
  let revoked: Timestamp?
  private let description: JSON

  /// Those that may sign statements; what is another controller's is left out.
  static func all(in document: JSON, of issuer: String) -> [ListedKey] {
    let purposes = document["assertionMethod"].list
    let described = document["verificationMethod"].list + purposes.filter { $0.object != nil }
    let allowed = purposes.compactMap(\.reference).map { absolute($0, issuer) }
    return described.prefix(64).compactMap { description in
      guard let name = description["id"]?.string else { return nil }
      let id = absolute(name, issuer)
      guard allowed.contains(where: { areSame($0, id) }) else { return nil }
      let controller = description["controller"]
      if let controller, !areSame(controller.reference ?? "", issuer) { return nil }
      let revoked = description["revoked"]
      let since = revoked?.string.flatMap { Timestamp($0) }
      // What cannot be read as a date is taken for one long past.
      return ListedKey(
        id: id, revoked: revoked == nil ? nil : since ?? Timestamp(seconds: 0),
        description: description)
    }
  }

  private init(id: String, revoked: Timestamp?, description: JSON) {
    self.id = id
    self.revoked = revoked
    self.description = description
  }

  private static func absolute(_ id: String, _ issuer: String) -> String {
    id.hasPrefix("#") ? issuer + id : id
  }

  var key: PublicKey {
    get throws(VerificationReason) {
      if let text = description["publicKeyMultibase"]?.string {
        guard let key = Multikey.read(text) else { throw .key(.unknownKind) }
        return .ed25519(key)
      }
      guard let jwk = description["publicKeyJwk"] else { throw .key(.damaged) }
      do { return try PublicKey(jwk: jwk) } catch { throw .key(error) }
    }
  }
}
