/// Whether a text opens with the imperative of work, as tasks do.
enum Imperative {
  /// Marks, ids and one bold label before the verb are skipped.
  static func opens(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    let limit = min(range.upperBound, offset + 24)
    while offset < limit, !ASCII.isLetter(bytes[offset]), bytes[offset] < 0xC0 { offset += 1 }
    return offset < limit
      && verbs.match(bytes, at: offset, before: min(range.upperBound, bytes.count)) != nil
  }

  static let verbs = PhraseTable(
    """
    add implement create write update remove delete refactor extract move rename replace fix build \
    define introduce wire integrate configure set extend convert migrate run install document expose \
    ensure make use handle support generate register call change adjust clean deprecate drop emit \
    enable disable export import insert merge port publish push release render return send split \
    store switch test upgrade validate verify wrap audit benchmark bump cache check commit connect \
    copy deploy design enhance enforce establish parse persist prepare read reduce rewrite scaffold \
    setup simplify start stop sync track tune apply append initialize init load save mark normalize \
    preserve pass
    """.split(separator: " ").map(String.init)
      + [
        "新增", "添加", "创建", "实现", "修改", "更新", "删除", "编写", "配置", "追加", "作成", "実装", "구현",
        "추가", "생성", "수정", "작성",
      ], true)
}
