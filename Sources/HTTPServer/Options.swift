extension Server {
  /// How a server listens, and how much it takes on.
  public struct Options: Sendable {
    /// An IPv4 or IPv6 address, or `localhost`.
    public var host = "127.0.0.1"
    /// 0 lets the system choose.
    public var port = 0
    /// Threads that read requests and answer those of the reading lane.
    public var threads = 2
    /// Threads of each other lane.
    public var writers = 8
    /// Threads that hash passwords: each takes 19 MiB meanwhile.
    public var passwordWorkers = 2
    /// Threads of the slow lane.
    public var slowWorkers = 2
    /// Requests that may wait for a thread of their lane; the next one is refused with 503, or one
    /// of the place that has most of them there.
    public var writingQueue = 256
    /// Log-ins and the like that may wait.
    public var passwordQueue = 64
    /// Requests of the slow lane that may wait.
    public var slowQueue = 16
    /// Connections at a time, of all clients; the next ones wait to be accepted.
    public var connectionLimit = 2_000
    /// Connections at a time of one address; 0 for no limit. Loopback, where a proxy speaks for
    /// everyone, has none.
    public var connectionLimitPerAddress = 200
    /// After so many seconds without a byte a connection is closed.
    public var idleTimeout = 30
    /// The head of a request must have come so many seconds after its connection was opened, or
    /// after the request before it was answered.
    public var slowestHead = 60
    /// A body that takes longer to arrive than this many seconds is watched: each stretch of
    /// `bodyStretch` seconds must bring `slowestBytesPerSecond`.
    public var slowestBody = 30
    /// Seconds.
    public var bodyStretch = 10
    /// What a line that sends at all achieves.
    public var slowestBytesPerSecond = 512
    /// So many seconds later a body must have come whole as it takes at this pace: half of what a
    /// village line of 64 kbit/s sends.
    public var bodyBytesPerSecond = 4_096
    /// Bytes of all bodies in memory that have not come whole or are not answered yet; the next
    /// ones are refused with 503.
    public var bodyMemory = 64 << 20
    /// The part of it that one place may hold.
    public var bodyMemoryPerPlace = 16 << 20
    /// A body that is longer than so many bytes waits on the disk.
    public var longestInMemory = 1 << 20
    /// A body that is longer than so many bytes stays there, and is handed over as a file.
    public var longestReadBack = 16 << 20
    /// Bytes of all bodies that wait there.
    public var bodyDisk = 1 << 30
    /// The part of it that one place may hold: a class of thirty that sends photos at a time.
    public var bodyDiskPerPlace = 512 << 20
    /// Bytes of each body that do not count as memory.
    public var uncountedBody = 16_384
    /// Bytes for the head of a request and the head of its response, of each connection.
    public var connectionMemory = 32_768
    /// A body that is too long, but not longer than this many bytes, is read all the same and given
    /// to the application, which may give the text back. Of a longer one it gets the beginning.
    public var longestRefused = 3 << 20
    /// How many of them are kept at a time: each may take its length several times.
    public var mostRefused = 4
    /// Where the bodies wait that are too long for memory, in files without a name.
    public var spoolFolder = "/tmp"
    /// How many bytes beyond the limit are read of a body that is too long, so that a browser
    /// finishes sending and shows the page that says so.
    public var drainLimit = 8 << 20
    /// The same of a body in chunks, whose end nobody knows: no browser sends one.
    public var drainLimitOfChunks = 8 << 20
    /// How many seconds a stop waits for requests that have begun.
    public var stopGrace = 10

    /// The defaults: a site on two cores with less than 100 MB of memory.
    public init() {}
  }
}
