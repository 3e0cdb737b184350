import Glibc

extension Assets {
  /// The folder that holds `Web/` and `Seeds/`: `PREAU_ASSETS`, else the one that holds the
  /// executable, else its checkout. Never the working folder, which may be anybody's.
  ///
  /// - Throws: ``StartFailure`` when there is none.
  public static func folder() throws(StartFailure) -> String {
    if let named = getenv("PREAU_ASSETS") { return String(cString: named) }
    guard let start = executableFolder else {
      throw StartFailure("cannot find out where the executable is: set PREAU_ASSETS")
    }
    var folder = start[...]
    while !folder.isEmpty {
      if isFolder(folder + "/Web/styles") { return String(folder) }
      folder = folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)]
    }
    throw StartFailure("there is no folder Web/ beside or above \(start): set PREAU_ASSETS")
  }

  /// Where the program that runs lies.
  static var executableFolder: String? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    let executable = String(cString: path)
    return executable.lastIndex(of: "/").map { String(executable[..<$0]) }
  }

  private static func isFolder(_ path: some StringProtocol) -> Bool {
    var status = stat()
    return stat(String(path), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
