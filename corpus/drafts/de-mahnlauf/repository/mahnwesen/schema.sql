CREATE TABLE IF NOT EXISTS ausleihe (
    id          INTEGER PRIMARY KEY,
    ausweis     TEXT NOT NULL,
    titel       TEXT NOT NULL,
    faellig_am  TEXT NOT NULL,      -- JJJJ-MM-TT, Ortszeit
    zurueck_am  TEXT                -- NULL: noch ausgeliehen
);

CREATE TABLE IF NOT EXISTS mahnung (
    id          INTEGER PRIMARY KEY,
    ausleihe    INTEGER NOT NULL REFERENCES ausleihe (id),
    stufe       INTEGER NOT NULL,   -- 1 bis 3
    gesendet_am TEXT NOT NULL,
    gebuehr     INTEGER NOT NULL    -- Cent
);
