/// The words that make a plan risky, by family.
enum RiskFamily: String, Sendable, CaseIterable {
  case money = "payment"
  case access = "authentication or permissions"
  case dataChange = "data migration or destructive SQL"
  case deletion = "deletion of data"
  case concurrency = "shared state between threads"
  case publicContract = "breaking change or public API"
  case deployment = "deployment"
  case secrets = "secrets or credentials"
}

enum RiskWords {
  /// What a word says by itself, or only beside another.
  enum Sign: Sendable {
    case family(RiskFamily)
    /// `delete`, with user, account, record, table, bucket or data in the same line.
    case delete
    case deleted
    /// `mutex`, `race`, `concurren…`, with `shared` in the same line.
    case concurrent
    case shared
    /// `drop`, `truncate`, with a table, column, database, index or schema in the same line.
    case drop
    case dropped
    /// `migration`, in a plan that also speaks of stored data; code and components migrate too.
    case migration
    case stored
    /// A word of stored data that `drop` may stand beside.
    case database
  }

  static let table = PhraseTable<Sign>([
    ("payment*", .family(.money)), ("billing", .family(.money)), ("refund*", .family(.money)),
    ("invoice*", .family(.money)), ("invoicing", .family(.money)),
    ("authentic*", .family(.access)), ("authoriz*", .family(.access)),
    ("authoris*", .family(.access)), ("oauth*", .family(.access)),
    ("permission*", .family(.access)),
    ("password*", .family(.access)), ("access token*", .family(.access)),
    ("migration*", .migration), ("backfill*", .family(.dataChange)),
    ("alter table", .family(.dataChange)), ("drop", .drop), ("drops", .drop), ("dropping", .drop),
    ("truncate*", .drop), ("delete*", .delete), ("deletion", .delete), ("deleting", .delete),
    ("user*", .deleted), ("account*", .deleted), ("record*", .deleted), ("table", .dropped),
    ("tables", .dropped), ("bucket*", .deleted), ("data", .deleted), ("column*", .dropped),
    ("database*", .database), ("index", .dropped), ("schema*", .dropped), ("rows", .deleted),
    ("mutex*", .concurrent), ("race", .concurrent), ("races", .concurrent),
    ("concurren*", .concurrent), ("shared", .shared),
    ("sql", .stored), ("sqlite*", .stored), ("postgres*", .stored), ("mysql", .stored),
    ("mariadb", .stored), ("mongo*", .stored), ("orm", .stored), ("alembic", .stored),
    ("prisma", .stored), ("db", .stored),
    ("breaking change*", .family(.publicContract)),
    ("public api*", .family(.publicContract)), ("deploy*", .family(.deployment)),
    ("rollout*", .family(.deployment)), ("terraform", .family(.deployment)),
    ("kubectl apply", .family(.deployment)), ("secret*", .family(.secrets)),
    ("credential*", .family(.secrets)), ("api key*", .family(.secrets)),
    ("api-key*", .family(.secrets)),
  ])

  /// Documents that tell users of a change.
  static let announcements = PhraseTable(
    ["changelog*", "changes.md", "release notes", "news.md", "migration guide", "upgrade guide"],
    true)

  /// Words that take a risk back: `no migration`, `without authentication`.
  static let negations = PhraseTable(
    ["no", "not", "without", "never", "don't", "doesn't", "none", "non", "avoid", "nor", "n't"],
    true)

  /// SQL that destroys, wherever it stands; case folded.
  static let destructiveSQL = PhraseTable(
    [
      "drop table", "drop database", "drop schema", "drop column", "drop index", "truncate table",
      "delete from", "drop view", "drop type", "drop constraint",
    ], true)

  /// Folders and stems of paths that hold access control or money.
  static let sensitivePaths = PhraseTable<RiskFamily>([
    ("auth", .access), ("authentication", .access), ("authorization", .access), ("oauth*", .access),
    ("login", .access), ("permissions", .access), ("permission", .access), ("password*", .access),
    ("payment*", .money), ("billing", .money), ("refund*", .money), ("invoice*", .money),
    ("checkout", .money),
  ])
}
