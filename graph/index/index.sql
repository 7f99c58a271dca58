-- What is merged, in tables: see index.py. Whole rows of an article go and come with it.

CREATE TABLE IF NOT EXISTS made (stamp TEXT NOT NULL);

CREATE TABLE IF NOT EXISTS article (id INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL, published TEXT);

-- People. A profile is a name with a country; a variant is one way in which articles tell of it; a mention is one telling.
-- Who a mention is can differ within a profile that is loose: several people of one name.
CREATE TABLE IF NOT EXISTS profile (
  id INTEGER PRIMARY KEY, key TEXT UNIQUE NOT NULL, spelling TEXT, loose INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS variant (
  id INTEGER PRIMARY KEY, profile INTEGER NOT NULL, person TEXT NOT NULL, posts TEXT NOT NULL, told INTEGER NOT NULL,
  UNIQUE (profile, person, posts)
);
CREATE TABLE IF NOT EXISTS mention (
  id INTEGER PRIMARY KEY, article INTEGER NOT NULL, variant INTEGER NOT NULL, claim TEXT NOT NULL, start INTEGER NOT NULL,
  evidence TEXT NOT NULL, person INTEGER
);
CREATE TABLE IF NOT EXISTS near (key TEXT NOT NULL, profile INTEGER NOT NULL, PRIMARY KEY (key, profile)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS person (
  id INTEGER PRIMARY KEY, iri TEXT UNIQUE NOT NULL, name TEXT NOT NULL DEFAULT '', country TEXT, also TEXT NOT NULL DEFAULT ''
);
CREATE TABLE IF NOT EXISTS called (
  person INTEGER NOT NULL, variant INTEGER NOT NULL, told INTEGER NOT NULL, PRIMARY KEY (person, variant)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS judged (line TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS called_variant ON called (variant);
CREATE INDEX IF NOT EXISTS mention_article ON mention (article);
CREATE INDEX IF NOT EXISTS mention_variant ON mention (variant);
CREATE INDEX IF NOT EXISTS near_profile ON near (profile);

-- Polities and bodies: how many tellings spell each in which way.
CREATE TABLE IF NOT EXISTS side (
  iri TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, told INTEGER NOT NULL, PRIMARY KEY (iri, name)
) WITHOUT ROWID;

-- Facts. A block is told by one key without its date; slots are what a telling says beside the people in it.
CREATE TABLE IF NOT EXISTS block (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT UNIQUE NOT NULL);
CREATE TABLE IF NOT EXISTS slots (id INTEGER PRIMARY KEY, body TEXT UNIQUE NOT NULL);
CREATE TABLE IF NOT EXISTS telling (
  id INTEGER PRIMARY KEY, article INTEGER NOT NULL, kind TEXT NOT NULL, claim TEXT NOT NULL,
  start INTEGER NOT NULL, stop INTEGER NOT NULL, evidence TEXT NOT NULL, slots INTEGER NOT NULL, people TEXT NOT NULL,
  block INTEGER, key TEXT, signs TEXT, features TEXT, date TEXT, anchored INTEGER, dated INTEGER,
  fact TEXT, founds INTEGER, choices TEXT
);
CREATE TABLE IF NOT EXISTS sign (block INTEGER NOT NULL, sign TEXT NOT NULL, telling INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS fact (
  iri TEXT PRIMARY KEY, block INTEGER NOT NULL, features TEXT NOT NULL, anchored INTEGER NOT NULL, dated INTEGER NOT NULL,
  date TEXT, state TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS tied (telling INTEGER NOT NULL, kind TEXT NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL);
-- What facts and people that are gone were last told by: of no weight for what is merged, and kept when all else is made anew.
CREATE TABLE IF NOT EXISTS former (
  iri TEXT NOT NULL, claim TEXT NOT NULL, article TEXT NOT NULL, PRIMARY KEY (iri, claim)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS telling_article ON telling (article);
CREATE INDEX IF NOT EXISTS telling_block ON telling (block, article);
CREATE INDEX IF NOT EXISTS telling_fact ON telling (fact, slots, article);
CREATE INDEX IF NOT EXISTS sign_block ON sign (block, sign);
CREATE INDEX IF NOT EXISTS sign_telling ON sign (telling);
CREATE INDEX IF NOT EXISTS fact_block ON fact (block, anchored);
CREATE INDEX IF NOT EXISTS tied_telling ON tied (telling);
