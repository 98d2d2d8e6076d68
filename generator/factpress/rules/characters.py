"""F0 of characters: texts are UTF-8, and a reviewer sees every character that a reader gets."""

from __future__ import annotations

from collections.abc import Iterator

from factpress.findings import Severity, shown
from factpress.rules.rule import Found, Project, rule

# What a quote in a language written from right to left may need.
_DIRECTION_MARKS = ("U+061C", "U+200E", "U+200F")


@rule("F011")
def not_utf_8(project: Project) -> Iterator[Found]:
    r"""A file in another encoding than UTF-8.

    Why: read with a wrong guess, a name or a quote comes out as other letters.

    Bad:

        $ printf 'name: Caf\351\ntype: Place\n' > facts/entities/harbour-cafe.yml

    Good:

        # facts/entities/harbour-cafe.yml
        name: Café
        type: Place
    """
    for fault in project.faults("not-utf-8"):
        yield Found(fault.place, f"{fault.found}, is no UTF-8", "save the file as UTF-8")


@rule("F012")
def byte_order_mark(project: Project) -> Iterator[Found]:
    r"""A file that begins with a byte order mark.

    Why: it is an invisible character, which UTF-8 does not need and other tools take for text.

    Bad:

        $ printf '\357\273\277name: North Pier\ntype: Place\n' > facts/entities/north-pier.yml

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    for fault in project.faults("byte-order-mark"):
        help = "save the file as UTF-8 without a byte order mark (BOM)"
        yield Found(fault.place, "the file begins with a byte order mark, which is invisible", help)


@rule("F013", severity=Severity.WARNING)
def carriage_return(project: Project) -> Iterator[Found]:
    r"""Lines that end in carriage returns, as Windows writes them.

    Why: the next editor turns them all, and the change that matters drowns among a hundred that don't.

    Bad:

        $ printf 'name: North Pier\r\ntype: Place\r\n' > facts/entities/north-pier.yml

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    for fault in project.faults("carriage-return"):
        message = f"lines end in carriage returns ({fault.found} in this file)"
        yield Found(fault.place, message, "save the file with line feeds alone: in editors, `LF`")


@rule("F014")
def tab(project: Project) -> Iterator[Found]:
    r"""A tab.

    Why: YAML forbids tabs in indentation, and inside a value nobody can tell one from spaces.

    Bad:

        $ printf 'name: North\tPier\ntype: Place\n' > facts/entities/north-pier.yml

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    for fault in project.faults("tab"):
        yield Found(fault.place, "a tab stands here", "write spaces, here and wherever else the file has tabs")


@rule("F015")
def control_character(project: Project) -> Iterator[Found]:
    r"""A control character.

    Why: it is invisible, it can hide text in a terminal, and some of them break lines for one program and
    not for another.

    Bad:

        # facts/entities/north-pier.yml
        name: "North\u0085Pier"
        type: Place

    Good:

        # facts/entities/north-pier.yml
        name: "North Pier"
        type: Place
    """
    for fault in project.faults("control-character"):
        yield Found(fault.place, f"the control character {fault.found} stands here", "remove it, or write a space")


@rule("F016")
def invisible_character(project: Project) -> Iterator[Found]:
    r"""An invisible character, or one that turns the direction of text.

    Why: reviewers would see other text than readers get, and a quote with one never matches its source.
    Joiners may stand where their script or an emoji needs them, direction marks in a `quote` or `gloss`
    whose `language` is written from right to left.

    Bad:

        # facts/entities/north-pier.yml
        name: "North\u202EPier"
        type: Place

    Good:

        # facts/entities/north-pier.yml
        name: "North Pier"
        type: Place
    """
    for fault in project.faults("invisible-character"):
        help = "remove it"
        if fault.found.startswith(_DIRECTION_MARKS):
            help = "remove it; a quote that needs it says so by its `language`, such as `ar`"
        yield Found(fault.place, f"the invisible character {fault.found} stands here", help)


@rule("F017")
def not_nfc(project: Project) -> Iterator[Found]:
    r"""Text in which a letter and its accent are written apart.

    Why: it looks the same as `é` written as one character, and is found neither by a search nor in the
    source.

    Bad:

        # facts/entities/harbour-cafe.yml
        name: "Cafe\u0301"
        type: Place

    Good:

        # facts/entities/harbour-cafe.yml
        name: "Café"
        type: Place
    """
    for fault in project.faults("not-nfc"):
        message = "this text is not in Unicode's composed form (NFC): a letter and its accent are written apart"
        yield Found(fault.place, message, "type the accented letters again, or let an editor normalise the text to NFC")


@rule("F018", severity=Severity.WARNING)
def mixed_scripts(project: Project) -> Iterator[Found]:
    r"""A word of Latin letters with Cyrillic or Greek ones among them.

    Why: they look alike, so that one name becomes two, or a false name passes for a known one.

    Bad:

        # facts/entities/north-pier.yml
        name: "North P\u0456er"
        type: Place

    Good:

        # facts/entities/north-pier.yml
        name: "North Pier"
        type: Place
    """
    for fault in project.faults("mixed-scripts"):
        message = f"the word {shown(fault.found)} mixes Latin letters with {fault.wanted} ones"
        yield Found(fault.place, message, "type the word again in one script")


@rule("F019")
def mixed_digits(project: Project) -> Iterator[Found]:
    r"""A number whose digits are of two scripts.

    Why: digits of another script can look like other numbers: the Arabic-Indic 5 like a 0.

    Bad:

        # facts/entities/north-pier.yml
        name: "Pier 1\u0665"
        type: Place

    Good:

        # facts/entities/north-pier.yml
        name: "Pier 15"
        type: Place
    """
    for fault in project.faults("mixed-digits"):
        message = f"the digits of {shown(fault.found)} are of two scripts"
        yield Found(fault.place, message, "type the number again in one script")
