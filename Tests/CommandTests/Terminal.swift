/// Runs a line of the shell at a terminal of its own, with lines typed into it.
func atTerminal(
  _ line: String, typing input: String = "", in place: Place
) throws -> BuiltProgram.Run {
  let script = "speccheck() { '\(BuiltProgram.path)' \"$@\"; }; \(line)"
  try place.write(script, to: "line.sh")
  try place.write(input, to: "typed")
  // a moment before the end of the input, which a terminal would take for the end of all
  return try BuiltProgram.shell(
    "(cat typed; sleep 0.5) | script -qec 'bash line.sh' /dev/null", in: place)
}
