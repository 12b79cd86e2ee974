import Canvas
import Testing

@testable import Terminal

@Suite("Devices without a terminal")
struct DeviceTests {
  @Test("A recorded device gives its script and keeps what is painted")
  func recorded() {
    var device = RecordedDevice(
      size: Size(width: 10, height: 2),
      script: [[.key(.enter)], [], [.resized(Size(width: 5, height: 1))]])
    var frame = Frame(size: device.size)
    frame.put("een", row: 0, column: 0)
    device.paint(frame)
    #expect(device.screen?.text == "een\n")
    var told = [device.inputs(within: nil), device.inputs(within: 100), device.inputs(within: nil)]
    #expect(told == [[.key(.enter)], [], [.resized(Size(width: 5, height: 1))]])
    #expect(device.size == Size(width: 5, height: 1))
    told = [device.inputs(within: nil)]
    #expect(told == [[.lost]])
    #expect(device.waits == [nil, 100, nil, nil])
    let isSuspended = device.suspend()
    let isCopied = device.copy("tekst", base64: "dGVrc3Q=")
    #expect(isSuspended && isCopied)
    told = [device.inputs(within: nil)]
    #expect(told == [[.resumed]])
    device.bell()
    device.redraw()
    device.close()
    #expect(device.copied == ["tekst"])
    #expect(device.bells == 1 && device.redraws == 1 && device.suspensions == 1)
    #expect(device.isClosed)
  }

  @Test("The clipboard gets the whole text, in the sequence for it", arguments: ["", "w6k="])
  func clipboard(_ encoded: String) {
    #expect(
      String(decoding: Clipboard.sequence(base64: encoded), as: UTF8.self)
        == "\u{1B}]52;c;\(encoded)\u{7}")
    let long = String(repeating: "w6k=", count: 100_000)
    #expect(Clipboard.sequence(base64: long).count == 400_008)
  }
}
