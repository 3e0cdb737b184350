import CLibXML2

// What libxml2 calls. Each gets the session as its first argument; none keeps a pointer.

/// Only what a session needs. What is said of a document type goes nowhere: no entity is ever known.
func sessionHandler() -> xmlSAXHandler {
  var handler = xmlSAXHandler()
  handler.startElementNs = startElement
  handler.endElementNs = endElement
  handler.characters = characters
  handler.ignorableWhitespace = characters
  handler.cdataBlock = characters
  handler.serror = problem
  handler.initialized = preau_xml_sax2_magic
  return handler
}

private func session(_ context: UnsafeMutableRawPointer?) -> XMLSession? {
  context.map { Unmanaged<XMLSession>.fromOpaque($0).takeUnretainedValue() }
}

private func startElement(
  _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?,
  _ prefix: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?,
  _ namespaceCount: CInt, _ namespaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
  _ attributeCount: CInt, _ defaultedCount: CInt,
  _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
) {
  session(context)?.start(
    XMLName(string(namespace), string(name)),
    SentAttributes(
      count: Int(attributeCount), namespaceCount: Int(namespaceCount),
      defaultedCount: Int(defaultedCount), pointers: attributes))
}

private func endElement(
  _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?,
  _ prefix: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?
) {
  session(context)?.end()
}

private func characters(
  _ context: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<xmlChar>?, _ count: CInt
) {
  session(context)?.characters(UnsafeBufferPointer(start: bytes, count: Int(count)))
}

private func problem(_ context: UnsafeMutableRawPointer?, _ error: xmlErrorPtr?) {
  guard let error else { return }
  session(context)?.complain(
    code: Int(error.pointee.code), isWarning: error.pointee.level == XML_ERR_WARNING,
    line: Int(error.pointee.line))
}
