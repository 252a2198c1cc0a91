package import StrictJSON

/// Tables as one text.
package enum ResultText {
  /// The names of the formats that `text` knows.
  package static let formats = ["plain", "markdown", "json"]

  /// The tables in a format of `formats`; an unknown one is plain.
  package static func text(_ tables: [ResultTable], in format: String) -> String {
    switch format {
    case "markdown": tables.map(\.markdown).joined(separator: "\n")
    case "json": json(tables).text(indented: true) + "\n"
    default: tables.map(\.plain).joined(separator: "\n")
    }
  }

  /// One object: a table's name leads to its rows, each an object of texts.
  package static func json(_ tables: [ResultTable]) -> JSONValue {
    let members = tables.map { table in
      JSONMember(
        key: table.name,
        value: JSONValue(
          .array(
            table.rows.map { row in
              JSONValue(
                .object(
                  zip(table.columns, row).map { column, value in
                    JSONMember(key: column, value: JSONValue(.string(value)))
                  }))
            })))
    }
    return JSONValue(
      .object([JSONMember(key: "schema", value: "speccheck.eval/1")] + members))
  }
}
