import CheckModel
import PlanParsing
import Testing

@Suite("The language of sections and plans")
struct LanguageTests {
  @Test(
    "by script and by stop words",
    arguments: [
      ("The export writes one line for each order and stops at the end of the list.", "en"),
      ("Der Export schreibt für jede Bestellung eine Zeile und hört am Ende der Liste auf.", "de"),
      (
        "L'export écrit une ligne pour chaque commande et s'arrête à la fin de la liste avec les totaux.",
        "fr"
      ),
      (
        "La exportación escribe una línea por cada pedido y se detiene al final de la lista con los totales.",
        "es"
      ),
      (
        "A exportação escreve uma linha para cada pedido e para no fim da lista com os totais dos itens em uma tabela.",
        "pt"
      ),
      ("导出为每个订单写入一行，并在列表末尾停止。", "zh"), ("エクスポートは注文ごとに一行を書き込みます。", "ja"),
      ("내보내기는 주문마다 한 줄을 기록하고 목록 끝에서 멈춥니다.", "ko"),
      ("Экспорт записывает одну строку для каждого заказа и останавливается.", "ru"),
      ("Bản xuất ghi một dòng cho mỗi đơn hàng và dừng ở cuối danh sách.", "vi"),
      ("x", "en"), ("", "en"),
    ])
  func plans(text: String, language: String) {
    #expect(parse("# A\n\n\(text)\n").language == language)
  }

  @Test("English headings over text in another language are judged section by section")
  func mixed() {
    let plan = parse(
      "# Plan\n\n## Why\n\n导出为每个订单写入一行，并在列表末尾停止。\n\n## What\n\nThe export writes one line for each order.\n"
    )
    #expect(plan.sections.map(\.language) == ["und", "zh", "en"])
  }

  @Test("a list of nouns is known by its letters where stop words are few")
  func nouns() {
    let plan = parse(
      """
      # Aufgaben

      - [ ] Prüfung der Zählerstände
      - [ ] Änderung der Schlüssel für Geräte
      - [ ] Übertragung älterer Messwerte
      - [ ] Erklärung und Beispiele ergänzen
      - [ ] Größenangaben vereinheitlichen
      - [ ] Aktualisierung veralteter Abhängigkeiten
      - [ ] Verzeichnisstruktur vereinfachen
      - [ ] Datenbankabfragen beschleunigen
      - [ ] Speicherverbrauch verringern
      - [ ] Testabdeckung erhöhen
      - [ ] Einrichtungsassistenten bauen
      """)
    #expect(plan.language == "de")
    let english = parse(
      "# P\n\n- Café list\n- Résumé upload\n- Add the naïve parser\n- Show the façade of the page\n"
    )
    #expect(english.language == "en")
  }

  @Test("technical English without stop words stays English")
  func technical() {
    let plan = parse(
      "# P\n\n- No caching\n- No retries\n- Default value: 0.5 percent\n- Use para mode\n")
    #expect(plan.language == "en")
  }
}
