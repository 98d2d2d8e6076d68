"""What each broken file is told: code, line, column, message and help, word for word, and one finding for one cause."""

import ast
import re
from pathlib import Path
from typing import NamedTuple

import pytest

import factpress
from factpress.cli.examples import lay
from factpress.findings import Finding, Severity
from factpress.pipeline import Checked, check
from factpress.records.date import parse_date
from factpress.rules import RULES
from factpress.rules.rule import Rule
from factpress.site.configuration import configuration

TODAY = parse_date("2026-11-24")
ENTITY = "facts/entities/north-pier.yml"
SOURCE = "facts/sources/gazette-2021-06-01.yml"
CLAIM_FILE = "facts/claims/harbour/north-pier.yml"
ANYWHERE = ""
NAME = "name: North Pier\ntype: Place\n"
TITLE = 'type: article-newspaper\ntitle: "Ferry returns"\nroot: harbour-gazette\n'
CLAIM = 'claim: "The north pier opened on 29 May 2021."\n'
WORDS_OF_IT = 'evidence: [{source: gazette-2021-05-30, quote: "the north pier was opened to the public"}]\n'
QUOTED = "evidence:\n  - source: gazette-2021-05-30\n    quote: "
EVIDENCE = QUOTED + '"the north pier was opened to the public on Saturday"\n'
ARTICLE = EVIDENCE.replace("evidence:", "appears_in:")
UPDATE = "  - {{date: {}, kind: update, was: A., why: B.}}\n"
ASKED = "replies: [{party: harbour-gazette, asked: 2021-06-01, how: by letter, "
AN_ID = "an id is lower-case words of a-z and 0-9 joined by `-`, without a path or file extension, such as "


class Row(NamedTuple):
    """A file, or a command after `$ `, over the base project; and the one finding that it gives."""

    sentence: str
    path: str
    text: str
    code: str
    line: int
    column: int
    message: str
    help: str


# fmt: off
ROWS = [Row(*row) for row in (
    ("a symbolic link is not followed", ENTITY, "$ ln -s /etc/hostname facts/entities/north-pier.yml",
     "F001", 1, 1, "this is a symbolic link, and links are never followed",
     "commit the file itself"),
    ("a hard link is not read", ENTITY, "$ echo 'name: x' > spare && ln spare facts/entities/north-pier.yml",
     "F001", 1, 1, "this is a hard link, and links are never followed",
     "commit the file itself"),
    ("a pipe does not stall the check", ENTITY, "$ mkfifo facts/entities/north-pier.yml",
     "F002", 1, 1, "this is a pipe, a socket or a device, not a file",
     "replace it with a plain file, or remove it"),
    ("a repository inside facts is not entered", "facts/sources/others", "$ mkdir -p facts/sources/others/.git",
     "F003", 1, 1, "this folder is a separate git repository, and the check does not read it",
     "commit its files here, or move the repository out of the project"),
    ("an executable file is refused", ENTITY,
     "$ echo 'name: x' > facts/entities/north-pier.yml; chmod +x facts/entities/north-pier.yml",
     "F004", 1, 1, "this file is marked as executable",
     "run `chmod a-x facts/entities/north-pier.yml` and commit the change"),
    ("a path too long for the system is not followed", ANYWHERE,
     "$ mkdir -p \"facts/entities/$(printf '%0250d/' $(seq 20))\"",
     "F005", 1, 1, "this can't be read: its name has 250 bytes; at most 240 are allowed",
     "shorten its path"),
    ("a path with many long names is not followed", ANYWHERE,
     "$ mkdir -p \"docs/$(printf '%0190d/' $(seq 20))\"",
     "F005", 1, 1, "this can't be read: its path has 1,150 bytes; at most 1,000 are allowed",
     "shorten its path"),
    ("a folder inside many others is not followed", "docs" + "/a" * 33,
     "$ mkdir -p \"docs/$(printf 'a/%.0s' $(seq 40))\"",
     "F005", 1, 1, "this can't be read: it is inside 33 folders; at most 32 are allowed",
     "shorten its path"),
    ("a name that is not in UTF-8 is not followed", ANYWHERE,
     "$ mkdir -p docs/a; touch \"docs/a/$(printf '\\377').md\"",
     "F005", 1, 1, "this can't be read: its name is not in UTF-8", "rename it"),
    ("a claim outside a topic is misplaced", "facts/claims/pier.yml", CLAIM + EVIDENCE,
     "F006", 1, 1, "this is not the path of a record",
     "move it to facts/claims/<topic>/pier.yml"),
    ("a file in an unknown folder is misplaced", "facts/places/north-pier.yml", NAME,
     "F006", 1, 1, "this is not the path of a record",
     "move it to facts/claims/<topic>/, facts/sources/ or facts/entities/, as <id>.yml"),
    ("a file ending in yaml is misplaced", "facts/entities/north-pier.yaml", NAME,
     "F006", 1, 1, "this is not the path of a record",
     "move it to facts/entities/north-pier.yml"),
    ("a file name in capitals is no id", "facts/entities/North_Pier.yml", NAME,
     "F007", 1, 1, "`North_Pier` is not an id",
     AN_ID + "`north-pier`"),
    ("a topic in capitals is no id", "facts/claims/Harbour/pier.yml", CLAIM + EVIDENCE,
     "F007", 1, 1, "`Harbour` is not an id",
     AN_ID + "`harbour`"),
    ("a file name with a Cyrillic letter says which", "facts/entities/p\u0456er.yml", NAME,
     "F007", 1, 1, "`p\u0456er` is not an id: it contains U+0456 CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I",
     AN_ID + "`p-er`"),
    ("a name that Windows keeps is no id", "facts/entities/con.yml", NAME,
     "F008", 1, 1, "the id `con` is reserved for the site's own pages or for an operating system",
     "add a word to the file's name"),
    ("two claims of one id want one address", "facts/claims/pier/pier-opened.yml", CLAIM + EVIDENCE,
     "F009", 1, 1, "the address `claims/pier-opened/` already belongs to facts/claims/harbour/pier-opened.yml:1:1",
     "rename one of the two"),
    ("a former id keeps its address", ENTITY, NAME + "formerly: [harbour-gazette]\n",
     "F009", 3, 12, "the address `entities/harbour-gazette/` already belongs to facts/entities/harbour-gazette.yml:1:1",
     "rename one of the two"),
    ("a page under docs can't take a list's place", "docs/claims.md", "# Claims\n",
     "F009", 1, 1, "the address `claims/` already belongs to the site itself",
     "rename one of the two"),
    ("records without a site are told so", "facts/site.yml", "$ rm facts/site.yml",
     "F010", 1, 1, "there is no facts/site.yml",
     "write it, with `format: 1` and the site's `name`"),
    ("a site that is broken is not missing as well", "facts/site.yml", "format: 1\n",
     "F041", 1, 1, "this site has no `name`",
     "add `name`"),
    ("Latin-1 names the byte", ENTITY, "$ printf 'name: Caf\\351\\ntype: Place\\n' > facts/entities/north-pier.yml",
     "F011", 1, 10, "byte 0xE9 (number 10) is not valid UTF-8",
     "save the file as UTF-8"),
    ("UTF-16 is not UTF-8", ENTITY, "$ printf '\\377\\376n\\000' > facts/entities/north-pier.yml",
     "F011", 1, 1, "byte 0xFF (number 1) is not valid UTF-8",
     "save the file as UTF-8"),
    ("a byte order mark is refused", ENTITY, "\ufeff" + NAME,
     "F012", 1, 1, "the file begins with a byte order mark, which is invisible",
     "save the file as UTF-8 without a byte order mark (BOM)"),
    ("carriage returns are counted", ENTITY,
     "$ printf 'name: North Pier\\r\\ntype: Place\\r\\n' > facts/entities/north-pier.yml",
     "F013", 1, 17, "lines end in carriage returns (2 in this file)",
     "save the file with line feeds only (`LF` in editors)"),
    ("a tab in a value is one finding", ENTITY, "name: North\tPier\ntype: Place\n",
     "F014", 1, 12, "this is a tab",
     "write spaces instead, here and in the rest of the file"),
    ("a tab in front of a key is one finding", ENTITY, "name: North Pier\n\ttype: Place\n",
     "F014", 2, 1, "this is a tab",
     "write spaces instead, here and in the rest of the file"),
    ("a raw control character is one finding", ENTITY, "name: North\x07Pier\ntype: Place\n",
     "F015", 1, 12, "the control character U+0007 is not allowed",
     "remove it, or write a space"),
    ("an escaped control character is found in its value", ENTITY, "name: \"North\\0Pier\"\ntype: Place\n",
     "F015", 1, 7, "the control character U+0000 is not allowed",
     "remove it, or write a space"),
    ("a line separator is a control character", ENTITY, "name: North\u2028Pier\ntype: Place\n",
     "F015", 1, 12, "the control character U+2028 LINE SEPARATOR is not allowed",
     "remove it, or write a space"),
    ("a direction override is spelt", ENTITY, "name: \"North\u202ePier\"\ntype: Place\n",
     "F016", 1, 13, "the invisible character U+202E RIGHT-TO-LEFT OVERRIDE is not allowed",
     "remove it"),
    ("an invisible character in an id is one finding", ENTITY, NAME + "part_of: harbour\u200b-gazette\n",
     "F016", 3, 17, "the invisible character U+200B ZERO WIDTH SPACE is not allowed",
     "remove it"),
    ("an invisible character in a key is one finding", ENTITY, "name: North Pier\nty\u200bpe: Place\n",
     "F016", 2, 3, "the invisible character U+200B ZERO WIDTH SPACE is not allowed",
     "remove it"),
    ("a direction mark asks for a language", ENTITY, "name: \"North \u200fPier\"\ntype: Place\n",
     "F016", 1, 7, "the invisible character U+200F RIGHT-TO-LEFT MARK is not allowed",
     "remove it; if a quote needs it, name its `language`, such as `ar`"),
    ("an accent apart from its letter is not NFC", ENTITY, "name: \"Cafe\u0301\"\ntype: Place\n",
     "F017", 1, 7, "this text is not in Unicode's composed form (NFC): a letter and its accent are two characters",
     "type the accented letters again, or let an editor normalise the text to NFC"),
    ("a Cyrillic letter in a Latin word is a warning", ENTITY, "name: North P\u0456er\ntype: Place\n",
     "F018", 1, 7, "the word `P\u0456er` mixes Latin letters with Cyrillic ones",
     "type the word again in one script"),
    ("digits of two scripts in one number are refused", ENTITY, "name: Pier 1\u0665\ntype: Place\n",
     "F019", 1, 7, "`1\u0665` has digits of two scripts",
     "type the number again in one script"),
    ("a file of comments is empty", ENTITY, "# the pier\n",
     "F020", 1, 1, "the file has no record",
     "write the record, or remove the file"),
    ("a list is no record", ENTITY, "- name: North Pier\n  type: Place\n",
     "F021", 1, 1, "the file does not begin with a key and its value",
     "write lines of `key: value`, with a space after the colon"),
    ("a colon without a space makes no mapping", ENTITY, "name:North\n",
     "F021", 1, 1, "the file does not begin with a key and its value",
     "write lines of `key: value`, with a space after the colon"),
    ("a second document is refused", ENTITY, NAME + "---\n" + NAME,
     "F022", 3, 1, "a second document begins here",
     "give each record its own file"),
    ("a second colon asks for quotation marks", ENTITY, "name: The pier: north\ntype: Place\n",
     "F023", 1, 15, "an unquoted value contains a second `: `",
     "put the value in quotation marks; if this is a new key, align it with its neighbours"),
    ("an open quotation mark is shown where it opens", ENTITY, "name: \"North Pier\ntype: Place\n",
     "F023", 1, 7, "this quotation mark is never closed",
     "close it at the end of the value"),
    ("an open bracket says where it opens", ENTITY, NAME + "alternate_name: [Pier North\npart_of: harbour-gazette\n",
     "F023", 4, 8, "the `[` at line 3, column 17, is not closed before this, or a comma is missing",
     "close it with `]`, or put a value that contains a comma, a bracket or `: ` in quotation marks"),
    ("an open brace says where it opens", ENTITY, NAME + "geo: {latitude: 50.1\n",
     "F023", 4, 1, "the `{` at line 3, column 6, is not closed before this, or a comma is missing",
     "close it with `}`, or put a value that contains a comma, a bracket or `: ` in quotation marks"),
    ("a value can't begin with an at sign", ENTITY, "name: @pier\ntype: Place\n",
     "F023", 1, 7, "no unquoted value can begin with `@`",
     "put the value in quotation marks"),
    ("a value can't begin with an asterisk and a space", ENTITY, "name: * Pier\ntype: Place\n",
     "F023", 1, 7, "no unquoted value can begin with `*`",
     "put the value in quotation marks"),
    ("a value can't begin with an unknown tag", ENTITY, "name: !a!b Pier\ntype: Place\n",
     "F023", 1, 7, "no unquoted value can begin with `!`",
     "put the value in quotation marks"),
    ("a percent sign begins no line", ENTITY, "%name: North Pier\n",
     "F023", 1, 1, "no line can begin with `%`",
     "remove it: records need no directives"),
    ("a key too far to the left ends the mapping", ENTITY, " name: North Pier\ntype: Place\n",
     "F023", 2, 1, "this does not belong to the mapping above",
     "begin all keys of the record at the start of their lines"),
    ("quotation marks inside a quoted value end it", ENTITY, "name: \"The \"north\" pier\"\ntype: Place\n",
     "F023", 1, 13, "a key belongs here: the line is not aligned with its neighbours, or a quoted value has ended",
     "align it with its neighbours; write a quotation mark inside a quoted value as `\\\"` or `''`"),
    ("a quotation mark that the next value closes is shown where it opens", ENTITY,
     "name: \"North Pier\ndescription: \"Old.\"\ntype: Place\n",
     "F023", 1, 7, "this quotation mark is closed only at line 2, column 15, where another value begins",
     "close it at the end of the value"),
    ("a list that changes its column is broken", CLAIM_FILE, CLAIM + EVIDENCE + "   stance: context\n",
     "F023", 5, 4, "this does not continue the list above",
     "align it with its neighbours; begin the next item of the list with `- `"),
    ("a list on its key's line is broken", ENTITY, NAME + "alternate_name: - Pier\n",
     "F023", 3, 17, "no list can begin here",
     "begin each `- ` on a line of its own, or put the value in quotation marks"),
    ("a line without a colon is shown itself", ENTITY, NAME + "part_of\n",
     "F023", 3, 1, "this line has no `: `",
     "write `key: value`, with a space after the colon"),
    ("a stray backslash is no escape", ENTITY, "name: \"North\\qPier\"\ntype: Place\n",
     "F023", 1, 13, "this backslash has no meaning in YAML",
     "write it as `\\\\`, or put the value in single quotation marks"),
    ("half an escape is no character", ENTITY, "name: \"North\\uZZPier\"\ntype: Place\n",
     "F023", 1, 15, "this escape names no character",
     "write the character itself"),
    ("a question mark in braces asks for quotation marks", ENTITY, NAME + "geo: {latitude: ?}\n",
     "F023", 3, 17, "no value can begin with `?`",
     "put the value in quotation marks, or remove it"),
    ("text behind a bar is refused", ENTITY, NAME + "description: |The pier\n",
     "F023", 3, 14, "after `|` the text begins on the next line",
     "indent the text there, or put the value in quotation marks"),
    ("a key twice names the first line", ENTITY, NAME + "name: Old Pier\n",
     "F024", 3, 1, "the key `name` is already in this mapping, at line 1",
     "keep one of the two"),
    ("a list twice does not end the check", CLAIM_FILE,
     CLAIM + EVIDENCE + "evidence:\n  - {source: a, quote: \"é\"}\n  - {source: a, quote: \"é\", gloss: no}\n",
     "F024", 5, 1, "the key `evidence` is already in this mapping, at line 2",
     "keep one of the two"),
    ("an alias is refused", ENTITY, NAME + "alternate_name: [*pier]\n",
     "F025", 3, 18, "`*pier` is an alias, which is not allowed",
     "write the value out; put text that begins this way in quotation marks"),
    ("an anchor is refused", ENTITY, "name: &pier North Pier\ntype: Place\n",
     "F025", 1, 7, "`&pier` is an anchor, which is not allowed",
     "write the value out; put text that begins this way in quotation marks"),
    ("a tag is refused", ENTITY, "name: !!str North Pier\ntype: Place\n",
     "F026", 1, 7, "`!!str` is a tag, which is not allowed",
     "remove it; put text that begins this way in quotation marks"),
    ("a merge key is refused", ENTITY, NAME + "<<: {part_of: harbour-gazette}\n",
     "F027", 3, 1, "`<<` merges another mapping into this one, which is not allowed",
     "write its keys out here"),
    ("a key in capitals is not missing as well", ENTITY, "Name: North Pier\ntype: Place\n",
     "F028", 1, 1, "`Name` is not a key",
     "did you mean `name`?"),
    ("a key of several words has no suggestion", ENTITY, NAME + "the part of: x\n",
     "F028", 3, 1, "`the part of` is not a key",
     "write the key as lower-case words of a-z, 0-9 and `_`"),
    ("a key in braces wants a space behind its colon", ENTITY,
     NAME + "geo: {latitude:50.1, longitude: -5.2, precision: 1 km, source: plan}\n",
     "F028", 3, 7, "`latitude:50.1` is not a key",
     "put a space after the colon"),
    ("a mapping is no key", ENTITY, NAME + "{part: of}: x\n",
     "F028", 3, 1, "a list or a mapping is not a key",
     "write the key as lower-case words of a-z, 0-9 and `_`"),
    ("an unquoted no is kept and warned of", ENTITY, "name: no\ntype: Place\n",
     "F029", 1, 7, "many YAML tools do not read unquoted `no` as text",
     'write it in quotation marks: `"no"`'),
    ("a glued comment names what is kept", ENTITY, "name: Pier #4\ntype: Place\n",
     "F030", 1, 7, "` #` begins a comment: of `Pier #4` only `Pier` is kept",
     "put the value in quotation marks; if it is a comment, write a space after `#`"),
    ("too much data names the limit", "facts/claims/harbour/wharf.yml",
     "$ truncate -s 1073741825 facts/claims/harbour/wharf.yml",
     "F031", 1, 1, "this is 1,073,742,833 bytes so far; at most 1,073,741,824 bytes are read",
     "move files that are not records out of this folder"),
    ("a large file is not read", ENTITY, "#" * 262145,
     "F032", 1, 1, "the file has 262,145 bytes; at most 262,144 are read",
     "shorten it, or split it into several records"),
    ("deep brackets are counted", ENTITY, NAME + "part_of: " + "[" * 17 + "]" * 17 + "\n",
     "F033", 3, 25, "mappings and lists are nested more than 16 deep here",
     "remove the brackets or levels that no field needs"),
    ("brackets by the thousand are one finding", ENTITY, NAME + "part_of: " + "[" * 5000 + "]" * 5000 + "\n",
     "F033", 3, 25, "mappings and lists are nested more than 16 deep here",
     "remove the brackets or levels that no field needs"),
    ("a long value is refused", ENTITY, NAME + "description: " + "a" * 16385 + "\n",
     "F034", 3, 14, "this value has 16,385 characters; at most 16,384 are read",
     "shorten it"),
    ("too many values are refused", ENTITY, NAME + "alternate_name: [" + "a," * 10001 + "]\n",
     "F035", 3, 20006, "the file has more than 10,000 values",
     "shorten it, or split it into several records"),
    ("too many keys are refused", ENTITY, "".join(f"key_{n}: a\n" for n in range(501)),
     "F036", 501, 1, "this mapping has more than 500 keys",
     "split it into several records"),
    ("a comma in braces would lose words", ENTITY, NAME + "withdrawn: {date: 2021-07-01, why: We erred, sorry}\n",
     "F037", 3, 46, "`sorry` has no value and would be lost",
     "put the whole value in quotation marks, or add what is missing"),
    ("a number with a comma in braces is no two values", CLAIM_FILE, CLAIM + WORDS_OF_IT + "figures: {killed: 3,500}\n",
     "F037", 3, 21, "`500` has no value and would be lost",
     "put the whole value in quotation marks, or add what is missing"),
    ("a question mark in braces is told", CLAIM_FILE, CLAIM + WORDS_OF_IT + "figures: {?killed: 3}\n",
     "F037", 3, 12, "`?killed` has no value and would be lost",
     "put the whole value in quotation marks, or add what is missing"),
    ("an unknown key without a value is told too", ENTITY, NAME + "descripton:\n",
     "F040", 3, 1, "there is no key `descripton` here",
     "did you mean `description`?"),
    ("a misspelt key is one finding", ENTITY, "name: North Pier\ntpye: Place\n",
     "F040", 2, 1, "there is no key `tpye` here",
     "did you mean `type`?"),
    ("an unknown key lists the known ones", "facts/site.yml", "format: 1\nname: x\nreviewers: {zzz: 1}\n",
     "F040", 3, 13, "there is no key `zzz` here",
     "the keys here are: named_person, usual, verdict_change"),
    ("a missing key points at its mapping", ENTITY, "# a pier\nname: North Pier\n",
     "F041", 2, 1, "this entity has no `type`",
     "add `type`"),
    ("a claim needs evidence or an article", CLAIM_FILE, CLAIM,
     "F041", 1, 1, "this claim has no `evidence` or `appears_in`",
     "add `evidence` or `appears_in`"),
    ("a missing key of a part points at the part", CLAIM_FILE, CLAIM + "evidence:\n  - source: gazette-2021-05-30\n",
     "F041", 3, 5, "this evidence has no `quote`",
     "add `quote`"),
    ("an author needs a name", SOURCE, TITLE + "issued: 2021-06-01\nauthor:\n  - given: Ada\n",
     "F041", 6, 5, "this name has no `literal` or `family`",
     "add `literal` or `family`"),
    ("text in a list's place is shown as a list", ENTITY, NAME + "alternate_name: Pier\n",
     "F042", 3, 17, "a list is expected here, not `Pier`",
     "write `[Pier]` here"),
    ("text in a mapping's place is refused", ENTITY, NAME + "geo: here\n",
     "F042", 3, 6, "a mapping is expected here, not `here`",
     "write a mapping here"),
    ("a list in a text's place is refused", ENTITY, "name: [North, Pier]\ntype: Place\n",
     "F042", 1, 7, "expected text, found a list",
     "write one value here"),
    ("a list of figures is no mapping", CLAIM_FILE, CLAIM + EVIDENCE + "figures: [3]\n",
     "F042", 5, 10, "expected a mapping of figures",
     "write it as `{killed: 3}`"),
    ("an empty list of reviewers is too short", CLAIM_FILE, CLAIM + EVIDENCE + "review: {by: [], date: 2021-06-01}\n",
     "F042", 5, 14, "the list is empty",
     "write at least one value"),
    ("a near word is suggested", ENTITY, "name: North Pier\ntype: place\n",
     "F043", 2, 7, "`place` is not an allowed value",
     "did you mean `Place`?"),
    ("a far word lists the choices", ENTITY, "name: North Pier\ntype: 42\n",
     "F043", 2, 7, "`42` is not an allowed value",
     "write one of these: `Person`, `Organization`, `Place` or `Event`"),
    ("an id with a space is none", ENTITY, NAME + "part_of: Old Harbour\n",
     "F044", 3, 10, "`Old Harbour` is not an id",
     AN_ID + "`old-harbour`"),
    ("a day before its month is no date", SOURCE, TITLE + "issued: 30 May 2021\n",
     "F045", 4, 9, "`30 May 2021` is not a date",
     "write `2021-05-30`"),
    ("a month is not one day", SOURCE, TITLE + "issued: 2021-06-01\naccessed: 2021-06\n",
     "F045", 5, 11, "`2021-06` is not one day",
     "write a day such as 2020-03-11"),
    ("a figure with other words is unreadable", CLAIM_FILE,
     CLAIM + EVIDENCE + "figures: {length: longer than the other}\n",
     "F046", 5, 19, "`longer than the other` is not a figure",
     "write it as `3`, `about 18`, `200 to 900`, `USD 1.7 million`, `30 days`, `4th` or `2020-03-11`"),
    ("a relation needs an operator", CLAIM_FILE, CLAIM + EVIDENCE + "must_hold: [when follows pier.when]\n",
     "F047", 5, 13, "`when follows pier.when` is not one comparison",
     "write `SIDE op SIDE` with spaces around one of = < <= > >= before after during"),
    ("a side of a relation has to be readable", CLAIM_FILE, CLAIM + EVIDENCE + "must_hold: [when = The day]\n",
     "F047", 5, 13, "`The day` is neither a figure's name nor a value: `The day` is not a figure",
     "write a figure's name, `when`, `claim-id.figure`, `claim-id.when` or a value such as 30 days"),
    ("a script is no address", ENTITY, NAME + "same_as: [\"javascript:alert(1)\"]\n",
     "F048", 3, 11, "the address `javascript:alert(1)` uses `javascript:`; only https and http are allowed",
     "write the page's https address"),
    ("a password in an address is refused", ENTITY, NAME + "same_as: [\"https://ada:secret@piers.example/\"]\n",
     "F048", 3, 11, "the address `https://ada:secret@piers.example/` contains a name or password before `@`",
     "remove everything up to `@`"),
    ("a newer format is refused", "facts/site.yml", "format: 2\nname: Harbour facts\n",
     "F049", 1, 9, "format `2` is not supported",
     "this version reads format 1"),
    ("an empty name is refused", ENTITY, "name: \"\"\ntype: Place\n",
     "F050", 1, 7, "the text is empty",
     "write the text, or leave the key out"),
    ("a number in words is no limit", "facts/site.yml", "format: 1\nname: x\nbudgets: {quote_words: thirty}\n",
     "F051", 3, 24, "`thirty` is not a whole number above 0",
     "write only digits, such as 12"),
    ("minutes are no decimal degrees", ENTITY,
     NAME + "geo: {latitude: 50 N, longitude: -5.2, precision: 1 km, source: plan}\n",
     "F051", 3, 17, "`50 N` is not a number of degrees from -90 to 90",
     "write decimal degrees such as 33.52"),
    ("a verdict is a plain word", CLAIM_FILE, CLAIM + ARTICLE + "verdict: Mostly right\n",
     "F052", 5, 10, "`Mostly right` is not a plain word",
     "write lower-case words joined by `-`"),
    ("a quote of four words is no sentence", CLAIM_FILE, CLAIM + QUOTED + "\"opened to the public\"\n",
     "F101", 4, 12, "the quote has 4 words; a quote of fewer than 5 must be a whole sentence",
     "quote more of the sentence; if it is a whole heading, caption, cell or line of the source, run "
     "`factpress snapshot`: the receipt will say so"),
    ("a quote of one word is counted in the singular", CLAIM_FILE, CLAIM + QUOTED + "opened\n",
     "F101", 4, 12, "the quote has 1 word; a quote of fewer than 5 must be a whole sentence",
     "quote more of the sentence; if it is a whole heading, caption, cell or line of the source, run "
     "`factpress snapshot`: the receipt will say so"),
    ("a quote over the budget is refused", CLAIM_FILE, CLAIM + QUOTED + "\"" + "word " * 31 + "\"\n",
     "F101", 4, 12, "the quote has 31 words; at most 30 are allowed",
     "shorten it to the words that say it, or give two pieces of evidence"),
    ("a quote of few signs is no sentence", CLAIM_FILE, CLAIM + QUOTED + "\"北埠頭は開いた\"\n",
     "F101", 4, 12, "the quote has 7 signs; a quote of fewer than 10 must be a whole sentence",
     "quote more of the sentence; if it is a whole heading, caption, cell or line of the source, run "
     "`factpress snapshot`: the receipt will say so"),
    ("a quote of many signs is too long", CLAIM_FILE, CLAIM + QUOTED + "\"" + "埠" * 81 + "\"\n",
     "F101", 4, 12, "the quote has 81 signs; at most 80 are allowed",
     "shorten it to the words that say it, or give two pieces of evidence"),
    ("an ellipsis in a quote is ours", CLAIM_FILE, CLAIM + QUOTED + "the north pier … to the public\n",
     "F102", 4, 12, "the quote contains an ellipsis, `…`, which is rarely the source's own",
     "give two pieces of evidence, or say it in `gloss`; if the source has the mark, run "
     "`factpress snapshot`: the receipt will say so"),
    ("a bracket in an article's quote is ours", CLAIM_FILE,
     CLAIM + ARTICLE.replace("the north pier", "it [the north pier]"),
     "F102", 4, 12, "the quote contains a bracket, `[`, which is rarely the source's own",
     "give two pieces of evidence, or say it in `gloss`; if the source has the mark, run "
     "`factpress snapshot`: the receipt will say so"),
    ("an empty line in a literal quote parts two blocks", CLAIM_FILE,
     CLAIM + QUOTED + "|\n      The north pier\n\n      was opened on Saturday.\n",
     "F103", 4, 12, "the quote contains an empty line, so it is from two paragraphs",
     "give the words of each paragraph as a separate piece of evidence"),
    ("an empty line in a quoted quote parts two blocks", CLAIM_FILE,
     CLAIM + QUOTED + "\"The north pier\n\n      was opened on Saturday.\"\n",
     "F103", 4, 12, "the quote contains an empty line, so it is from two paragraphs",
     "give the words of each paragraph as a separate piece of evidence"),
    ("a claim ends with a full stop", CLAIM_FILE, "claim: The north pier opened\n" + EVIDENCE,
     "F104", 1, 8, "the claim does not end with a full stop",
     "write one whole sentence"),
    ("a claim asks nothing", CLAIM_FILE, "claim: Did the north pier open?\n" + EVIDENCE,
     "F104", 1, 8, "the claim is a question",
     "write a statement that is true or false"),
    ("a claim is no essay", CLAIM_FILE, "claim: " + "The pier opened and " * 16 + "closed.\n" + EVIDENCE,
     "F104", 1, 8, "the claim has 327 characters; at most 300 are allowed",
     "split it into several claims"),
    ("a reason links to records alone", CLAIM_FILE,
     CLAIM + ARTICLE + "verdict: accurate\nbecause: See [the page](https://piers.example/).\nwould_change: A log.\n",
     "F105", 6, 10, "a link leads to `https://piers.example/`, which is not a record",
     "link to `claim:`, `source:` or `entity:` and an id, or remove the link"),
    ("a verdict needs its reason", CLAIM_FILE, CLAIM + ARTICLE + "verdict: accurate\n",
     "F106", 5, 10, "the verdict `accurate` needs `because`",
     "add `because`"),
    ("an inaccurate verdict needs what holds instead", CLAIM_FILE,
     CLAIM + ARTICLE + "verdict: inaccurate\nbecause: It opened later.\n",
     "F106", 5, 10, "the verdict `inaccurate` needs `instead`",
     "add `instead`"),
    ("a reason without a verdict is none", CLAIM_FILE, CLAIM + EVIDENCE + "because: The Gazette was there.\n",
     "F106", 5, 10, "`because` needs a verdict, and the claim has none",
     "add a verdict, or remove `because`"),
    ("background has no verdict", CLAIM_FILE, CLAIM + EVIDENCE + "verdict: accurate\nbecause: The Gazette was there.\n",
     "F107", 5, 10, "the claim has a verdict, but no words of an article to judge",
     "add `appears_in`, or remove the verdict"),
    ("a person is named for a reason", ENTITY, "name: Ada Quay\ntype: Person\n",
     "F108", 1, 1, "the person `Ada Quay` is named without a reason",
     "add `naming` with the public role, or why this person is named"),
    ("a source without a title says why", SOURCE, "type: webpage\nissued: 2021-06-01\nroot: harbour-gazette\n",
     "F109", 1, 1, "the source has no title",
     "add `title`, or say in `note` why it has none"),
    ("a place has no voice", ENTITY, NAME + "voice_of: harbour-gazette\n",
     "F110", 3, 11, "only a person or an organization has a voice, but `north-pier` has the type `Place`",
     "remove `voice_of`, or correct the `type`"),
    ("an organization is no point on a map", ENTITY,
     "name: The Desk\ntype: Organization\ngeo: {latitude: 50.1, longitude: -5.2, precision: 1 km, source: plan}\n",
     "F111", 3, 6, "only a place or an event has coordinates, but `north-pier` has the type `Organization`",
     "remove `geo`, or correct the `type`"),
    ("corrections stand newest first", CLAIM_FILE,
     CLAIM + EVIDENCE + "corrections:\n" + UPDATE.format("2021-06-02") + UPDATE.format("2021-06-09"),
     "F112", 7, 12, "the correction of 9 June 2021 is below the older one of 2 June 2021",
     "put the newest first"),
    ("context is answered by nobody", CLAIM_FILE,
     CLAIM + EVIDENCE + "    stance: context\n    answered: It was late.\n",
     "F113", 6, 15, "`answered` answers a dispute, but the stance of this evidence is `context`",
     "remove it, or write `stance: disputes`"),
    ("support without figures is answered by nobody", CLAIM_FILE, CLAIM + EVIDENCE + "    answered: It was late.\n",
     "F113", 5, 15, "`answered` answers a dispute, but the stance of this evidence is `supports`",
     "remove it, or write `stance: disputes`"),
    ("a source is dated or undated", SOURCE, TITLE + "issued: 2021-06-01\nundated: There is none.\n",
     "F114", 5, 10, "the source is dated 1 June 2021, but `undated` says why it has no date",
     "remove one of the two; if the date is inferred, write `~` after it"),
    ("nobody has read the day after tomorrow", SOURCE, TITLE + "issued: 2021-06-01\naccessed: 2026-11-26\n",
     "F115", 5, 11, "26 November 2026 is in the future: today is 24 November 2026",
     "correct the date"),
    ("a review is not of the future", CLAIM_FILE, CLAIM + EVIDENCE + "review: {by: [ada], date: 2027-01-01}\n",
     "F115", 5, 27, "1 January 2027 is in the future: today is 24 November 2026",
     "correct the date"),
    ("the same words twice are one piece of evidence", CLAIM_FILE,
     CLAIM + EVIDENCE + EVIDENCE.removeprefix("evidence:\n"),
     "F116", 6, 12, "line 4 already gives the same words of `gazette-2021-05-30`",
     "remove one of the two"),
    ("a finding is a headline", CLAIM_FILE, CLAIM + "finding: " + "The pier opened " * 6 + "early\n" + EVIDENCE,
     "F119", 2, 10, "the finding has 101 characters; at most 90 are allowed",
     "write a headline; `because` has room for the reason"),
    ("a finding has no figure of its own", CLAIM_FILE, CLAIM + "finding: It opened to 40 guests\n" + EVIDENCE,
     "F119", 2, 10, "the finding says `40`, but neither this claim, nor a claim beside it, nor a quote says so",
     "write what the records say, or link to the claim that says it, as `[words](claim:id)`"),
    ("nobody is judged without being asked", CLAIM_FILE,
     CLAIM + ARTICLE + "verdict: inaccurate\nbecause: The log.\ninstead: A day later.\nwould_change: A log.\n",
     "F120", 5, 10, "`inaccurate`, and nobody asked `harbour-gazette`",
     "ask, and add `replies` to the claim or to the article"),
    ("a verdict says what would change it", CLAIM_FILE, CLAIM + ARTICLE + "verdict: accurate\nbecause: The log.\n",
     "F121", 5, 10, "nothing says what would change the verdict `accurate`",
     "add `would_change`, in one sentence"),
    ("an answer has a day", CLAIM_FILE,
     CLAIM + EVIDENCE + ASKED + "answer: declined}]\n",
     "F122", 5, 11, "the answer has no date",
     "add `date`, the day of the answer"),
    ("no answer has no day", CLAIM_FILE,
     CLAIM + EVIDENCE + ASKED + "answer: none, date: 2021-06-02}]\n",
     "F122", 5, 91, "the reply has a date, but `answer: none` says that there is no answer",
     "remove `date`, or write the answer"),
    ("an answer comes after its question", CLAIM_FILE,
     CLAIM + EVIDENCE + ASKED + "answer: So., date: 2021-05-31}]\n",
     "F122", 5, 90, "the answer is dated 31 May 2021, before the question of 1 June 2021",
     "correct one of the two dates"),
    ("only an article under check is answered for", "facts/sources/gazette-2021-05-30.yml",
     "type: article-newspaper\ntitle: Pier\nissued: 2021-05-30\nroot: harbour-gazette\n" + ASKED + "answer: none}]\n",
     "F122", 5, 11, "`gazette-2021-05-30` is not an article under check, so nobody is asked about it here",
     "move the reply to the claim that it is about"),
    ("a check is not of the future", CLAIM_FILE, CLAIM + EVIDENCE + "checked: 2027-01-01\n",
     "F115", 5, 10, "1 January 2027 is in the future: today is 24 November 2026",
     "correct the date"),
    ("nobody is asked in the future", CLAIM_FILE,
     CLAIM + EVIDENCE + ASKED.replace("2021", "2027") + "answer: none}]\n",
     "F115", 5, 43, "1 June 2027 is in the future: today is 24 November 2026",
     "correct the date"),
    ("a list in the settings that is not closed", "mkdocs.yml", "plugins:\n  - [factpress\n",
     "F053", 2, 5, "this can't be read: did not find expected ',' or ']'",
     "correct the YAML of the file"),
    ("a file of settings that does not exist", "mkdocs.yml", "site_name: Pier\nINHERIT: ../base.yml\n",
     "F053", 2, 10, "`INHERIT` names `../base.yml`, and there is no such file",
     "write a path from the file's own folder"),
    ("a folder outside the project", "mkdocs.yml", "docs_dir: /etc\n",
     "F054", 1, 11, "`docs_dir` is `/etc`, which is not a folder inside the project",
     "move the folder into the project, and name it here"),
    ("a setting of another type", "mkdocs.yml", "theme: {name: material}\nnav: index.md\n",
     "F054", 2, 6, "`nav` has to be a list",
     "write a list here"),
    ("an option that the plugin does not have", "mkdocs.yml", "plugins:\n  - factpress: {fact: records}\n",
     "F054", 2, 17, "the plugin `factpress` has no option `fact`",
     "did you mean `facts`?"),
    ("a misspelt extension", "mkdocs.yml", "markdown_extensions:\n  - footnote\n",
     "F055", 2, 5, "the Markdown extension `footnote` is not installed",
     "did you mean `footnotes`?"),
    ("a module that is no extension", "mkdocs.yml", "markdown_extensions: [this]\n",
     "F055", 1, 23, "`this` is not a Markdown extension",
     "remove the line"),
    ("an option that an extension does not have", "mkdocs.yml", "markdown_extensions: [toc: {depth: 2}]\n",
     "F055", 1, 23, "`toc` can't be loaded: it has no option `depth`",
     "correct its options, or remove the line"),
    ("a misspelt plugin", "mkdocs.yml", "plugins: [serch, factpress]\n",
     "F056", 1, 11, "the plugin `serch` is not installed",
     "did you mean `search`?"),
    ("a plugin of no package", "mkdocs.yml", "plugins: [factpress, wonderful-charts]\n",
     "F056", 1, 22, "the plugin `wonderful-charts` is not installed",
     "install the package that has it, or remove the line"),
    ("plugins without ours", "mkdocs.yml", "plugins:\n  - search\n",
     "F057", 2, 3, "the plugin `factpress` is not in the list of plugins",
     "add `- factpress`"),
    ("a misspelt setting", "mkdocs.yml", "plugins: [factpress]\nsite_descripton: Piers\n",
     "F060", 2, 1, "the engine has no setting `site_descripton`",
     "did you mean `site_description`?"),
    ("a plugin that is listed twice", "mkdocs.yml", "plugins: [search, search, factpress]\n",
     "F060", 1, 19, "the plugin `search` is listed twice",
     "remove one"),
    ("a level of another word", "mkdocs.yml", "validation: {nav: {not_found: warning}}\n",
     "F061", 1, 20, "`not_found` is not set to a level",
     "write `warn`, `info` or `ignore`"),
    ("an active file that is not there", "mkdocs.yml", "plugins:\n  - factpress:\n      active_files: [plan.html]\n",
     "F058", 3, 22, "`plan.html` names no file under `docs/` that browsers run",
     "correct the path, which begins below that folder, or remove it"),
    ("a pattern of active files that is a number", "mkdocs.yml", "plugins: [factpress: {active_files: [7]}]\n",
     "F054", 1, 38, "an item of this list has to be text",
     "write text here"),
)]
# fmt: on
# What standing allows is told with rules of its own.
FORM = [
    rule for rule in RULES if rule.code[:2] in {"F0", "F1"} and rule.name not in {"unearned-verdict", "vain-answer"}
]
NOT_FED = {"same-address", "missing-site", "marked-up-title", "empty-explainer"}
NOT_FED |= {
    "missing-plugin",
    "active-file",
    "idle-active-file",
    "uncited-figure",
    "link-disagrees",
    "source-date-disagrees",
    "unfit-plugin",
    "answer-form",
}
NOT_FED |= {"unknown-setting", "refused-setting", "dead-link", "missing-anchor", "dead-nav-entry", "page-outside-nav"}
# Faults of what a build wrote, which reading does not see.
NOT_FED |= {"blocked-content"}
NO_WORDS = re.compile(r"Error\b|NoneType|\bdict\b|\btuple\b|str object|pydantic|Traceback")


def checked(row: Row, folder: Path) -> Checked:
    if row.text.startswith("$ "):
        lay(row.text, folder)
    else:
        lay("", folder)
        written(folder / row.path, row.text)
    return check(folder, today=TODAY, settings=configuration(folder).settings)


def written(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def of_form(findings: tuple[Finding, ...]) -> list[Finding]:
    codes = {rule.code for rule in FORM}
    return [finding for finding in findings if finding.code in codes]


def assert_is_well_said(finding: Finding) -> None:
    for words in (finding.message, finding.help):
        assert not NO_WORDS.search(words), words
        assert words and not words.endswith(".") and not words[0].isupper(), words
        assert "!" not in re.sub("`[^`]*`", "", words), words
        assert words.count("`") % 2 == 0 and words.isprintable(), words


@pytest.mark.parametrize("row", ROWS, ids=[row.sentence for row in ROWS])
def test_one_cause_is_one_finding_in_these_words(row: Row, tmp_path: Path) -> None:
    found = of_form(checked(row, tmp_path).findings)
    told = [(each.code, each.place.line, each.place.column, each.message, each.help) for each in found]
    assert told == [(row.code, row.line, row.column, row.message, row.help)]
    assert row.path in {ANYWHERE, found[0].place.path}
    assert_is_well_said(found[0])


def test_every_rule_of_files_and_form_has_a_row() -> None:
    assert {row.code for row in ROWS} == {rule.code for rule in FORM}


def test_a_hundred_broken_files_are_told_in_one_run(tmp_path: Path) -> None:
    lay("", tmp_path)
    plain = [row for row in ROWS if row.path in {ENTITY, SOURCE, CLAIM_FILE} and not row.text.startswith("$ ")]
    rows = {row.path.replace(".yml", f"-{n}.yml"): row for n, row in enumerate((plain * 2)[:100])}
    for path, row in rows.items():
        written(tmp_path / path, row.text)
    result = check(tmp_path, today=TODAY)
    found: dict[str, list[tuple[str, int, int]]] = {}
    for each in of_form(result.findings):
        assert_is_well_said(each)
        found.setdefault(each.place.path, []).append((each.code, each.place.line, each.place.column))
    assert found == {path: [(row.code, row.line, row.column)] for path, row in rows.items()}
    assert len(result.findings) >= 100
    assert (result.ledger.seen, result.ledger.unaccounted) == (105, 0)


def faults_of_reading() -> dict[str, set[bool]]:
    """The kinds of fault that the sources of `reading` and of values name, each with whether it is mild."""
    root = Path(factpress.__file__).parent
    kinds: dict[str, set[bool]] = {}
    for path in [
        *root.glob("reading/*.py"),
        root / "site/wrong_settings.py",
        root / "records/fields.py",
        root / "records/site.py",
    ]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            said: list[ast.expr] = []
            mild = False
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
                at = {"Fault": 0, "fault": 0, "stop": 0, "Leak": 0, "leak": 0, "_wrong": 0, "read_by": 1}.get(
                    name or ""
                )
                said = [] if at is None else node.args[at : at + 1]
                mild = any(word.arg == "mild" and ast.unparse(word.value) == "True" for word in node.keywords)
            elif isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
                said = node.value.elts[1:2]
            elif isinstance(node, ast.Assign) and isinstance(node.value, ast.IfExp):
                said = [node.value] if ast.unparse(node.targets[0]) == "kind" else []
            for choice in said:
                for one in (choice.body, choice.orelse) if isinstance(choice, ast.IfExp) else (choice,):
                    if isinstance(one, ast.Constant) and isinstance(one.value, str):
                        kinds.setdefault(one.value, set()).add(mild)
    return kinds


def test_every_kind_of_fault_has_its_rule_and_is_mild_where_that_is_a_warning() -> None:
    fed = {
        rule.name: {is_warning(rule)}
        for rule in RULES
        if (rule.code[:2] in {"F0", "F6"} and rule.name not in NOT_FED) or rule.name == "damaged-receipt"
    }
    assert faults_of_reading() == fed


def is_warning(rule: Rule) -> bool:
    return rule.severity is Severity.WARNING
