import SQLite

/// What `preau member` does, while the site runs or not.
public enum MemberCommands {
  /// Makes an account; the display name is the log-in name until its member changes it.
  ///
  /// - Parameters:
  ///   - role: one of the names of ``Member/Role``.
  ///   - email: nil or empty for none.
  /// - Throws: ``StartFailure`` in one line.
  public static func add(
    dataFolder: String, login: String, role: String, email: String?, password: String
  ) throws(StartFailure) {
    let login = try checked(login: login)
    let role = try checked(role: role)
    let password = try checked(password: password)
    let name: DisplayName
    do { name = try DisplayName(typed: login.text) } catch {
      throw StartFailure("“\(login.text)” is not a name")
    }
    var address: EmailAddress?
    if let email, !email.isEmpty {
      do { address = try EmailAddress(typed: email) } catch {
        throw StartFailure("“\(email)” is not an e-mail address")
      }
    }
    try write(in: dataFolder, makesFolder: true) { db in
      do {
        let id = try AccountStore.add(
          login: login, name: name, email: address, role: role, passwordHash: password, at: .now,
          db)
        try Journal.write(
          .accountCreated, by: nil, on: id, detail: role.rawValue, at: .now, db)
      } catch AccountStore.Taken.login {
        throw StartFailure("there is already a member “\(login.text)”")
      } catch AccountStore.Taken.email {
        throw StartFailure("another member has the address “\(email ?? "")”")
      }
    }
  }

  /// Sets a password, and ends the sessions that the old one opened.
  ///
  /// - Throws: ``StartFailure`` in one line.
  public static func password(
    dataFolder: String, login: String, password: String
  ) throws(StartFailure) {
    let hash = try checked(password: password)
    try write(in: dataFolder) { db in
      let member = try known(login, db)
      try AccountStore.setPassword(hash, of: member.id, db)
      try SessionStore.closeAll(of: member.id, except: nil, db)
      try Journal.write(.passwordSet, by: nil, on: member.id, at: .now, db)
    }
  }

  /// Changes what a member is on the site.
  ///
  /// - Throws: ``StartFailure`` in one line.
  public static func role(
    dataFolder: String, login: String, role: String
  ) throws(StartFailure) {
    let role = try checked(role: role)
    try write(in: dataFolder) { db in
      do {
        let member = try known(login, db)
        try DirectoryStore.setRole(role, of: member.id, db)
        try Journal.write(
          .roleChanged, by: nil, on: member.id,
          detail: "\(member.role.rawValue) \(role.rawValue)", at: .now, db)
      } catch is DirectoryStore.LastAdministrator {
        throw StartFailure("“\(login)” is the last administrator: name another one first")
      }
    }
  }

  private static func known(_ login: String, _ db: Reader) throws -> Member {
    let member = try MemberStore.member(login: LogInName.fold(login), db)
    guard let member else { throw StartFailure("there is no member “\(login)”") }
    return member
  }

  private static func checked(login: String) throws(StartFailure) -> LogInName {
    do {
      return try LogInName(typed: login)
    } catch {
      throw StartFailure(
        "“\(login)” is not a log-in name: 3 to 40 letters, digits, full stops, hyphens and "
          + "underscores")
    }
  }

  private static func checked(role: String) throws(StartFailure) -> Member.Role {
    if let role = Member.Role(rawValue: role) { return role }
    let names = Member.Role.allCases.map(\.rawValue).joined(separator: ", ")
    throw StartFailure("“\(role)” is not a role: choose one of \(names)")
  }

  /// - Returns: its hash.
  private static func checked(password: String) throws(StartFailure) -> String {
    let new: NewPassword
    do { new = try NewPassword(setByOperator: password) } catch {
      let lengths = NewPassword.lengths
      throw StartFailure(
        "a password has \(lengths.lowerBound) to \(lengths.upperBound) characters")
    }
    do { return try new.hash() } catch {
      throw StartFailure("this machine cannot spare the memory to hash a password")
    }
  }

  /// One change, durable when this returns.
  ///
  /// - Parameter makesFolder: where there is none; otherwise a mistyped one is told.
  private static func write(
    in folder: String, makesFolder: Bool = false, _ change: (Writer) throws -> Void
  ) throws(StartFailure) {
    if makesFolder { try makeFolder(folder) }
    do {
      if makesFolder {
        try Store.use(in: folder) { try $0.write(change) }
      } else {
        try Store.useExisting(in: folder) { try $0.write(change) }
      }
    } catch let failure as StartFailure {
      throw failure
    } catch {
      throw StartFailure("\(error)")
    }
  }
}
