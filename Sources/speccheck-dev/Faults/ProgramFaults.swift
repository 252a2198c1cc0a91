import CheckModel

/// The faults of programs on a seat; `Tests/TestServer/Server/program.py` plays them.
extension FaultTable {
  /// Those of programs; what they reply can be as wrong as what servers do.
  static let programs = [
    starting, stopping, writing,
    FaultTable(title: "What a program replies", faults: reply.faults, kinds: [.command]),
    harmlessHabits,
  ]

  static let starting = FaultTable(
    title: "Starting a program",
    faults: [
      Fault("it is not there", "ok", .failure(.notInstalled), at: .missing),
      Fault("the file is no program", "ok", .failure(.notInstalled), at: .notExecutable),
      Fault("it wants to ask somebody at a terminal", "terminal", .failure(.exited)),
    ], kinds: [.command])

  static let stopping = FaultTable(
    title: "The end of a program",
    faults: [
      Fault("status 1 after a perfect reply", "exit~1", .failure(.exited)),
      Fault("the system kills it in the middle", "killed", .failure(.exited)),
      Fault("it never ends", "hang", .failure(.timeoutTotal)),
      Fault("it never ends, and ignores that it is told to", "stubborn", .failure(.timeoutTotal)),
      Fault("all is said, and it does not end", "closed-and-on", .failure(.timeoutTotal)),
      Fault("it asks its server again for ever", "retries", .failure(.timeoutTotal)),
    ], kinds: [.command])

  static let writing = FaultTable(
    title: "What a program writes",
    faults: [
      Fault("nothing, and status 0", "silent", .failure(.empty)),
      Fault("output without end", "flood", .failure(.malformed)),
      Fault("one letter a second", "drip", .failure(.timeoutTotal)),
      Fault("an error in JSON, with words of approval in it", "envelope", .failure(.schemaInvalid)),
      Fault("words of approval, its input unread", "deaf", .failure(.malformed)),
      Fault("a whole reply, twice", "twice", .failure(.malformed)),
      Fault("two replies that contradict each other", "contrary", .failure(.malformed)),
      Fault("a list of errors beside the reply", "errors-beside", .failure(.malformed)),
      Fault("another reply in a form of its own", "wrapped-beside", .failure(.malformed)),
      Fault("a broken reply with escaped names beside it", "broken-beside", .failure(.malformed)),
    ], kinds: [.command])

  static let harmlessHabits = FaultTable(
    title: "What a program may do",
    faults: [
      Fault("write lines of its log before the reply", "noise", .review),
      Fault("write prose around the reply", "prose", .review),
      Fault("write a code fence around the reply", "fenced", .review),
      Fault("say much on standard error", "chatty", .review),
      Fault("leave somebody behind who holds its output open", "grandchild", .review),
      Fault("do so in a session of its own", "detached", .review),
    ], kinds: [.command])
}
