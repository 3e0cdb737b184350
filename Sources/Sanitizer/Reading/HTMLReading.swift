import CLibXML2

/// Reads untrusted HTML and writes what the policy keeps of it.
/// - Parameter take: gets the markup, whose bytes are valid until it returns.
func sanitize<Result>(
  _ input: UnsafeBufferPointer<UInt8>, _ scopeName: String?, _ options: SanitizingOptions,
  _ take: (UnsafeBufferPointer<UInt8>) -> Result
) throws(Refusal) -> Result {
  let scope = Scope(scopeName)
  defer { scope.deallocate() }
  let session = UnsafeMutablePointer<Session>.allocate(capacity: 1)
  session.initialize(to: Session(input, .shared, scope, options))
  defer {
    session.deinitialize(count: 1)
    session.deallocate()
  }
  parse(session)
  if session.pointee.refusal == nil { session.pointee.finish() }
  if let refusal = session.pointee.refusal { throw refusal }
  return take(session.pointee.writer.output.bytes)
}

/// Never the push parser, never libxml2's tree. Its return code says nothing: -1 for any HTML 5
/// element.
private func parse(_ session: SessionPointer) {
  guard let context = htmlNewParserCtxt() else { fatalError("libxml2 is out of memory") }
  defer { htmlFreeParserCtxt(context) }
  let options =
    HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
    | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_NODEFDTD.rawValue
    | HTML_PARSE_NOIMPLIED.rawValue
  htmlCtxtUseOptions(context, CInt(options))
  context.pointee.sax.pointee = sessionHandler()
  context.pointee.userData = UnsafeMutableRawPointer(session)
  guard
    let buffer = xmlParserInputBufferCreateIO(
      readSource, nil, UnsafeMutableRawPointer(session), XML_CHAR_ENCODING_NONE),
    let input = xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_NONE)
  else { fatalError("libxml2 is out of memory") }
  inputPush(context, input)
  // Before parsing: otherwise it guesses, and takes UTF-8 for ISO-8859-1.
  xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
  session.pointee.begin(context)
  htmlParseDocument(context)
}
