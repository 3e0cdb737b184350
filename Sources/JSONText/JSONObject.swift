/// The members of a JSON object, in the order in which they were written, no name twice.
public struct JSONObject: Sendable {
  /// Every member, in order.
  public private(set) var members: [(name: String, value: JSON)] = []
  /// Where each name is, once there are so many that looking at all of them would cost more.
  private var places: [ExactString: Int] = [:]
  private static let fewMembers = 12

  /// An object of these members; of equal names, the last one's value counts.
  public init(_ members: [(String, JSON)] = []) {
    for (name, value) in members { self[name] = value }
  }

  /// The value of a member. Giving one replaces it where it stands or adds it at the end; giving
  /// nil takes it away.
  public subscript(name: String) -> JSON? {
    get { place(of: name).map { members[$0].value } }
    set {
      switch (place(of: name), newValue) {
      case (let place?, let value?): members[place].value = value
      case (let place?, nil): remove(at: place)
      case (nil, let value?): append(name, value)
      case (nil, nil): break
      }
    }
  }

  public var count: Int { members.count }

  public var isEmpty: Bool { members.isEmpty }

  /// Adds a member whose name is not here yet.
  mutating func append(_ name: String, _ value: JSON) {
    members.append((name, value))
    if members.count == Self.fewMembers + 1 {
      index()
    } else if !places.isEmpty {
      places[ExactString(name)] = members.count - 1
    }
  }

  func place(of name: String) -> Int? {
    let name = ExactString(name)
    if !places.isEmpty { return places[name] }
    return members.firstIndex { ExactString($0.name) == name }
  }

  private mutating func remove(at place: Int) {
    members.remove(at: place)
    places = [:]
    if members.count > Self.fewMembers { index() }
  }

  private mutating func index() {
    for (place, member) in members.enumerated() { places[ExactString(member.name)] = place }
  }
}

extension JSONObject: Hashable {
  public static func == (one: JSONObject, other: JSONObject) -> Bool {
    one.count == other.count && one.members.allSatisfy { other[$0.name] == $0.value }
  }

  public func hash(into hasher: inout Hasher) {
    var sum = 0
    for (name, value) in members {
      var member = Hasher()
      member.combine(ExactString(name))
      member.combine(value)
      sum &+= member.finalize()
    }
    hasher.combine(sum)
  }
}
