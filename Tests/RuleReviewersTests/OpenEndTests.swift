import CheckModel
import Testing

@testable import RuleReviewers

/// Sentences that leave something open, and sentences of products that only look alike.
@Suite("What is left open, in other people's words")
struct OpenEndTests {
  static let faults = Wording.all([
    "open-question": [
      "How long is a draft kept?", "Which roles may see the archive?",
      "Sort the rooms by name, or by size?", "Lock the row during the import – or the table?",
      "What happens to rooms without a door?", "Are deleted rooms part of the count?",
      "Cap the upload size. At how many megabytes?",
      "Print a warning (to stdout or stderr?).", "Rename the column; does the old name stay?",
      "Where do the thumbnails live?", "Drop Python 3.8?", "Who may approve a refund?",
      "The list is paged, ten rows each?", "Is a second index worth it?",
      "Does the job run once or per tenant?", "Keep a backup (one copy? two?).",
      "When is the trial over, at midnight?", "Can a room have two owners?",
      "Send the mail at once, or collect them first?", "Shall the key be rotated?",
    ],
    "unresolved-choice": [
      "Use Vue or Svelte for the admin page.", "Write it in Rust, or just keep the C version.",
      "Name the column `owner_id` or `user_id`.", "Put the filter in the sidebar or in the header.",
      "Save the drafts with IndexedDB, alternatively in the URL.",
      "Answer with 409 or 422 when the name is taken.", "Show the result in a dialog or a drawer.",
      "Two possibilities for the queue: SQS or a table.",
      "Schedule it with a cron job or with a worker.",
      "Add the check to `parse()` (or to `load()`).", "The cache is kept as a file/table/map.",
      "Delete the old rows, or else move them to an archive.",
      "Implement the lookup as a trie or as a sorted array.",
      "Store the keys either in the vault or on disk.", "Set the page size to 50 or 100.",
      "Host the docs on Netlify, Vercel or Cloudflare.",
      "Call the command `rooms list` or `rooms show`.",
      "The lock is implemented via Redis or via an advisory lock.",
      "Log the refusal or throw an exception.", "Encrypt the file with age or with GPG.",
    ],
    "placeholder-marker": [
      "Use port ????.", "The topic is called ______.", "Allow XX uploads per hour.",
      "The retention is ?? days.", "Cache entries live for XX minutes.", "Buffer size: N/N bytes.",
      "Price per seat: ___ EUR.", "Heap limit: fill in.", "Owner of the bucket (fill in).",
      "The name of the topic is ???", "Wait for XXX ms.", "Set the color to #??????.",
      "Set the retries to ??.",
    ],
    "template-residue": [
      "Send the report to [recipient] on Mondays.", "Set the limit to [value] rows.",
      "Upload it to `<bucket-name-here>`.", "Host the page at [domain].",
      "Point the client at `https://<host-here>/v1`.", "Listen on port [number].",
      "Sign it with [name of the key].",
    ],
    "deferred-work": [
      "Pick the color later on.", "The format of the key gets settled at a later stage.",
      "We'll work out the limits as we go.", "Choose a queue once the prototype is done.",
      "The retention is settled by us in a follow-up.",
      "Leave the name of the option open for now.",
      "Postpone the decision on the format.", "The wording is agreed afterwards.",
      "Exact limits will be set during development.", "Details of the layout come later.",
      "The order of the columns is decided when we get there.",
      "The algorithm will be selected before the release.",
      "Rights: to be clarified at some later point.", "We decide on the limits next sprint.",
      "The rules of the merge are finalized in a subsequent phase.",
      "The exact wording gets determined down the road.", "Defer the choice of the library.",
      "The limit remains open.", "Sort the rooms; the criterion follows later.",
      "The names will be figured out along the way.", "Let's see later which fields are needed.",
    ],
    "hedged-instruction": [
      "Possibly drop the second query.", "Perhaps the list should be sorted.",
      "Consider a second index.", "Think about caching the rooms.",
      "Feel free to rename the helper.", "It may be worth adding an index.",
      "I would lean towards dropping it.", "Would be great to have a preview.",
      "We might also log the name.", "The importer should maybe skip empty rows.",
      "It might make sense to split the file.", "You could also print the count.",
      "Consider whether the cache is needed.", "It would be nice if the list were sorted.",
      "A retry would probably not hurt.", "I'd rather drop the second column.",
      "The rooms could perhaps be sorted.", "See if the query can be dropped.",
      "Preferably, the rows are read in one go.", "We may want to log it.",
    ],
    "external-knowledge": [
      "Ask Nadia which tables are live.", "Get the certificate from the ops team.",
      "Do it the way we always do.", "The prices follow what marketing told us.",
      "Use the limits from last week's planning.", "Olga knows the password of the router.",
      "Apply the settings we always use.", "Build the form like the client described it.",
      "Lay the page out according to the designer's sketches.",
      "Use the numbers Tom mailed around.", "Set it up with the usual options.",
      "The legal department tells you which texts to show.",
      "Follow the convention that everyone here is used to.",
      "Take the texts from Monday's workshop.", "Clarify the rounding with accounting.",
      "Name it as we did in the last project.", "Proceed as explained on the phone.",
      "Check with the security team which ciphers are allowed.",
      "The thresholds are the ones from the kick-off.",
      "Get the pin list from our electrician before wiring up `gpio.c`.",
    ],
  ])

  @Test("a sentence that leaves something open is found in plans of every style", arguments: faults)
  func found(wording: Wording) throws {
    let rule = try #require(RuleCatalogue.standard.rule(wording.rule))
    // in a cell or between statements, what asks may be the heading of what follows; prose weighs
    let elsewhere: [String: Set<String>] = [
      "open-question": ["table", "prose"], "hedged-instruction": ["prose"],
    ]
    let silent = WordingTests.frames.filter { name, frame in
      elsewhere[rule.id]?.contains(name) != true
        && findings(rule, in: frame.replacing("X", with: wording.sentence)).isEmpty
    }
    #expect(silent.keys.sorted() == [])
  }

  static let harmless = Wording.all([
    "open-question": [
      "Show \"Delete the room?\" in the dialog.", "The title reads: Are you sure?",
      "Is the cache warm? Then skip the query.", "Which order holds? The order of the file.",
      "Does the room exist? If not, answer 404.", "The button asks “Keep the draft?”.",
      "Parse the query behind the `?`.", "Print the prompt `Continue?`.",
      "Should it fail, exit with 1.", "Ask the user whether to keep the file.",
      "Shall we keep it? Yes.", "The FAQ entry is titled “How do I leave?”.",
      "A name that ends with a question mark is refused.",
      "Confirm the deletion: Delete all rooms?", "What is printed is a list.",
    ],
    "unresolved-choice": [
      "Accept JSON or CSV.", "The user chooses PDF or HTML.", "The sort order is `asc` or `desc`.",
      "Use Redis, not Memcached or Valkey.", "Refuse names with a slash or a dot.",
      "Store it in Redis or Postgres, depending on `STORE`.", "Do not call `eval` or `exec`.",
      "Use the first or last row, whichever is newer.", "Create or update the row.",
      "Return the room or null.", "Remove the key or the lock if it is stale.",
      "Press Enter or click on the button.", "Verify that the status is 200 or 204.",
      "A room is either open or closed.", "Rooms with one or two doors come first.",
      "Skip rows without a name or an id.", "Require Node 20 or later.",
      "Use `pnpm` (or newer releases of it).", "Write 0 or 1 to the column `open`.",
      "Show a spinner or, once it is read, the list.",
    ],
    "placeholder-marker": [
      "Return 5XX codes as they are.", "Use `??` for the default.", "Sort by country, then XX.",
      "What is it??", "The file is named `__init__`.", "The form has fields to fill in.",
      "Use __all__ names.", "The user has to fill in the form.", "Hide digits as XXXX-1234.",
      "It costs 5 ??= 3.",
    ],
    "template-residue": [
      "Call `mv <old> <new>`.", "The array [a] has one element.", "Mark it with [P].",
      "Store it in `rooms/<name>/`.", "The option [optional] is read.", "Sort by x[i].",
      "Print the tag [warning] in front.", "Read the [guide](a.md).", "[x] is ticked.",
      "Log lines start with [info] or [error].",
    ],
    "deferred-work": [
      "Leave the connection open.", "Keep the dialog open until it is saved.",
      "Remind the user one hour later.", "Rows that come later win.",
      "The port is chosen by the kernel when the server starts.",
      "The user can decide later.", "The winner is determined once all votes are in.",
      "The admin decides which rooms are open.", "The door remains open for 5 s.",
      "The type is defined in Task 3.", "Picked rooms are sorted afterwards.",
      "Defer the script with the attribute `defer`.", "Set the flag before the release.",
      "Postpone the appointment by one day.", "Later the job deletes the file.",
      "Retry after 5 s, then later after 10 s.",
    ],
    "hedged-instruction": [
      "The result is a possibly empty list.", "Label it \"Maybe later\".",
      "Treat a request that could fail as failed.", "The `Maybe` type holds it.",
      "Users could have two rooms.", "Consider rows older than 3 days as stale.",
      "The optional name may be null.", "Possible values are 1 and 2.",
      "Catch what `load()` could throw.", "Free the buffer.",
      "The field thinking is removed.", "Rooms may also have no door.",
      "The column `probably_dead` is dropped.", "See `load()` for the order.",
      "The worth of the room is printed.",
    ],
    "external-knowledge": [
      "Ask the user for the password.", "Get the name from the team's row.",
      "The customer knows the price.", "Show the notes of the last meeting.",
      "The chat shows the last call.", "Read the token from the client.",
      "The team owner may invite people.", "Send the invoice to the accounting system.",
      "Fetch the rooms from the server.", "Follow the convention in `STYLE.md`.",
      "The manager approves the request.", "Get the list from Stripe.",
      "Ask the customer for a rating.", "The doctor knows which rooms are free.",
      "Members of the security team see the page.",
    ],
  ])

  @Test("a look-alike is left alone", arguments: harmless)
  func leftAlone(wording: Wording) throws {
    let rule = try #require(RuleCatalogue.standard.rule(wording.rule))
    let loud = WordingTests.frames.filter { _, frame in
      !findings(rule, in: frame.replacing("X", with: wording.sentence)).isEmpty
    }
    #expect(loud.keys.sorted() == [])
  }
}
