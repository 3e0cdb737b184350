/// A page written from top to bottom into one buffer of UTF-8.
///
/// What reaches the buffer is literal markup of our own source, text or attribute values (escaped),
/// an ``Address``, ``SanitizedHTML``, or what another page has ``Written``. There is no other way in.
public struct Page: ~Copyable {
  // A page is some thousand pieces of a few bytes each: for them an array's own bookkeeping costs
  // more than the copying. (The buffer is not a type of its own: Swift 6.3 crashes in release when
  // it inlines the setter of a field that cannot be copied.)
  @usableFromInline var start: UnsafeMutablePointer<UInt8>
  @usableFromInline var count = 0
  @usableFromInline var capacity: Int
  /// Whether `start` is the page's to free, and not a part of an array that is being made.
  private var isOwner: Bool

  /// - Parameter capacity: bytes to reserve; pages that grow past it cost one more copy.
  public init(capacity: Int = 32_768) {
    self.capacity = max(capacity, 64)
    start = .allocate(capacity: self.capacity)
    isOwner = true
  }

  private init(in buffer: UnsafeMutableBufferPointer<UInt8>, at start: UnsafeMutablePointer<UInt8>)
  {
    self.start = start
    capacity = buffer.count
    isOwner = false
  }

  deinit {
    if isOwner { start.deallocate() }
  }

  /// The bytes that `write` puts into a page, where they will stay: nothing is copied unless the
  /// page outgrows `capacity`.
  public static func bytes(capacity: Int, _ write: (inout Page) -> Void) -> [UInt8] {
    var grown: [UInt8]?
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
      guard let start = buffer.baseAddress else { return }
      var page = Page(in: buffer, at: start)
      write(&page)
      if page.isOwner { grown = page.utf8 } else { filled = page.count }
    }
    return grown ?? bytes
  }

  /// The page as it stands, in UTF-8.
  public var utf8: [UInt8] {
    // The initialiser that takes a buffer copies it byte by byte.
    [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
      bytes.baseAddress?.initialize(from: start, count: count)
      filled = count
    }
  }

  /// Writes markup that stands in our own source.
  @inlinable
  public mutating func literal(_ markup: StaticString) {
    append(markup.utf8Start, count: markup.utf8CodeUnitCount)
  }

  /// Writes text; `&`, `<` and `>` are escaped.
  public mutating func text(_ text: String) {
    append(text, escaping: Escape.inText)
  }

  /// Writes a number in ASCII digits.
  public mutating func number(_ number: Int) {
    append(number)
  }

  /// Writes markup that the sanitiser has made, as it is.
  public mutating func sanitized(_ html: SanitizedHTML) {
    html.utf8.withUnsafeBufferPointer { append($0) }
  }
}

extension Page {
  /// Writes an element with its content.
  @inlinable
  public mutating func element(
    _ name: StaticString, _ attributes: [Attribute], _ content: (inout Page) -> Void
  ) {
    open(name, attributes)
    content(&self)
    literal("</")
    literal(name)
    literal(">")
  }

  /// Writes a start tag: all there is of a void element.
  public mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
    literal("<")
    literal(name)
    for attribute in attributes { append(attribute) }
    literal(">")
  }
}

extension Page {
  mutating func append(_ attribute: Attribute) {
    if case .absent = attribute.value { return }
    literal(" ")
    literal(attribute.name)
    switch attribute.value {
    case .absent, .flag: return
    case .literal(let value):
      literal("=\"")
      literal(value)
    case .number(let value):
      literal("=\"")
      append(value)
    case .text(let value):
      literal("=\"")
      append(value, escaping: Escape.inAttribute)
    }
    literal("\"")
  }

  mutating func append(_ number: Int) {
    if number >= 0 && number < 10 {
      append(UInt8(0x30 + number))
    } else {
      append(String(number), escaping: .inText)
    }
  }

  mutating func append(_ text: String, escaping escape: Escape) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for index in bytes.indices {
        guard let replacement = escape.replacement(for: bytes[index]) else { continue }
        append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
        literal(replacement)
        start = index + 1
      }
      append(UnsafeBufferPointer(rebasing: bytes[start...]))
    }
  }
}

extension Page {
  @inlinable
  mutating func append(_ bytes: UnsafePointer<UInt8>, count added: Int) {
    if capacity - count < added { grow(by: added) }
    (start + count).initialize(from: bytes, count: added)
    count += added
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.baseAddress else { return }
    append(first, count: bytes.count)
  }

  private mutating func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    start[count] = byte
    count += 1
  }

  @usableFromInline
  mutating func grow(by added: Int) {
    capacity = max(2 * capacity, count + added)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.moveInitialize(from: start, count: count)
    if isOwner { start.deallocate() }
    start = larger
    isOwner = true
  }
}

/// Which bytes cannot stand for themselves, and what is written instead.
struct Escape {
  let quotes: Bool
  static let inText = Escape(quotes: false)
  static let inAttribute = Escape(quotes: true)

  @inline(__always)
  func replacement(for byte: UInt8) -> StaticString? {
    guard byte < 0x40 else { return nil }
    switch byte {
    case 0x26: return "&amp;"
    case 0x3C: return "&lt;"
    case 0x3E: return "&gt;"
    case 0x22: return quotes ? "&quot;" : nil
    case 0x27: return quotes ? "&#39;" : nil
    default: return nil
    }
  }
}
