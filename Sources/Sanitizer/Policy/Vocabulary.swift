import CLibXML2

#if canImport(Glibc)
  import Glibc
#endif

/// The tables that every document needs, made once per process and never freed.
struct Vocabulary: @unchecked Sendable {
  /// Names of elements to ``Element``; names of attributes to ``Attribute`` plus one.
  let elements: NameTable
  let attributes: NameTable
  /// Names of HTML 4's entities to their code points: those that libxml2 knows.
  let entities: NameTable
  /// `<name` and `</name>` of each tag in 16 bytes each, with their lengths.
  let markup: UnsafeMutablePointer<UInt8>
  let nameLengths: UnsafeMutablePointer<Int>
  /// The bits of ``Attribute/allowed(on:)``.
  let allowed: UnsafeMutablePointer<UInt32>

  static let shared = Vocabulary()

  private init() {
    xmlInitParser()
    elements = NameTable(Self.elementEntries)
    attributes = NameTable(
      Attribute.allCases.map { (Name("\($0)"), UInt32($0.rawValue) + 1) })
    entities = NameTable(Self.entityEntries)
    markup = .allocate(capacity: 64 * 32)
    markup.initialize(repeating: 0, count: 64 * 32)
    nameLengths = .allocate(capacity: 64)
    nameLengths.initialize(repeating: 0, count: 64)
    allowed = .allocate(capacity: 64)
    allowed.initialize(repeating: 0, count: 64)
    for tag in Tag.allCases { prepare(tag) }
  }

  private func prepare(_ tag: Tag) {
    let number = Int(tag.rawValue)
    for (at, byte) in "<\(tag)".utf8.enumerated() { markup[number * 32 + at] = byte }
    for (at, byte) in "</\(tag)>".utf8.enumerated() { markup[number * 32 + 16 + at] = byte }
    nameLengths[number] = "\(tag)".utf8.count
    allowed[number] = Attribute.allowed(on: tag)
  }

  private static var elementEntries: [(Name, UInt32)] {
    let special: Set<Tag> = [.section, .input, .img]
    var entries = Tag.allCases.filter { !special.contains($0) }.map {
      (Name("\($0)"), Element.firstKept + UInt32($0.rawValue))
    }
    entries += Element.renamed.map { (Name($0), Element.firstKept + UInt32($1.rawValue)) }
    entries += Element.droppedTags.map { (Name($0), Element.dropped.rawValue) }
    entries += Element.droppedWhole.enumerated().map {
      (Name($1), Element.firstDroppedWhole + UInt32($0))
    }
    entries += [
      (Name("section"), Element.section.rawValue), (Name("input"), Element.input.rawValue),
      (Name("img"), Element.image.rawValue), (Name("image"), Element.image.rawValue),
    ]
    return entries
  }

  /// libxml2's table can only be asked: all its code points are below U+2700.
  private static var entityEntries: [(Name, UInt32)] {
    (34..<0x2700 as Range<UInt32>).compactMap { value in
      guard let entity = htmlEntityValueLookup(value) else { return nil }
      let name = UnsafeRawPointer(entity.pointee.name).assumingMemoryBound(to: UInt8.self)
      return Name(name).map { ($0, value) }
    }
  }
}

extension Name {
  /// A name of ours, built at run time.
  init(_ string: String) {
    var low: UInt64 = 0
    var high: UInt64 = 0
    for (at, byte) in string.utf8.prefix(16).enumerated() {
      if at < 8 {
        low |= UInt64(byte) << UInt64(at * 8)
      } else {
        high |= UInt64(byte) << UInt64((at - 8) * 8)
      }
    }
    self.low = low
    self.high = high
  }
}
