import HTTP
import Synchronization
import Testing

@testable import HTTPServer

@Suite struct `Connections of one address` {
  @Test func `are limited, and counted down again`() {
    let counts = ConnectionCounts(limit: 2)
    counts.opened("192.0.2.1")
    #expect(counts.mayOpen("192.0.2.1"))
    counts.opened("192.0.2.1")
    #expect(!counts.mayOpen("192.0.2.1"))
    #expect(counts.mayOpen("192.0.2.2"))
    counts.closed("192.0.2.1")
    #expect(counts.mayOpen("192.0.2.1"))
  }

  @Test(arguments: ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
  func `have no limit where a proxy may speak for all`(peer: String) {
    let counts = ConnectionCounts(limit: 1)
    for _ in 0..<10 { counts.opened(peer) }
    #expect(counts.mayOpen(peer))
  }
}

@Suite struct `A pool of workers` {
  private func job(_ place: String = "here", _ run: @escaping @Sendable () -> Void)
    -> WorkerPool.Job
  {
    WorkerPool.Job(place: place, run: run, refuse: {})
  }

  @Test func `runs every job that it took, in their order`() {
    let pool = WorkerPool(threads: 1, limit: 1_000)
    let done = Mutex<[Int]>([])
    let gate = Gate()
    #expect(pool.submit(job { gate.pass() }))
    gate.waitForArrivals(1)
    for number in 0..<1_000 {
      #expect(pool.submit(job { done.withLock { $0.append(number) } }))
    }
    #expect(!pool.submit(job {}))
    gate.open()
    pool.stop()
    #expect(done.withLock { $0 } == Array(0..<1_000))
    #expect(!pool.submit(job {}))
  }

  @Test func `one place that fills it holds up only itself`() {
    let pool = WorkerPool(threads: 1, limit: 10)
    let done = Mutex<[String]>([])
    let gate = Gate()
    #expect(pool.submit(job("flood") { gate.pass() }))
    gate.waitForArrivals(1)
    for _ in 0..<10 { #expect(pool.submit(job("flood") { done.withLock { $0.append("flood") } })) }
    #expect(!pool.submit(job("flood") {}))
    #expect(pool.submit(job("school") { done.withLock { $0.append("school") } }))
    gate.open()
    pool.stop()
    #expect(done.withLock { $0.count { $0 == "school" } } == 1)
    #expect(done.withLock { $0.firstIndex(of: "school") ?? 99 } <= 1)
    #expect(done.withLock { $0.count } == 10)
  }
}

@Suite struct `An entity tag` {
  @Test func `differs wherever a byte does`() {
    let body = (0..<135).map { UInt8($0) }
    var tags: Set = [EntityTag.of(body), EntityTag.of([])]
    for index in body.indices {
      var other = body
      other[index] ^= 1
      tags.insert(EntityTag.of(other))
      tags.insert(EntityTag.of(Array(body[..<index]) + [0]))
    }
    #expect(tags.count == 2 + 2 * body.count)
  }

  @Test func `stays the same from one start to the next`() {
    #expect(EntityTag.of(Array("Préau".utf8)) == EntityTag.of(Array("Préau".utf8)))
    #expect(EntityTag.gzipped("\"a\"") == "\"a-gz\"")
  }
}

@Suite struct `Compression` {
  @Test(arguments: [0, 1, 599, 70_000, 1_000_000])
  func `gives back every byte`(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }
    for _ in 0..<2 {
      #expect(gunzip(try #require(Gzip.compress(bytes))) == bytes)
      #expect(gunzip(try #require(Gzip.compressPage(bytes))) == bytes)
    }
  }
}
