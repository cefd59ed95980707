-- The library, version 1. Run statement by statement in one transaction on an empty database; migrations/ brings an
-- older library here. Times are ISO 8601 as precise as their source, except *_key columns, which only sort.

-- Where posts came from. One row a location; a location read again keeps its row.
CREATE TABLE source (
    source     INTEGER PRIMARY KEY,
    location   TEXT NOT NULL UNIQUE,
    shape      TEXT NOT NULL,
    digest     TEXT NOT NULL,               -- SHA-256 of the bytes read last, hexadecimal
    size       INTEGER NOT NULL,            -- of the same bytes
    reader     TEXT NOT NULL,               -- which version read them; '' when they must be read again in any case
    first_read TEXT NOT NULL                -- ISO 8601, UTC
);

-- Imports that changed anything, in order; one may read many sources.
CREATE TABLE import (
    import  INTEGER PRIMARY KEY,
    started TEXT NOT NULL                   -- ISO 8601, UTC
);

-- What the last reading of a source had to say about it.
CREATE TABLE problem (
    source  INTEGER NOT NULL REFERENCES source,
    ordinal INTEGER NOT NULL,
    code    TEXT NOT NULL,
    message TEXT NOT NULL,
    line    INTEGER,                        -- counted from 1; NULL when it concerns no one line
    PRIMARY KEY (source, ordinal)
) WITHOUT ROWID;

CREATE TABLE post (
    post           INTEGER PRIMARY KEY,
    id             TEXT NOT NULL UNIQUE,
    url            TEXT,
    title          TEXT,
    title_key      TEXT,                    -- the title case-folded; Unicode folding is not SQLite's
    title_inferred INTEGER NOT NULL,
    author         TEXT,
    author_url     TEXT,
    author_owner   INTEGER NOT NULL,
    published_iso  TEXT,
    published_raw  TEXT,
    published_key  TEXT,                    -- in UTC where the zone is known; NULL without a date
    updated_iso    TEXT,
    updated_raw    TEXT,
    declared       INTEGER,
    anonymous      INTEGER NOT NULL,        -- the id was made of words: no source has told an address or an id
    opening        TEXT,                    -- the first letters and digits of the body; NULL when they are too few to tell
    visited        INTEGER NOT NULL DEFAULT 0,        -- what arrived in later imports is new; at first the import that brought it
    -- Kept in step with entry and entry_read in the same transaction, so that the post list reads no entries.
    -- A placeholder is no comment.
    sections       INTEGER NOT NULL DEFAULT 0,
    comments       INTEGER NOT NULL DEFAULT 0,
    comments_read  INTEGER NOT NULL DEFAULT 0,
    comments_new   INTEGER NOT NULL DEFAULT 0,
    entries_read   INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX post_published ON post (published_key, post);
CREATE INDEX post_title ON post (title_key, anonymous);
CREATE INDEX post_opening ON post (opening, anonymous);

-- Ids under which posts were known before it turned out whose they are.
CREATE TABLE post_alias (
    id   TEXT PRIMARY KEY,
    post INTEGER NOT NULL REFERENCES post
) WITHOUT ROWID;

-- Which sources give which posts, and the ledger of each: what the last reading that changed any of it found, and what
-- it changed in the library. Counts are of comments where nothing else is said; a placeholder is none.
CREATE TABLE post_source (
    post             INTEGER NOT NULL REFERENCES post,
    source           INTEGER NOT NULL REFERENCES source,
    declared         INTEGER,               -- NULL when the source does not say
    found            INTEGER NOT NULL,
    replies          INTEGER NOT NULL,
    orphans          INTEGER NOT NULL,
    inferred         INTEGER NOT NULL,
    sections         INTEGER NOT NULL,
    new              INTEGER NOT NULL,
    changed          INTEGER NOT NULL,
    removed          INTEGER NOT NULL,
    sections_new     INTEGER NOT NULL,
    sections_changed INTEGER NOT NULL,
    sections_removed INTEGER NOT NULL,
    imported         INTEGER NOT NULL,      -- the import of that reading
    given            INTEGER NOT NULL,      -- 0 when the last reading of the source held nothing of the post
    PRIMARY KEY (post, source)
) WITHOUT ROWID;
CREATE INDEX post_source_source ON post_source (source);

-- What each source shows of the body of a post that has several: of these alone the body is joined.
CREATE TABLE body (
    post     INTEGER NOT NULL REFERENCES post,
    source   INTEGER NOT NULL REFERENCES source,
    opening  TEXT,                          -- as of post
    sections BLOB NOT NULL,                 -- JSON, compressed by zlib: [[id, heading, text, spans], ...]; as of entry
    PRIMARY KEY (post, source)
);
CREATE INDEX body_opening ON body (opening);

CREATE TABLE label (
    post    INTEGER NOT NULL REFERENCES post,
    ordinal INTEGER NOT NULL,
    name    TEXT NOT NULL,
    PRIMARY KEY (post, ordinal)
) WITHOUT ROWID;
CREATE INDEX label_name ON label (name);

-- Anything that can be highlighted, bookmarked or found. A row keeps its number, so that marks hold; it is deleted only
-- when two turn out to be one, and its marks move. In reading order a post has its own row (position 0), its sections, then its comments in pre-order.
-- The text stands last: what is before it is read without touching overflow pages.
CREATE TABLE entry (
    entry           INTEGER PRIMARY KEY,
    post            INTEGER NOT NULL REFERENCES post,
    position        INTEGER NOT NULL,
    kind            TEXT NOT NULL CHECK (kind IN ('post', 'section', 'comment')),
    depth           INTEGER NOT NULL,       -- 1 for a top-level comment; 0 for what is no comment
    parent_position INTEGER,                -- NULL when the parent is the post
    descendants     INTEGER NOT NULL,       -- they are the rows that follow at once
    id              TEXT NOT NULL,          -- unique in its post; '' for the post's own row
    author          TEXT,
    author_url      TEXT,
    author_owner    INTEGER NOT NULL,
    published_iso   TEXT,
    published_raw   TEXT,
    permalink       TEXT,                   -- as permalinks.py keeps it: without the address of its post
    certainty       TEXT NOT NULL,          -- how the parent is known: stated, inferred
    removed         INTEGER NOT NULL,       -- the source says that the text was removed
    placeholder     INTEGER NOT NULL,
    gone            INTEGER NOT NULL,       -- no source that ever gave it still does
    arrived         INTEGER NOT NULL DEFAULT 0,       -- the import that brought it; new while later than the post's visited
    changed         INTEGER,                -- the import that changed its words last; NULL when they are the first
    heading         TEXT,                   -- of a section; of a post its title, unless that repeats the body
    size            INTEGER NOT NULL,       -- characters of what is shown: the text and, over a section, its heading
    breaks          INTEGER NOT NULL,       -- line ends in it
    spans           TEXT,                   -- JSON: [[start, end, kind, target?], ...]; NULL for none
    text            TEXT NOT NULL,
    UNIQUE (post, id)
);
-- The shape of a thread, and every count, without its texts.
CREATE INDEX entry_structure
    ON entry (post, position, kind, placeholder, depth, parent_position, descendants, size, breaks, id);
-- What has happened to entries since they came; empty for a library that was read but once.
CREATE INDEX entry_since ON entry (post, position) WHERE gone OR changed IS NOT NULL;

-- Which sources give which sections and comments, as of the last reading of each.
CREATE TABLE entry_source (
    entry  INTEGER NOT NULL REFERENCES entry,
    source INTEGER NOT NULL REFERENCES source,
    PRIMARY KEY (entry, source)
) WITHOUT ROWID;

-- What entries said before a source said something else.
CREATE TABLE earlier_text (
    entry    INTEGER NOT NULL REFERENCES entry,
    ordinal  INTEGER NOT NULL,              -- the oldest has the smallest
    since    INTEGER NOT NULL,
    replaced INTEGER NOT NULL,
    heading  TEXT,                          -- as of the entry, like spans and text
    spans    TEXT,
    text     TEXT NOT NULL,
    PRIMARY KEY (entry, ordinal)
) WITHOUT ROWID;

-- Ids under which sections and comments were known before it turned out that they are these.
CREATE TABLE entry_alias (
    post  INTEGER NOT NULL REFERENCES post,
    id    TEXT NOT NULL,
    entry INTEGER NOT NULL REFERENCES entry,
    PRIMARY KEY (post, id)
) WITHOUT ROWID;
CREATE INDEX entry_alias_entry ON entry_alias (entry);

-- Where entries stand in the index: by their time, so that the newest are found first (ordering.py). An entry without a
-- row here is not indexed yet.
CREATE TABLE entry_order (
    doc    INTEGER PRIMARY KEY,             -- the first free number from the minute of ``second`` on
    entry  INTEGER NOT NULL UNIQUE REFERENCES entry,
    second INTEGER NOT NULL                 -- of the entry's own time, else its post's; 0 when neither has a date
);
CREATE VIEW indexed (doc, text, heading, author) AS
    SELECT doc, text, heading, author FROM entry_order JOIN entry USING (entry);

-- Holds no text of its own; indexing.py keeps it in step with entry. The text stands first: of words in other columns the
-- column is noted as well, which would make a quarter of the index.
CREATE VIRTUAL TABLE entry_index USING fts5 (
    text, heading, author,
    content = 'indexed', content_rowid = 'doc', tokenize = 'unicode61 remove_diacritics 2'
);
-- Bytes of postings gathered before a segment is written: bulk imports run twice as fast as with the default 1 MB.
INSERT INTO entry_index (entry_index, rank) VALUES ('hashsize', 67108864);

-- Entries in scripts that put no spaces between words, as pairs of neighbouring letters (scripts.py).
CREATE VIRTUAL TABLE script_index USING fts5 (
    heading, author, text,
    content = '', columnsize = 0, tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co'"
);

-- Entries for script_index that are not indexed yet.
CREATE TABLE script_pending (entry INTEGER PRIMARY KEY REFERENCES entry);

-- Every word of the index, and in about how many entries it is; some may be in none any more.
CREATE TABLE word (
    word    TEXT PRIMARY KEY,
    entries INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX word_common ON word (word, entries) WHERE entries >= 256;
CREATE VIRTUAL TABLE entry_word USING fts5vocab (entry_index, row);

-- One row: how far the docs are from the order of time (ordering.py).
CREATE TABLE index_state (
    late     INTEGER NOT NULL,              -- the most that any doc is beyond the minute of its entry
    disorder INTEGER NOT NULL,              -- the most between the docs of an entry and of a newer one below it
    unsorted INTEGER NOT NULL               -- entries indexed since all were sorted last
);
INSERT INTO index_state VALUES (0, 0, 0);

-- Marks. Each is a register: a value, and the tick at which it was given; of two the later holds, and of two of one tick
-- the greater value, so that two libraries that have each other's marks agree. docs/marks.md tells how ticks are made.

-- The greatest tick that was given or seen here.
CREATE TABLE mark_clock (
    tick INTEGER NOT NULL                   -- milliseconds since 1970, or one above the tick before
);
INSERT INTO mark_clock (tick) VALUES (0);

-- Entries that are marked read.
CREATE TABLE entry_read (
    post  INTEGER NOT NULL REFERENCES post,
    entry INTEGER NOT NULL REFERENCES entry,
    tick  INTEGER NOT NULL,
    PRIMARY KEY (post, entry)
) WITHOUT ROWID;

-- Entries that were marked unread again; none of them is in entry_read.
CREATE TABLE entry_unread (
    entry INTEGER PRIMARY KEY REFERENCES entry,
    tick  INTEGER NOT NULL
);

-- Read marks from elsewhere, of entries that the library does not hold yet.
CREATE TABLE awaited_read (
    post_id  TEXT NOT NULL,
    entry_id TEXT NOT NULL,                 -- '' for the post itself
    read     INTEGER NOT NULL,
    tick     INTEGER NOT NULL,
    PRIMARY KEY (post_id, entry_id)
) WITHOUT ROWID;

-- Whole in itself: what was marked stays readable when the entry changes or the rest of the library is lost. A bookmark
-- that was removed stays, not kept, so that its removal holds elsewhere and can be undone.
CREATE TABLE bookmark_state (
    bookmark      INTEGER PRIMARY KEY,
    post_id       TEXT NOT NULL,
    entry_id      TEXT NOT NULL,            -- '' for the post itself
    kept          INTEGER NOT NULL,
    kept_tick     INTEGER NOT NULL,
    note          TEXT NOT NULL,
    note_tick     INTEGER NOT NULL,
    tags          TEXT NOT NULL,            -- JSON: {"tag": [0 or 1, tick], ...}; 0 for one that was taken off
    names         TEXT NOT NULL,            -- JSON: ["tag", ...] it bears, sorted; the same for whoever only reads
    snapshot_tick INTEGER NOT NULL,         -- of all that follows, which is as it was when marked
    kind          TEXT NOT NULL,            -- '' as long as nothing is known of the entry
    post_title    TEXT,
    post_url      TEXT,
    author        TEXT,
    published     TEXT,                     -- ISO 8601
    permalink     TEXT,
    heading       TEXT,
    created       TEXT NOT NULL,            -- ISO 8601, UTC
    text          TEXT NOT NULL,
    ancestors     TEXT NOT NULL,            -- JSON: [{"id", "author", "published", "text"}, ...]; the parent last
    left_out      INTEGER NOT NULL,         -- ancestors above those
    UNIQUE (post_id, entry_id)
);

-- The bookmarks there are.
CREATE VIEW bookmark AS
SELECT bookmark, post_id, CASE entry_id WHEN '' THEN post_id ELSE entry_id END AS entry_id, post_title, kind, author, text,
    note, names AS tags, created
FROM bookmark_state WHERE kept;
-- Queries with names.
CREATE TABLE saved_search (
    name  TEXT PRIMARY KEY,
    query TEXT NOT NULL                     -- as the user wrote it
) WITHOUT ROWID;

-- What the user chose on the screen: how posts are sorted and filtered, the theme.
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- Where reading was left.
CREATE TABLE place (
    post      INTEGER PRIMARY KEY REFERENCES post,
    entry_id  TEXT,                         -- NULL: nothing is highlighted
    collapsed TEXT NOT NULL,                -- JSON: [entry id, ...], sorted
    scroll    INTEGER NOT NULL,             -- lines from the top of the window to the entry; negative above it
    tick      INTEGER NOT NULL              -- the greatest is where reading was left last
);

-- The same, of posts that the library does not hold yet.
CREATE TABLE awaited_place (
    post_id   TEXT PRIMARY KEY,
    entry_id  TEXT,
    collapsed TEXT NOT NULL,
    scroll    INTEGER NOT NULL,
    tick      INTEGER NOT NULL
) WITHOUT ROWID;

-- What the user marked here and can undo, the greatest number last; marks/journal.py bounds it.
CREATE TABLE journal (
    journal INTEGER PRIMARY KEY,
    deed    TEXT NOT NULL CHECK (deed IN ('read', 'unread', 'bookmark', 'edit', 'unbookmark')),
    post_id TEXT NOT NULL,
    entries TEXT NOT NULL,                  -- JSON: [entry id, ...] whose mark it changed; '' for the post itself
    before  TEXT,                           -- JSON: the bookmark's registers; NULL for deeds of reading
    after   TEXT,
    size    INTEGER NOT NULL,               -- characters in the three
    undone  INTEGER NOT NULL                -- 1: it was undone and can be redone
);
