import Foundation

extension Browser {
  public enum ColorScheme: String, CaseIterable, Sendable { case light, dark }

  /// Gives the page exactly that room, in CSS pixels: windows themselves have a smallest width.
  public func setWindow(width: Int, height: Int) throws {
    try devTools(
      "Emulation.setDeviceMetricsOverride",
      [
        "width": .number(Double(width)), "height": .number(Double(height)),
        "deviceScaleFactor": 1, "mobile": false,
      ])
  }

  /// The answer to `prefers-color-scheme`; motion is refused too, so that colours are at once final.
  public func setColorScheme(_ scheme: ColorScheme) throws {
    let feature: JSON = ["name": "prefers-color-scheme", "value": .string(scheme.rawValue)]
    let stillness: JSON = ["name": "prefers-reduced-motion", "value": "reduce"]
    try devTools("Emulation.setEmulatedMedia", ["features": [feature, stillness]])
  }

  /// Shows the page as it is printed, until `isOn` is false.
  public func setPrintLook(_ isOn: Bool) throws {
    try devTools("Emulation.setEmulatedMedia", ["media": isOn ? "print" : ""])
  }

  /// Writes a PNG of the whole page, or of what the window shows.
  public func screenshot(to path: String, wholePage: Bool = true) throws {
    let parameters: JSON = ["format": "png", "captureBeyondViewport": .bool(wholePage)]
    let image = try devTools("Page.captureScreenshot", try withClip(parameters, wholePage))
    guard let text = image["data"]?.string, let data = Data(base64Encoded: text) else {
      throw BrowserError(kind: "no image", message: path)
    }
    try data.write(to: URL(fileURLWithPath: path))
  }

  /// Whether one must scroll sideways to read (WCAG 2.2 SC 1.4.10).
  public func scrollsSideways() throws -> Bool {
    let metrics = try devTools("Page.getLayoutMetrics")
    let content = metrics["cssContentSize"]?["width"]?.number ?? .infinity
    return content > metrics["cssLayoutViewport"]?["clientWidth"]?.number ?? 0
  }

  private func withClip(_ parameters: JSON, _ wholePage: Bool) throws -> JSON {
    guard wholePage, case .object(var members) = parameters,
      let size = try devTools("Page.getLayoutMetrics")["cssContentSize"]
    else { return parameters }
    members["clip"] = [
      "x": 0, "y": 0, "width": size["width"] ?? 0, "height": size["height"] ?? 0, "scale": 1,
    ]
    return .object(members)
  }
}
