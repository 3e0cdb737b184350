import CCurl

/// Hands mails to a server, with libcurl. Nothing else knows that library.
public enum SMTP {
  /// Hands over one mail and waits for the server's last word.
  ///
  /// - Parameter isStopping: asked every second or so: whether to give up.
  public static func send(
    _ mail: [UInt8], from: Mailbox, to: Mailbox, _ server: MailServer,
    isStopping: @escaping () -> Bool = { false }
  ) -> Delivery {
    _ = ready
    guard let handle = curl_easy_init() else { return .unreachable("no memory") }
    defer { curl_easy_cleanup(handle) }
    let recipients = curl_slist_append(nil, to.address)
    defer { curl_slist_free_all(recipients) }
    let dialogue = Dialogue(mail, isStopping: isStopping)
    return withExtendedLifetime(dialogue) {
      set(handle, server, from, recipients)
      let context = Unmanaged.passUnretained(dialogue).toOpaque()
      preau_curl_set_pointer(handle, CURLOPT_READDATA, context)
      preau_curl_set_reading(handle, readMail)
      preau_curl_set_pointer(handle, CURLOPT_DEBUGDATA, context)
      preau_curl_set_watching(handle, watchDialogue)
      preau_curl_set_number(handle, CURLOPT_NOPROGRESS, 0)
      preau_curl_set_pointer(handle, CURLOPT_XFERINFODATA, context)
      preau_curl_set_progress(handle, askWhetherToStop)
      let status = curl_easy_perform(handle)
      if status == CURLE_OK { return .taken }
      return dialogue.delivery(problem: String(cString: curl_easy_strerror(status)))
    }
  }

  private static func set(
    _ handle: UnsafeMutableRawPointer, _ server: MailServer, _ from: Mailbox,
    _ recipients: UnsafeMutablePointer<curl_slist>?
  ) {
    preau_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps")
    preau_curl_set_text(handle, CURLOPT_URL, server.url + "/" + server.ownName)
    preau_curl_set_text(handle, CURLOPT_MAIL_FROM, "<\(from.address)>")
    preau_curl_set_pointer(handle, CURLOPT_MAIL_RCPT, recipients)
    preau_curl_set_number(handle, CURLOPT_UPLOAD, 1)
    preau_curl_set_number(handle, CURLOPT_NOSIGNAL, 1)
    preau_curl_set_number(handle, CURLOPT_VERBOSE, 1)
    preau_curl_set_number(handle, CURLOPT_CONNECTTIMEOUT, min(server.seconds, 20))
    preau_curl_set_number(handle, CURLOPT_TIMEOUT, server.seconds)
    // What the environment says of proxies is for browsing.
    preau_curl_set_text(handle, CURLOPT_PROXY, "")
    preau_curl_set_number(handle, CURLOPT_USE_SSL, encryption(server.encryption))
    if let user = server.user { preau_curl_set_text(handle, CURLOPT_USERNAME, user) }
    if let password = server.password {
      preau_curl_set_text(handle, CURLOPT_PASSWORD, password)
    }
  }

  private static func encryption(_ encryption: MailServer.Encryption) -> Int {
    let level =
      switch encryption {
      case .required: CURLUSESSL_ALL
      case .possible: CURLUSESSL_TRY
      case .off: CURLUSESSL_NONE
      }
    return Int(level.rawValue)
  }

  private static let ready: Bool = {
    precondition(
      curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK, "libcurl does not start.")
    return true
  }()
}

/// One mail on its way: what is left of it, and how far the two servers have talked.
private final class Dialogue {
  private var rest: ArraySlice<UInt8>
  /// The first word of the last command; `.` once the mail itself was sent.
  private var command = ""
  private var answer = ""

  let isStopping: () -> Bool

  init(_ mail: [UInt8], isStopping: @escaping () -> Bool) {
    rest = mail[...]
    self.isStopping = isStopping
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let next = rest.prefix(buffer.count)
    buffer.copyBytes(from: next)
    rest = rest.dropFirst(next.count)
    return next.count
  }

  /// The parting words say nothing of the mail.
  private var isOver = false

  func note(_ kind: curl_infotype, _ bytes: UnsafeRawBufferPointer) {
    switch kind {
    case _ where isOver: break
    // Only the word: what follows AUTH is a secret.
    case CURLINFO_HEADER_OUT:
      let word = bytes.prefix { $0 != 0x20 && $0 != 0x0D }.prefix(8)
      let sent = String(decoding: word, as: UTF8.self)
      isOver = sent == "QUIT"
      if !isOver { command = sent }
    case CURLINFO_DATA_OUT: command = "."
    case CURLINFO_HEADER_IN: answer = Self.line(bytes)
    default: break
    }
  }

  private static func line(_ bytes: UnsafeRawBufferPointer) -> String {
    let printable = bytes.prefix(300).map { (0x20...0x7E).contains($0) ? $0 : 0x20 }
    return String(decoding: printable, as: UTF8.self)
  }

  func delivery(problem: String) -> Delivery {
    let code = Int(answer.prefix(3)) ?? 0
    let aboutMail = command == "RCPT" || command == "DATA" || command == "."
    switch (code, command) {
    case (500..<600, "RCPT"): return .addressRefused(code: code, answer: answer)
    case (500..<600, "DATA"), (500..<600, "."):
      return .mailRefused(code: code, answer: answer)
    case (400..<500, _) where aboutMail && code != 421:
      return .postponed(code: code, answer: answer)
    default: return .unreachable(code >= 400 ? "\(problem): \(answer)" : problem)
    }
  }
}

private func dialogue(_ context: UnsafeMutableRawPointer?) -> Dialogue? {
  context.map { Unmanaged<Dialogue>.fromOpaque($0).takeUnretainedValue() }
}

private func readMail(
  _ buffer: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
  _ context: UnsafeMutableRawPointer?
) -> Int {
  dialogue(context)?.read(
    into: UnsafeMutableRawBufferPointer(start: buffer, count: size * count)) ?? 0
}

private func watchDialogue(
  _ handle: UnsafeMutableRawPointer?, _ kind: curl_infotype, _ bytes: UnsafeMutablePointer<CChar>?,
  _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int32 {
  dialogue(context)?.note(kind, UnsafeRawBufferPointer(start: bytes, count: count))
  return 0
}

private func askWhetherToStop(
  _ context: UnsafeMutableRawPointer?, _: curl_off_t, _: curl_off_t, _: curl_off_t, _: curl_off_t
) -> Int32 {
  dialogue(context)?.isStopping() == true ? 1 : 0
}
