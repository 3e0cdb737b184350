// Reading what others send keeps four promises:
// (1) Nothing is fetched: no network, no DTD, no entity from elsewhere, whatever the document says.
// (2) No entity is expanded but the five of XML itself: a document that needs more is refused, so
//     that none grows while it is read.
// (3) Size, depth, elements, attributes and texts are bounded; what libxml2 would compare with each
//     other is counted before it sees any of it.
// (4) libxml2 builds no tree; its errors become ours, without anything of the document in them.

import CLibXML2

/// Reads XML that anybody may have sent, from top to bottom.
public struct XMLReader: Sendable {
  private let limits: XMLLimits

  /// - Parameter limits: how much is taken.
  public init(limits: XMLLimits = XMLLimits()) {
    self.limits = limits
  }

  /// Gives each piece of `document` to `take`, in order.
  ///
  /// Pieces may have been given before something wrong is met: keep nothing of them then.
  /// - Throws: ``XMLError``, or what `take` throws, which ends the reading.
  public func read(_ document: [UInt8], _ take: (XMLEvent) throws -> Void) throws {
    guard document.count <= limits.bytes else { throw XMLError(.tooLong, line: 0) }
    guard !document.isEmpty else {
      throw XMLError(.malformed(Int(XML_ERR_DOCUMENT_EMPTY.rawValue)), line: 1)
    }
    try XMLTagCount.check(document, limits)
    try withoutActuallyEscaping(take) { take in
      let session = XMLSession(limits, take)
      document.withUnsafeBytes { parse($0, session) }
      if let failure = session.failure { throw failure }
    }
  }

  private func parse(_ bytes: UnsafeRawBufferPointer, _ session: XMLSession) {
    _ = entityLoaderIsShut
    let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    guard let context = xmlCreateMemoryParserCtxt(start, CInt(bytes.count)) else {
      fatalError("libxml2 is out of memory")
    }
    defer { xmlFreeParserCtxt(context) }
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
      | XML_PARSE_NOWARNING.rawValue
    xmlCtxtUseOptions(context, CInt(options))
    context.pointee.sax.pointee = sessionHandler()
    context.pointee.userData = Unmanaged.passUnretained(session).toOpaque()
    session.context = context
    xmlParseDocument(context)
    session.finish(isWellFormed: context.pointee.wellFormed == 1)
  }
}

/// Promise (1), for the whole process: even what asks for a file gets none.
private let entityLoaderIsShut: Void = {
  xmlInitParser()
  xmlSetExternalEntityLoader { _, _, _ in nil }
}()
