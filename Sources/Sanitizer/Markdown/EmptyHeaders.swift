/// Makes `<td>` of each `<th>` without content, in place: the empty corner of a table is a header of
/// nothing, and a screen reader would announce it (HTML 4.9.10, WCAG 2.2 §1.3.1).
func demoteEmptyHeaders(_ html: UnsafeMutableBufferPointer<UInt8>) {
  let end = Array("></th>".utf8)
  var rest = html[...]
  while let close = rest.firstIndex(of: end[0]) {
    rest = html[(close + 1)...]
    guard html[close...].starts(with: end),
      let open = html[..<close].lastIndex(of: UInt8(ascii: "<"))
    else { continue }
    let name = html[open..<close].dropFirst()
    guard name.starts(with: "th".utf8), name.count == 2 || html[open + 3] == UInt8(ascii: " ")
    else { continue }
    html[open + 2] = UInt8(ascii: "d")
    html[close + 4] = UInt8(ascii: "d")
  }
}
