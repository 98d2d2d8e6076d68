"""What is wrong with single settings of `mkdocs.yml`, found without the engine and without the project's code."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from factpress.findings import Fault, listed, nearest, shown
from factpress.reading.written import Entry, Key, Unread, Written
from factpress.site import installed
from factpress.site.installed import Answer

PLUGIN = "factpress"
OPTIONS: Mapping[str, type] = {"facts": str, "active_files": tuple}
"""The options of our plugin, with their types."""
_TEXT, _SWITCH, _LIST, _MAPPING = (str,), (bool,), (tuple,), (Mapping,)
# The types that the engine asks of its settings; those of settings that reading needs are asked where they are read.
_TYPES: Mapping[str, tuple[type, ...]] = {
    **dict.fromkeys(
        (
            "site_name", "site_url", "site_description", "site_author", "site_dir", "repo_url", "repo_name", "edit_uri",
            "edit_uri_template", "copyright", "dev_addr", "remote_branch", "remote_name", "exclude_docs", "draft_docs",
            "not_in_nav",
        ),
        _TEXT,
    ),
    **dict.fromkeys(("strict", "use_directory_urls"), _SWITCH),
    **dict.fromkeys(("nav", "extra_css", "extra_javascript", "extra_templates", "hooks", "watch"), _LIST),
    **dict.fromkeys(("extra", "validation"), _MAPPING),
    "theme": (*_TEXT, *_MAPPING),
}  # fmt: skip
_A_LIST = "write a list of names, each alone or with its options after a colon"
_NAMES = {str: "text", bool: "`true` or `false`", tuple: "a list", Mapping: "a mapping"}


def folder(written: Written, keys: tuple[Key, ...], *, default: str, root: Path) -> tuple[str, list[Fault]]:
    """A folder of the project that a setting names, from the project's root; the default if it can't be used."""
    value = written.get(*keys)
    if value is None or isinstance(value, Unread):
        return default, []
    name, place = shown(str(keys[-1])), written.at(*keys)
    if not isinstance(value, str) or not value.strip():
        help = f"write the path of a folder, such as {shown(default)}"
        return default, [Fault("wrong-setting", place, found=f"{name} is not the name of a folder", wanted=help)]
    whole = root.resolve()
    found = posixpath.relpath((whole / value).as_posix(), whole.as_posix())
    if found == "." or found.startswith(".."):
        message = f"{name} is {shown(value)}, which is not a folder inside the project"
        return default, [
            Fault("wrong-setting", place, found=message, wanted="move the folder into the project, and name it here")
        ]
    return found, []


def entries(written: Written, keys: tuple[Key, ...]) -> tuple[list[Entry], list[Fault]]:
    """The plugins or extensions that the file names, with those options that are mappings, and what is wrong there."""
    faults = list(_mistyped(written, keys, (*_LIST, *_MAPPING)))
    listed = written.get(*keys)
    items = enumerate(listed if isinstance(listed, tuple) else ())
    mixed = {(*keys, n) for n, item in items if isinstance(item, Mapping) and len(item) != 1}
    faults += [
        Fault("wrong-setting", written.at(*each), found="this item does not have one name", wanted=_A_LIST)
        for each in mixed
    ]
    found = []
    for entry in written.entries(*keys):
        if entry.keys in mixed:
            continue
        if not isinstance(entry.name, str):
            faults.append(Fault("wrong-setting", written.at(*entry.keys), found="this is not a name", wanted=_A_LIST))
        elif entry.options and not isinstance(entry.options, Mapping | Unread):
            message = f"the options of {shown(entry.name)} are not a mapping"
            place = written.at(*entry.inside)
            faults.append(Fault("wrong-setting", place, found=message, wanted="write each option as `name: value`"))
        else:
            found.append(entry)
    return found, faults


def extension(written: Written, entry: Entry, root: Path, *, reads: bool) -> tuple[bool, list[Fault]]:
    """Whether a check leaves out an extension, and what is wrong with its name; one that `reads` is not imported."""
    name, answer = entry.name, installed.extension(entry.name, root)
    message, help = "", "remove the line"
    if answer is Answer.INSTALLED:
        why = "" if reads else installed.load(name, root)
        if why:
            message, help = f"{shown(name)} can't be loaded: {why}", "install it again, or remove the line"
    elif answer is Answer.OTHER:
        message = f"{shown(name)} is not a Markdown extension"
    elif answer is Answer.MISSING:
        message, help = (
            f"the Markdown extension {shown(name)} is not installed",
            _install(name, installed.all_extensions()),
        )
    place = written.at_key(*entry.inside)
    faults = [Fault("unknown-extension", place, found=message, wanted=help)] if message else []
    return reads or answer is not Answer.INSTALLED, faults


def _install(name: str, known: Iterable[str]) -> str:
    near = nearest(name, known)
    return f"did you mean {shown(near)}?" if near else "install the package that has it, or remove the line"


def others(written: Written, plugins: Sequence[Entry], own: tuple[Key, ...]) -> Iterator[Fault]:
    """What is wrong and does not matter to reading: types of other settings, unknown plugins, options of ours.

    `own` leads to the options of our plugin; it is empty where the file does not name the plugin.
    """
    for name, types in _TYPES.items():
        yield from _mistyped(written, (name,), types)
    theme = written.get("theme", "name") or written.get("theme")
    missing = installed.missing_plugins(frozenset(entry.name.removeprefix("/") for entry in plugins), str(theme))
    for entry in plugins:
        if entry.name.removeprefix("/") in missing:
            message, help = (
                f"the plugin {shown(entry.name)} is not installed",
                _install(entry.name, installed.all_plugins()),
            )
            yield Fault("unknown-plugin", written.at_key(*entry.inside), found=message, wanted=help)
    options = written.get(*own) if own else None
    options = options if isinstance(options, Mapping) else {}
    for name in options:
        if name not in OPTIONS:
            near = nearest(str(name), OPTIONS)
            help = f"did you mean {shown(near)}?" if near else f"write {listed(OPTIONS)}"
            message = f"the plugin `factpress` has no option {shown(str(name))}"
            yield Fault("wrong-setting", written.at_key(*own, name), found=message, wanted=help)
        elif name != "facts":
            yield from _mistyped(written, (*own, name), (OPTIONS[name],))
            items = options[name] if isinstance(options[name], tuple) else ()
            for n in range(len(items)):
                yield from _mistyped(written, (*own, name, n), _TEXT)


def _mistyped(written: Written, keys: tuple[Key, ...], types: tuple[type, ...]) -> Iterator[Fault]:
    value: Any = written.get(*keys)
    if value is None or isinstance(value, (*types, Unread)):
        return
    wanted = " or ".join(_NAMES[each] for each in types)
    what = "an item of this list" if isinstance(keys[-1], int) else shown(keys[-1])
    message = f"{what} has to be {wanted}"
    yield Fault("wrong-setting", written.at(*keys), found=message, wanted=f"write {wanted} here")
