import Glibc
import SQLite

/// `preau vocabulary`: vocabularies from the command line.
public enum VocabularyCommands {
  /// Imports a SKOS file in RDF/XML, or updates what it brought before. Says on standard output what
  /// changed, and on standard error what is wrong with the file.
  ///
  /// - Parameter file: a path; `-` is standard input.
  /// - Throws: ``StartFailure`` for a file that cannot be read or understood.
  public static func load(dataFolder: String, file: String) throws {
    guard let bytes = file == "-" ? readAll(of: STDIN_FILENO) : readFile(file) else {
      throw StartFailure("cannot read \(file): \(systemMessage())")
    }
    let reader: SKOSReader
    do { reader = try SKOSReader(rdfXML: bytes) } catch { throw StartFailure("\(file): \(error)") }
    try makeFolder(dataFolder)
    let change = try Store.use(in: dataFolder) { database in
      try database.write { try VocabularyStore.load(reader.document, at: .now, $0) }
    }
    for problem in reader.problems { Terminal.complain(problem.description) }
    for part in change.parts where change.parts.count == 1 || !part.isEmpty {
      Terminal.say(
        "\(part.scheme.titles.shown(in: "fr", or: part.scheme.language)): \(part.new) new, "
          + "\(part.changed) changed, \(part.gone.count) gone, \(part.same) as before")
    }
  }

  /// Says which vocabularies a site has: slug, number of concepts, title.
  public static func list(dataFolder: String) throws {
    let trees = try Store.useExisting(in: dataFolder) { database in
      try database.read { try ConceptTree.load(nil, $0) }
    }
    for tree in trees {
      Terminal.say("\(tree.scheme.slug)  \(tree.count)  \(tree.scheme.french)")
    }
  }
}

extension SKOSProblem: CustomStringConvertible {
  /// One sentence, for whoever runs a command.
  var description: String {
    switch self {
    case .circle(let uris): "above each other in a circle: \(uris.joined(separator: ", "))"
    case .severalPreferred(let uri, let language):
      "\(uri) has several preferred labels in “\(language)”"
    case .unknownParent(let uri, let parent): "\(uri) stands below \(parent), which is not there"
    case .noLabel(let uri): "\(uri) has no label and is left out"
    case .noScheme(let uri): "\(uri) belongs to no scheme and is left out"
    case .unknownMember(let uri, let member): "\(uri) holds \(member), which is not there"
    }
  }
}
