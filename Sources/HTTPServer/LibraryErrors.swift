import CMicrohttpd

/// Makes of libmicrohttpd's own answers pages of the site, and of its 5xx what they are: 400.
///
/// Version 0.9.75 answers some malformed requests itself, before any of our code sees them, with a
/// line of English: mostly with 400, 413, 414 or 431, but with 505 where the version is not 1.x, and
/// with 500 where the extension of a chunk fills the memory of the connection. Nothing failed on our
/// side, and whoever watches for 5xx would be woken by every scanner. No option changes this; but
/// the library calls its own `MHD_queue_response` through the dynamic linker, which finds ours first.
/// Where it does not, the library's answers stay as they are, and nothing else changes.
enum LibraryErrors {
  /// Hands a response of ours to the library.
  static func queue(
    _ connection: OpaquePointer?, _ status: UInt32, _ response: OpaquePointer?
  ) -> MHD_Result {
    libraryQueue?(connection, status, response) ?? .NO
  }

  private static let libraryQueue = preau_http_library_queue()
}

/// Called by libmicrohttpd alone. Public, since the linker hides what is not.
@_cdecl("MHD_queue_response")
public func queueLibraryError(
  _ connection: OpaquePointer?, _ status: UInt32, _ response: OpaquePointer?
) -> MHD_Result.RawValue {
  let status = status >= 500 ? 400 : status
  guard let connection, let known = Connection.known(to: connection) else {
    return LibraryErrors.queue(connection, status, response).rawValue
  }
  return known.engine.refuseForLibrary(Int(status), on: connection).rawValue
}
