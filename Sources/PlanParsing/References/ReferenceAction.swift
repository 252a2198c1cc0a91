import CheckModel

/// Works out from the words around a name what the plan does with it.
enum ReferenceAction {
  private enum Verb: Sendable {
    /// `Add` and the like make a file when it is their object, and change it after a preposition.
    case add
    case create, modify, delete, read, run, move
    /// `Implement … in`: nothing is said about whether the file is there.
    case build
  }

  /// The action for the name at `range`; the nearest words win, then the context.
  ///
  /// - Parameter clause: the bytes that may speak about it: its paragraph, item or table cell.
  static func action(
    _ bytes: [UInt8], clause: Range<Int>, name range: Range<Int>, context: Reference.Action?
  ) -> Reference.Action {
    if let remark = remark(bytes, after: range.upperBound, before: clause.upperBound) {
      return remark
    }
    let before = window(bytes, clause, range)
    if let label = label(bytes, before.lowerBound..<range.lowerBound, clause) { return label }
    if let verb = verb(bytes, before) { return verb }
    if context == .create, namesPart(bytes, after: range.upperBound, before: clause.upperBound) {
      return .modify
    }
    return context ?? .mention
  }

  /// `, line 3`, `, section *Search*` right behind the name: the file is there.
  private static func namesPart(_ bytes: [UInt8], after end: Int, before limit: Int) -> Bool {
    var offset = end
    while offset < limit, offset - end < 4, [0x60, 0x2A, 0x2C, 0x20].contains(bytes[offset]) {
      offset += 1
    }
    return offset > end + 1 && bytes[end..<offset].contains(0x2C)
      && parts.match(bytes, at: offset, before: limit) != nil
  }

  private static let parts = PhraseTable(
    ["line", "lines", "section", "last line", "first line", "below the", "above the"], true)

  /// The action that words before a list or fence announce: `New files:`, `Update the following:`.
  static func announced(_ bytes: [UInt8], _ range: Range<Int>) -> Reference.Action? {
    if let heading = headings.first(in: bytes, range) { return heading.value }
    guard let first = verbs.first(in: bytes, range), !isNegated(bytes, first.range, range) else {
      return nil
    }
    return action(of: first.value, preposition: false)
  }

  /// `(new)`, `(modify)`, `— new file`, `# NEW`, `(新增)`, `を修正` right behind the name.
  static func remark(_ bytes: [UInt8], after end: Int, before limit: Int) -> Reference.Action? {
    var offset = end
    let stop = min(limit, end + 12, bytes.count)
    while offset < stop, [0x60, 0x20, 0x2A, 0x22, 0x27].contains(bytes[offset]) { offset += 1 }
    if let match = particles.match(bytes, at: offset, before: min(limit, bytes.count)) {
      return match.value
    }
    let opens = offset
    while offset < min(limit, bytes.count), !ASCII.isWord(bytes[offset]), offset - opens < 8,
      bytes[offset] != 0x0A
    {
      if bytes[offset] >= 0x80,
        remarks.match(bytes, at: offset, before: min(limit, bytes.count)) != nil
      {
        break
      }
      offset += 1
    }
    guard offset > opens, offset < limit else { return nil }
    let isMarked =
      [0x28, 0x5B, 0x2D, 0x23, 0x3C].contains(bytes[opens]) || bytes[opens] == 0xE2
      || bytes[opens] == 0xEF || bytes[opens] == 0x2F
    guard isMarked,
      let match = remarks.match(bytes, at: offset, before: min(limit, bytes.count))
    else { return nil }
    // in brackets the word speaks about the file; behind a dash `add a method` is a change of it
    let isDash = bytes[opens] != ASCII.leftParenthesis && bytes[opens] != ASCII.leftBracket
    let isVerb = verbs.match(bytes, at: offset, before: min(limit, bytes.count)) != nil
    if isDash, isVerb, match.value == .create, !bytes.holds("new", at: offset) { return .modify }
    if isDash, isVerb, match.value == .delete { return nil }
    return match.value
  }

  /// The part of the sentence before the name, at most 200 bytes of it.
  private static func window(
    _ bytes: [UInt8], _ clause: Range<Int>, _ name: Range<Int>
  ) -> Range<Int> {
    let lowest = max(clause.lowerBound, name.lowerBound - 200)
    var start = name.lowerBound
    while start > lowest {
      let previous = bytes[start - 1]
      let endsSentence = previous == 0x2E || previous == 0x3B || previous == 0x21
      if endsSentence, ASCII.isSpace(bytes.peek(start)) { break }
      // 。
      if previous == 0x82, bytes.peek(start - 2) == 0x80, bytes.peek(start - 3) == 0xE3 { break }
      start -= 1
    }
    return start..<name.lowerBound
  }

  /// A label that ends in a colon before the name: `Create:`, `**New file**:`, `Modify (tests):`.
  private static func label(
    _ bytes: [UInt8], _ before: Range<Int>, _ clause: Range<Int>
  ) -> Reference.Action? {
    guard let colon = bytes[before].lastIndex(of: 0x3A), colon - before.lowerBound <= 48,
      [ASCII.space, ASCII.star, ASCII.backtick, ASCII.lineFeed].contains(bytes.peek(colon + 1)),
      let match = labels.first(in: bytes, before.lowerBound..<colon), isWord(bytes, match.range)
    else { return nil }
    return match.value
  }

  private static func verb(_ bytes: [UInt8], _ before: Range<Int>) -> Reference.Action? {
    var last: PhraseTable<Verb>.Match?
    verbs.scan(bytes, before) { match in
      if isWord(bytes, match.range) { last = match }
      return true
    }
    guard let verb = last else { return nil }
    if isNegated(bytes, verb.range, before) { return .mention }
    let between = verb.range.upperBound..<before.upperBound
    guard let preposition = prepositions.first(in: bytes, between) else {
      return action(of: verb.value, preposition: false)
    }
    // `add a test in x.py` does not say whether the file is there, `add a flag to x.py` does
    if verb.value == .add, !preposition.value { return .mention }
    return action(of: verb.value, preposition: true)
  }

  /// Whether a verb stands as a word, and is no part of a name such as `run.py` or `pre-add`.
  private static func isWord(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let joints: [UInt8] = [0x2E, 0x2F, 0x2D, 0x60, 0x28]
    let next = bytes.peek(range.upperBound)
    if next == ASCII.dot, ASCII.isSpace(bytes.peek(range.upperBound + 1)) { return true }
    return !joints.contains(next) && !joints.dropLast().contains(bytes.peek(range.lowerBound - 1))
  }

  private static func action(of verb: Verb, preposition: Bool) -> Reference.Action? {
    switch verb {
    case .add: preposition ? .modify : .create
    case .create: preposition ? .mention : .create
    case .build: .mention
    case .modify: .modify
    case .delete: preposition ? .modify : .delete
    case .read: .read
    case .run: .run
    case .move: preposition ? .create : .delete
    }
  }

  private static func isNegated(
    _ bytes: [UInt8], _ verb: Range<Int>, _ window: Range<Int>
  ) -> Bool {
    let start = max(window.lowerBound, verb.lowerBound - 14)
    return negations.first(in: bytes, start..<verb.lowerBound) != nil
  }

  private static let negations = PhraseTable(
    ["not", "never", "don't", "don’t", "without", "no", "cannot", "avoid", "n't"], true)

  /// True for those that lead to something that is there.
  private static let prepositions = PhraseTable<Bool>([
    ("to", true), ("into", true), ("from", true), ("inside", true), ("in", false),
    ("within", false), ("at", false), ("under", false), ("on", false), ("of", false),
    ("for", false), ("with", false),
  ])

  private static let labels = PhraseTable<Reference.Action>([
    ("create", .create), ("new file", .create), ("new files", .create), ("new", .create),
    ("add", .create), ("created", .create), ("modify", .modify), ("modified", .modify),
    ("update", .modify), ("updated", .modify), ("edit", .modify), ("change", .modify),
    ("changed", .modify), ("create/modify", .mention), ("create or modify", .mention),
    ("delete", .delete), ("deleted", .delete), ("remove", .delete), ("removed", .delete),
    ("read", .read), ("read first", .read), ("reference", .read), ("see", .read),
    ("see also", .read), ("run", .run), ("execute", .run), ("test", .mention),
    ("新增", .create), ("新建", .create), ("创建", .create), ("修改", .modify), ("删除", .delete),
    ("作成", .create), ("新規", .create), ("変更", .modify), ("削除", .delete), ("생성", .create),
    ("수정", .modify), ("삭제", .delete), ("créer", .create), ("crear", .create), ("criar", .create),
    ("modifier", .modify), ("modificar", .modify), ("erstellen", .create), ("ändern", .modify),
    ("modify/create", .mention),
  ])

  /// Announcements before a list of names.
  private static let headings = PhraseTable<Reference.Action>([
    ("new files", .create), ("new file", .create), ("files to create", .create),
    ("files to add", .create), ("must create", .create), ("files created", .create),
    ("modified files", .modify), ("files to modify", .modify), ("files to change", .modify),
    ("files to edit", .modify), ("files to update", .modify), ("files to touch", .modify),
    ("must modify", .modify), ("changed files", .modify), ("files modified", .modify),
    ("files changed", .modify), ("files you own", .modify), ("affected files", .modify),
    ("affected code", .modify), ("deleted files", .delete), ("files to delete", .delete),
    ("files to remove", .delete), ("files to create or modify", .mention),
    ("files to create/modify", .mention), ("key files", .read), ("relevant files", .read),
    ("files to read", .read), ("reference files", .read), ("新增文件", .create), ("修改文件", .modify),
    ("새 파일", .create), ("생성 파일", .create), ("수정 파일", .modify), ("수정할 파일", .modify),
    ("変更ファイル", .modify), ("新規ファイル", .create),
  ])

  private static let verbs = PhraseTable<Verb>([
    ("create", .create), ("creates", .create), ("scaffold", .create), ("generate", .create),
    ("generates", .create), ("new file", .create), ("new", .create), ("write", .create),
    ("add", .add), ("adds", .add), ("insert", .add), ("append", .add), ("introduce", .add),
    ("put", .add), ("implement", .build), ("define", .build), ("build", .build),
    ("extract", .build), ("place", .build), ("lives", .build), ("defined", .build),
    ("update", .modify), ("updates", .modify), ("modify", .modify), ("modifies", .modify),
    ("edit", .modify), ("change", .modify), ("changes", .modify), ("refactor", .modify),
    ("extend", .modify), ("fix", .modify), ("adjust", .modify), ("replace", .modify),
    ("rewrite", .modify), ("patch", .modify), ("enhance", .modify), ("wire", .modify),
    ("convert", .modify), ("delete", .delete), ("deletes", .delete), ("remove", .delete),
    ("removes", .delete), ("read", .read), ("see", .read), ("review", .read), ("inspect", .read),
    ("refer to", .read), ("follow", .read), ("look at", .read), ("look into", .read),
    ("study", .read),
    ("mirror", .read), ("pattern", .read), ("existing", .read), ("based on", .read),
    ("similar to", .read), ("like", .read), ("run", .run), ("runs", .run), ("execute", .run),
    ("move", .move), ("rename", .move), ("moves", .move), ("创建", .create), ("新建", .create),
    ("新增", .create), ("修改", .modify), ("更新", .modify), ("删除", .delete), ("运行", .run),
    ("crear", .create), ("criar", .create), ("créer", .create), ("erstelle", .create),
    ("erstellen", .create), ("создать", .create), ("Создать", .create), ("modificar", .modify),
    ("modifier", .modify), ("ändern", .modify), ("изменить", .modify), ("Изменить", .modify),
    ("eliminar", .delete), ("excluir", .delete), ("supprimer", .delete), ("löschen", .delete),
    ("удалить", .delete), ("tạo", .create), ("sửa", .modify), ("xóa", .delete),
  ])

  private static let remarks = PhraseTable<Reference.Action>([
    ("new", .create), ("new file", .create), ("create", .create), ("created", .create),
    ("to create", .create), ("to be created", .create), ("added", .create), ("add", .create),
    ("modify", .modify), ("modified", .modify), ("update", .modify), ("updated", .modify),
    ("edit", .modify), ("changed", .modify), ("change", .modify), ("extend", .modify),
    ("to modify", .modify), ("delete", .delete), ("deleted", .delete), ("remove", .delete),
    ("removed", .delete), ("existing", .read), ("read-only", .read), ("unchanged", .read),
    ("新增", .create), ("新建", .create), ("新規", .create), ("修改", .modify), ("変更", .modify),
    ("删除", .delete), ("削除", .delete), ("신규", .create), ("생성", .create), ("수정", .modify),
    ("삭제", .delete), ("nuevo", .create), ("nouveau", .create), ("neu", .create), ("novo", .create),
  ])

  /// Verbs that follow their object.
  private static let particles = PhraseTable<Reference.Action>([
    ("を作成", .create), ("を追加", .create), ("を新規", .create), ("を変更", .modify), ("を修正", .modify),
    ("を更新", .modify), ("を編集", .modify), ("を削除", .delete), ("を参照", .read), ("を実行", .run),
    ("을 생성", .create), ("를 생성", .create), ("을 추가", .create), ("를 추가", .create),
    ("을 수정", .modify), ("를 수정", .modify), ("을 삭제", .delete), ("를 삭제", .delete),
    ("을 변경", .modify), ("를 변경", .modify), ("을 업데이트", .modify), ("를 업데이트", .modify),
    ("생성", .create), ("수정", .modify), ("삭제", .delete), ("추가", .create),
  ])
}
