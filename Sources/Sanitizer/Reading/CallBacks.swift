import CLibXML2

// What libxml2 calls. Each gets the session as its first argument; none keeps a pointer.

typealias SessionPointer = UnsafeMutablePointer<Session>

/// Only what a session needs: nothing of libxml2 builds a tree or fetches anything.
func sessionHandler() -> xmlSAXHandler {
  var handler = xmlSAXHandler()
  handler.startElement = startElement
  handler.endElement = endElement
  handler.characters = characters
  handler.ignorableWhitespace = characters
  handler.cdataBlock = characters
  handler.comment = comment
  handler.processingInstruction = processingInstruction
  handler.internalSubset = internalSubset
  handler.serror = problem
  handler.initialized = preau_xml_sax2_magic
  return handler
}

/// Takes the document's next bytes (`xmlInputReadCallback`).
func readSource(
  _ context: UnsafeMutableRawPointer?, _ buffer: UnsafeMutablePointer<CChar>?, _ room: CInt
) -> CInt {
  guard let context, let buffer, room > 0 else { return 0 }
  let session = context.assumingMemoryBound(to: Session.self)
  let bytes = UnsafeMutableRawPointer(buffer).assumingMemoryBound(to: UInt8.self)
  return CInt(session.pointee.read(into: bytes, room: Int(room)))
}

private func startElement(
  _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?,
  _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
) {
  guard let context, let name else { return }
  context.assumingMemoryBound(to: Session.self).pointee.start(name, attributes)
}

private func endElement(_ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?) {
  guard let context, let name else { return }
  context.assumingMemoryBound(to: Session.self).pointee.end(name)
}

private func characters(
  _ context: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<xmlChar>?, _ count: CInt
) {
  guard let context, let bytes else { return }
  context.assumingMemoryBound(to: Session.self).pointee.characters(bytes, Int(count))
}

private func comment(_ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?) {
  context?.assumingMemoryBound(to: Session.self).pointee.passed()
}

private func processingInstruction(
  _ context: UnsafeMutableRawPointer?, _ target: UnsafePointer<xmlChar>?,
  _ data: UnsafePointer<xmlChar>?
) {
  context?.assumingMemoryBound(to: Session.self).pointee.passed()
}

private func internalSubset(
  _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?,
  _ externalID: UnsafePointer<xmlChar>?, _ systemID: UnsafePointer<xmlChar>?
) {
  context?.assumingMemoryBound(to: Session.self).pointee.passed()
}

/// Only two of libxml2's complaints matter: those about tags that give no other event.
private func problem(_ context: UnsafeMutableRawPointer?, _ error: xmlErrorPtr?) {
  guard let context, let error else { return }
  let session = context.assumingMemoryBound(to: Session.self)
  if error.pointee.code == CInt(XML_ERR_TAG_NAME_MISMATCH.rawValue) {
    session.pointee.unexpectedEnd()
  } else if error.pointee.code == CInt(XML_HTML_STRUCURE_ERROR.rawValue) {
    session.pointee.misplacedTag()
  }
}
