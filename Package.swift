// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "preau",
  products: [
    .executable(name: "preau", targets: ["Command"]),
    .executable(name: "preau-video", targets: ["VideoFilter"]),
  ],
  targets: [
    // Debian's libraries, each behind the one module that wraps it.
    .systemLibrary(
      name: "CSQLite", path: "Sources/CLibraries/CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(
      name: "CMicrohttpd", path: "Sources/CLibraries/CMicrohttpd", pkgConfig: "libmicrohttpd",
      providers: [.apt(["libmicrohttpd-dev"])]),
    .systemLibrary(
      name: "CLibXML2", path: "Sources/CLibraries/CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CCMark", path: "Sources/CLibraries/CCMark", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(
      name: "CSodium", path: "Sources/CLibraries/CSodium", pkgConfig: "libsodium",
      providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(
      name: "COpenSSL", path: "Sources/CLibraries/COpenSSL", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CStemmer", path: "Sources/CLibraries/CStemmer",
      providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(
      name: "CZlib", path: "Sources/CLibraries/CZlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CZip", path: "Sources/CLibraries/CZip", pkgConfig: "libzip",
      providers: [.apt(["libzip-dev"])]),
    .systemLibrary(
      name: "CQREncode", path: "Sources/CLibraries/CQREncode", pkgConfig: "libqrencode",
      providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(
      name: "CCurl", path: "Sources/CLibraries/CCurl", pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(
      name: "CGD", path: "Sources/CLibraries/CGD", providers: [.apt(["libgd-dev"])]),
    // Without pkgConfig, whose libraries SwiftPM would also link into whatever only waits for the
    // program for films to be built.
    .systemLibrary(
      name: "CAV", path: "Sources/CLibraries/CAV",
      providers: [.apt(["libavformat-dev", "libavcodec-dev", "libavutil-dev"])]),

    // Parts that know nothing of Préau.
    .target(name: "SQLite", dependencies: ["CSQLite"]),
    .target(name: "XML", dependencies: ["CLibXML2"]),
    .target(name: "HTML"),
    .target(name: "Sanitizer", dependencies: ["HTML", "CLibXML2", "CCMark"]),
    .target(name: "Media", dependencies: ["CGD"]),
    .target(name: "HTTP"),
    .target(name: "HTTPServer", dependencies: ["HTTP", "CMicrohttpd", "CZlib"]),
    .target(name: "Mail", dependencies: ["CCurl"]),
    .target(name: "Fetching", dependencies: ["CCurl"]),
    .target(name: "PDF", dependencies: ["CZlib"]),
    .target(name: "JSONText"),
    .target(name: "LinkedData", dependencies: ["JSONText", "CSodium"]),
    .target(
      name: "Credentials",
      dependencies: ["JSONText", "LinkedData", "XML", "COpenSSL", "CSodium", "CZlib"]),

    // The product.
    .target(
      name: "Preau",
      dependencies: [
        "SQLite", "XML", "HTML", "Sanitizer", "Media", "HTTP", "HTTPServer", "Mail", "Fetching",
        "PDF", "JSONText", "LinkedData", "Credentials", "CSodium", "CSQLite", "CStemmer",
        "CQREncode", "CZip", "CZlib",
      ]),
    .executableTarget(
      // VideoFilter is only built along, so that `swift run preau` finds it; nothing of it is linked.
      name: "Command", dependencies: ["Preau", "Sanitizer", "VideoFilter"],
      // One file that needs no Swift where it runs, and is a tenth faster than with Swift's shared
      // libraries.
      linkerSettings: [.unsafeFlags(["-static-stdlib"], .when(configuration: .release))]),
    // Started by the site for one film at a time, so that the libraries for films are never in it.
    .executableTarget(
      name: "VideoFilter", dependencies: ["CAV"],
      linkerSettings: [.unsafeFlags(["-static-stdlib"], .when(configuration: .release))]),
    // What the benchmark compares with: libmicrohttpd answering the same bytes and nothing else.
    .executableTarget(name: "Floor", dependencies: ["CMicrohttpd"]),

    .testTarget(name: "SQLiteTests", dependencies: ["SQLite", "CSQLite"]),
    .testTarget(name: "XMLTests", dependencies: ["XML"]),
    .testTarget(name: "HTMLTests", dependencies: ["HTML"]),
    .testTarget(name: "SanitizerTests", dependencies: ["Sanitizer"]),
    .testTarget(name: "MediaTests", dependencies: ["Media", "CGD", "TestSupport"]),
    .testTarget(name: "HTTPTests", dependencies: ["HTTP"]),
    .testTarget(name: "HTTPServerTests", dependencies: ["HTTP", "HTTPServer", "CZlib"]),
    .testTarget(name: "FetchingTests", dependencies: ["Fetching", "TestSupport"]),
    .testTarget(name: "MailTests", dependencies: ["Mail", "TestSupport"]),
    .testTarget(name: "PDFTests", dependencies: ["PDF"]),
    .testTarget(name: "JSONTextTests", dependencies: ["JSONText"]),
    .testTarget(
      name: "LinkedDataTests", dependencies: ["JSONText", "LinkedData", "TestSupport"],
      exclude: ["Vectors"]),
    .testTarget(
      name: "CredentialsTests",
      dependencies: ["Credentials", "JSONText", "LinkedData", "CSodium", "CZlib", "TestSupport"],
      exclude: ["Schemas", "Verifiers"]),
    .testTarget(name: "CommandTests", dependencies: ["Command", "TestSupport"]),
    .testTarget(name: "PreauTests", dependencies: ["Preau"]),

    // What tests of the whole share: a running server, a visitor without a browser, a browser.
    .target(name: "TestSupport", dependencies: ["CSQLite"], path: "Tests/Support"),
    .testTarget(name: "JourneyTests", dependencies: ["TestSupport"]),
    .testTarget(name: "BrowserTests", dependencies: ["TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)
