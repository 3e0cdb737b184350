/// The decoded pairs of a query or of an urlencoded form, in their order.
public struct Parameters: Sendable {
  /// All of them, decoded, in the order in which they were sent.
  public let pairs: [(name: String, value: String)]

  /// Pairs that are decoded already.
  public init(_ pairs: [(name: String, value: String)] = []) { self.pairs = pairs }

  /// Reads `a=1&b=2`; a query with more pairs than any of our pages sends keeps the first of them.
  public init(query: String) {
    self.init(Array(query.utf8)[...], atMost: Self.most)
  }

  /// - Parameter most: where reading stops.
  init(_ bytes: ArraySlice<UInt8>, atMost most: Int) {
    var pairs: [(name: String, value: String)] = []
    var rest = bytes
    while !rest.isEmpty, pairs.count < most {
      let end = rest.firstIndex(of: UInt8(ascii: "&")) ?? rest.endIndex
      let pair = rest[..<end]
      rest = end < rest.endIndex ? rest[(end + 1)...] : []
      if pair.isEmpty { continue }
      let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
      pairs.append(
        (
          PercentEncoding.decodeForm(pair[..<equals]),
          PercentEncoding.decodeForm(pair[equals...].dropFirst())
        ))
    }
    self.pairs = pairs
  }

  static let most = 1_000

  /// The first value of that name.
  public subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

  /// Every value of that name: several boxes of one group are ticked, for example.
  public func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }
}
