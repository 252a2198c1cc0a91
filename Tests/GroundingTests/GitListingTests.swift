import Testing

@testable import Grounding

@Suite("What git lists")
struct GitListingTests {
  private static func entry(_ tag: String, _ mode: String, _ path: String) -> String {
    "\(tag) \(mode) 0123456789abcdef0123456789abcdef01234567 0\t\(path)\u{0}"
  }

  @Test("files that are deleted are left out, links and other repositories hide what is below them")
  func kinds() {
    let output =
      Self.entry("H", "100644", "b.c") + Self.entry("H", "100755", "a.sh")
      + Self.entry("H", "120000", "link")
      + Self.entry("H", "160000", "sub") + Self.entry("H", "100644", "gone.c")
      + Self.entry("R", "100644", "gone.c") + "? new\tname.c\u{0}? nested/\u{0}"
    let listing = GitListing(Array(output.utf8))
    #expect(listing.files == ["a.sh", "b.c", "new\tname.c"])
    #expect(listing.opaque == ["link", "sub", "nested"])
  }

  @Test("below a folder names start from it")
  func below() {
    let output = Self.entry("H", "100644", "web/a.ts") + Self.entry("H", "100644", "webs/b.ts")
    #expect(GitListing(Array(output.utf8), below: "web").files == ["a.ts"])
  }

  @Test("anything else is passed over", arguments: ["", "\u{0}\u{0}", "H", "H 100644", "? "])
  func odd(output: String) {
    #expect(GitListing(Array(output.utf8)).files == [])
  }
}
