import Synchronization

/// Counts since the start, in Prometheus' text exposition format 0.0.4.
final class Metrics: Sendable {
  private struct Counts {
    /// Requests by the first digit of their status.
    var requests = [Int](repeating: 0, count: 6)
    /// Requests by time taken: as many as ``bounds``, then the slower ones.
    var durations = [Int](repeating: 0, count: Metrics.bounds.count + 1)
    var microseconds = 0
    var bytes = 0
  }

  /// Upper bounds in microseconds.
  private static let bounds = [500, 1_000, 2_500, 5_000, 10_000, 50_000, 250_000, 1_000_000]
  private let counts = Mutex(Counts())

  func add(status: Int, bytes: Int, microseconds: Int) {
    counts.withLock { counts in
      counts.requests[min(max(status / 100, 0), 5)] += 1
      let slot = Self.bounds.firstIndex { microseconds <= $0 } ?? Self.bounds.count
      counts.durations[slot] += 1
      counts.microseconds += microseconds
      counts.bytes += bytes
    }
  }

  var text: String {
    let counts = counts.withLock { $0 }
    var lines = [
      "# HELP preau_requests_total Requests answered, by class of status.",
      "# TYPE preau_requests_total counter",
    ]
    for kind in 1...5 {
      lines.append("preau_requests_total{status=\"\(kind)xx\"} \(counts.requests[kind])")
    }
    lines += [
      "# HELP preau_request_seconds Time taken to answer.",
      "# TYPE preau_request_seconds histogram",
    ]
    var total = 0
    for (bound, count) in zip(Self.bounds, counts.durations) {
      total += count
      lines.append("preau_request_seconds_bucket{le=\"\(Double(bound) / 1e6)\"} \(total)")
    }
    total += counts.durations[Self.bounds.count]
    lines += [
      "preau_request_seconds_bucket{le=\"+Inf\"} \(total)",
      "preau_request_seconds_sum \(Double(counts.microseconds) / 1e6)",
      "preau_request_seconds_count \(total)",
      "# HELP preau_response_bytes_total Bytes of bodies sent.",
      "# TYPE preau_response_bytes_total counter",
      "preau_response_bytes_total \(counts.bytes)",
      "# HELP preau_resident_bytes Resident memory.",
      "# TYPE preau_resident_bytes gauge",
      "preau_resident_bytes \(Machine.residentBytes)",
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}
