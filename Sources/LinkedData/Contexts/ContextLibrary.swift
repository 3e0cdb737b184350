import JSONText
import Synchronization

/// The contexts that documents may name: these and no other, whatever a document says.
///
/// Made once and shared. What was laid over what is kept, so that the next document that names
/// the same contexts finds them ready.
public struct ContextLibrary: Sendable {
  let contexts: [ExactString: JSON]
  private let kept = KeptContexts()

  /// - Parameter documents: each context document, as read, under the address that it stands for.
  /// - Throws: ``LinkedDataError/malformedContext(_:)`` with the address of a document that has no
  ///   `@context`. What a context says is looked at when it is first used.
  public init(_ documents: [String: JSON]) throws(LinkedDataError) {
    var contexts: [ExactString: JSON] = [:]
    for (name, document) in documents {
      guard let context = document["@context"] else { throw .malformedContext(name) }
      contexts[ExactString(name)] = context
    }
    self.contexts = contexts
  }

  /// Whether a document may name this context.
  public func has(_ name: String) -> Bool { contexts[ExactString(name)] != nil }

  /// Lays what a document's `@context` names over `active` (JSON-LD 1.1 API §4.1).
  func context(
    _ local: JSON, over active: ActiveContext, _ work: inout Work
  ) throws(LinkedDataError) -> ActiveContext {
    let key = KeptContexts.Key(active: active.number, added: .document(local))
    return try kept.context(for: key) { () throws(LinkedDataError) in
      try work.spend(Work.namedContext * (local.array?.count ?? 1))
      return try ContextProcessing(library: self, mayOverride: false, isOfDocument: true)
        .process(local, over: active)
    }
  }

  /// Lays the context of a property over `active`: for all that lies inside, protected terms or
  /// not (JSON-LD 1.1 API §5.1.2 step 8).
  func context(
    ofProperty scoped: ScopedContext, over active: ActiveContext, _ work: inout Work
  ) throws(LinkedDataError) -> ActiveContext {
    let key = KeptContexts.Key(active: active.number, added: .property(scoped.number))
    return try kept.context(for: key) { () throws(LinkedDataError) in
      try work.spend(Work.scopedContext)
      return try ContextProcessing(library: self, mayOverride: true, isOfDocument: false)
        .process(scoped.local, over: active)
    }
  }

  /// Lays the context of a type over `active`: for this node alone (§5.1.2 step 11).
  func context(
    ofType scoped: ScopedContext, over active: ActiveContext, _ work: inout Work
  ) throws(LinkedDataError) -> ActiveContext {
    let key = KeptContexts.Key(active: active.number, added: .type(scoped.number))
    return try kept.context(for: key) { () throws(LinkedDataError) in
      try work.spend(Work.scopedContext)
      return try ContextProcessing(library: self, mayOverride: false, isOfDocument: false)
        .process(scoped.local, over: active, propagates: false)
    }
  }
}

/// Contexts that were laid over others, as many as honest documents need.
private final class KeptContexts: Sendable {
  struct Key: Hashable {
    let active: Int
    let added: Added
  }

  enum Added: Hashable {
    case document(JSON)
    case property(Int)
    case type(Int)
  }

  private let contexts = Mutex<[Key: ActiveContext]>([:])
  /// Beyond it all are forgotten: a stranger's documents can name contexts in any order.
  private static let most = 256

  func context(
    for key: Key, _ make: () throws(LinkedDataError) -> ActiveContext
  ) throws(LinkedDataError) -> ActiveContext {
    if let kept = contexts.withLock({ $0[key] }) { return kept }
    let made = try make()
    return contexts.withLock { contexts in
      // Another thread may have been quicker: what was laid over its context is kept too.
      if let kept = contexts[key] { return kept }
      if contexts.count >= Self.most { contexts.removeAll() }
      contexts[key] = made
      return made
    }
  }
}
