import Digests
import Testing

@Suite("SHA-256")
struct SHA256Tests {
  @Test("the examples of FIPS 180-4")
  func publishedVectors() {
    #expect(
      SHA256.hex(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256.hex([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test(
    "the keyed examples of RFC 4231",
    arguments: [
      (
        [UInt8](repeating: 0x0b, count: 20), "Hi There",
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
      ),
      (
        Array("Jefe".utf8), "what do ya want for nothing?",
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
      ),
      (
        [UInt8](repeating: 0xaa, count: 131),
        "Test Using Larger Than Block-Size Key - Hash Key First",
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
      ),
    ])
  func keyedVectors(key: [UInt8], text: String, expected: String) {
    #expect(SHA256.hexadecimal(SHA256.hmac(key: key, Array(text.utf8))) == expected)
  }

  @Test("a key as long as a block is used as it is, a longer one by its digest")
  func keyLengths() {
    let longer = [UInt8](repeating: 7, count: 65)
    let text = Array("the plan".utf8)
    #expect(SHA256.hmac(key: longer, text) == SHA256.hmac(key: SHA256.digest(longer), text))
    let block = [UInt8](repeating: 7, count: 64)
    #expect(SHA256.hmac(key: block, text) != SHA256.hmac(key: SHA256.digest(block), text))
  }
}
