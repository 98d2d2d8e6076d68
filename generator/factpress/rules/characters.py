"""F0 of characters: texts are UTF-8, and a reviewer sees every character that a reader gets."""

from __future__ import annotations

from collections.abc import Iterator

from factpress.findings import Severity, shown
from factpress.rules.rule import Problem, Project, rule

# What a quote in a language written from right to left may need.
_DIRECTION_MARKS = ("U+061C", "U+200E", "U+200F")


@rule("F011")
def not_utf_8(project: Project) -> Iterator[Problem]:
    r"""A file that is not UTF-8.

    Why: a program that guesses the wrong encoding shows other letters in a name or a quote.

    Bad:

        $ printf 'name: Caf\351\ntype: Place\n' > facts/entities/harbour-cafe.yml

    Good:

        # facts/entities/harbour-cafe.yml
        name: Café
        type: Place
    """
    for fault in project.faults("not-utf-8"):
        yield Problem(fault.place, f"{fault.found} is not valid UTF-8", "save the file as UTF-8")


@rule("F012")
def byte_order_mark(project: Project) -> Iterator[Problem]:
    r"""A file that begins with a byte order mark.

    Why: the mark is invisible, UTF-8 does not need it, and other tools read it as text.

    Bad:

        $ printf '\357\273\277name: North Pier\ntype: Place\n' > facts/entities/north-pier.yml

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    for fault in project.faults("byte-order-mark"):
        help = "save the file as UTF-8 without a byte order mark (BOM)"
        yield Problem(fault.place, "the file begins with a byte order mark, which is invisible", help)


@rule("F013", severity=Severity.WARNING)
def carriage_return(project: Project) -> Iterator[Problem]:
    r"""Lines that end in carriage returns, as Windows writes them.

    Why: the next editor may convert them all. The change that matters is then hard to find among a hundred others.

    Bad:

        $ printf 'name: North Pier\r\ntype: Place\r\n' > facts/entities/north-pier.yml

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    for fault in project.faults("carriage-return"):
        message = f"lines end in carriage returns ({fault.found} in this file)"
        yield Problem(fault.place, message, "save the file with line feeds only (`LF` in editors)")


@rule("F014")
def tab(project: Project) -> Iterator[Problem]:
    r"""A tab.

    Why: YAML forbids tabs in indentation, and inside a value a tab looks like spaces.

    Bad:

        $ printf 'name: North\tPier\ntype: Place\n' > facts/entities/north-pier.yml

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    for fault in project.faults("tab"):
        yield Problem(fault.place, "this is a tab", "write spaces instead, here and in the rest of the file")


@rule("F015")
def control_character(project: Project) -> Iterator[Problem]:
    r"""A control character.

    Why: it is invisible and can hide text in a terminal. Some control characters break a line in one program and
    not in another.

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
        yield Problem(fault.place, f"the control character {fault.found} is not allowed", "remove it, or write a space")


@rule("F016")
def invisible_character(project: Project) -> Iterator[Problem]:
    r"""An invisible character, or one that changes the direction of text.

    Why: reviewers would see other text than readers get, and a quote with such a character never matches its
    source. Joiners are allowed where their script or an emoji needs them. Direction marks are allowed in a `quote`
    or `gloss` whose `language` is written from right to left.

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
            help = "remove it; if a quote needs it, name its `language`, such as `ar`"
        yield Problem(fault.place, f"the invisible character {fault.found} is not allowed", help)


@rule("F017")
def not_nfc(project: Project) -> Iterator[Problem]:
    r"""Text in which a letter and its accent are two characters.

    Why: it looks the same as `é` written as one character, but neither a search nor a comparison with the source
    finds it.

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
        message = "this text is not in Unicode's composed form (NFC): a letter and its accent are two characters"
        yield Problem(
            fault.place, message, "type the accented letters again, or let an editor normalise the text to NFC"
        )


@rule("F018", severity=Severity.WARNING)
def mixed_scripts(project: Project) -> Iterator[Problem]:
    r"""A word that mixes Latin letters with Cyrillic or Greek ones.

    Why: the letters look alike. One name becomes two, or a false name looks like a known one.

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
        yield Problem(fault.place, message, "type the word again in one script")


@rule("F019")
def mixed_digits(project: Project) -> Iterator[Problem]:
    r"""A number with digits of two scripts.

    Why: a digit of another script can look like another number: the Arabic-Indic 5 looks like a 0.

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
        message = f"{shown(fault.found)} has digits of two scripts"
        yield Problem(fault.place, message, "type the number again in one script")
