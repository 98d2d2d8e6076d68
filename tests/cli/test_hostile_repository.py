"""Commands in a repository whose own settings name programs: git, asked the same, runs them; no command of ours does.

Not among them, because git takes them from no repository's own settings: `uploadpack.packObjectsHook` and `trace2.*`.
"""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from commands import preview
from first_site import lay_copy
from histories import History

CLAIM, SITE = "facts/claims/licence/three-layers.yml", "facts/site.yml"
MISSING = "1" * 40
SIGNATURE = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n none\n -----END PGP SIGNATURE-----\n"


@dataclass(frozen=True)
class Trap:
    """Settings that name a program, and words by which git itself runs it; `{}` is the program, `_` a space in it."""

    settings: dict[str, str]
    words: str
    input: str = ""


TRAPS = {
    "a clean filter": Trap({"filter.one.clean": "{}"}, f"diff main -- {CLAIM}"),
    "a process filter": Trap({"filter.two.process": "{}"}, "diff main -- docs/index.md"),
    "a smudge filter": Trap({"filter.one.smudge": "{}"}, f"cat-file --filters HEAD:{CLAIM}"),
    "a filter in an included file": Trap({}, "diff main -- requirements.txt"),
    "a filter in the settings of a work tree": Trap({}, "diff main -- mkdocs.yml"),
    "a monitor of files": Trap({"core.fsmonitor": "{}"}, "status"),
    "a monitor of a submodule's files": Trap({}, "diff main -- module"),
    "a hook": Trap({"core.hooksPath": "{}.hooks"}, "update-ref refs/heads/other HEAD"),
    "a comparison": Trap({"diff.external": "{}"}, f"diff main -- {CLAIM}"),
    "a comparison by attribute": Trap({"diff.two.command": "{}"}, "diff main -- requirements.txt"),
    "a conversion to text": Trap({"diff.one.textconv": "{}"}, f"diff --no-ext-diff main -- {CLAIM}"),
    "a merge": Trap({"merge.one.driver": "{}"}, "merge-tree --write-tree main theirs"),
    "a pager": Trap({"core.pager": "{}; cat > /dev/null"}, "log -1"),
    "an editor": Trap({"core.editor": "{}"}, "config --edit"),
    "a check of signatures": Trap({"gpg.program": "{}", "log.showSignature": "true"}, "log -1 main"),
    "a way over ssh": Trap({"core.sshCommand": "{}"}, "ls-remote ssh://host.invalid/x"),
    "a proxy": Trap({"core.gitProxy": "{}"}, "ls-remote git://host.invalid/x"),
    "a store of passwords": Trap({"credential.helper": "{}"}, "credential fill", "protocol=https\nhost=h.invalid\n\n"),
    "a question for a password": Trap({"core.askPass": "{}"}, "credential fill", "protocol=https\nhost=h.invalid\n\n"),
    "a remote that has what is missing": Trap(
        {
            "remote.far.url": "ext::{}",
            "remote.far.promisor": "true",
            "protocol.ext.allow": "always",
            "extensions.partialClone": "far",
        },
        f"cat-file -p {MISSING}",
    ),
    "a remote's own program": Trap(
        {"remote.near.url": "{}.git", "remote.near.promisor": "true", "remote.near.uploadpack": "{}"},
        f"cat-file -p {MISSING}",
    ),
    "the refs of an alternate": Trap({"core.alternateRefsCommand": "{}"}, "rev-list --alternate-refs -1"),
    "an update of a submodule": Trap(
        {"submodule.module.update": "!{}", "submodule.module.url": "x", "submodule.module.active": "true"},
        "submodule update",
    ),
    "a trailer": Trap({"trailer.co-authored-by.command": "{}"}, "interpret-trailers", "x\n"),
    "an archive": Trap({"tar.one.command": "{}"}, "archive --format=one HEAD"),
    "an alias": Trap({"alias.one": "!{}"}, "one"),
}
# Commands of ours that read or write records; those that compare do so with what was published.
COMMANDS = (
    "check",
    "check --base main",
    "diff main",
    "diff main theirs",
    "build",
    "why three-layers",
    "sign quotes-excluded --by ben",
    "export pages out/pages",
    "export schemas out/schemas",
    "new entity --name Harbour --type Place",
    "snapshot factpress-licence --file LICENSE",
)


class Hostile:
    """A new site whose repository names a program for everything that git lets it name one for."""

    def __init__(self, site: Path) -> None:
        self.history = History(site)
        self.programs = site.parent / "programs"
        self.ran = site.parent / "ran"
        for folder in (self.programs, self.ran):
            folder.mkdir()
        history = self.history
        history.git("init", "--quiet", "--initial-branch=main")
        module = History(site / "module")
        module.folder.mkdir()
        module.git("init", "--quiet", "--initial-branch=main")
        module.commit()
        (site / ".gitmodules").write_text('[submodule "module"]\npath = module\nurl = x\n', "utf-8")
        history.commit("Published")
        history.git("switch", "--quiet", "--create", "theirs")
        history.append(CLAIM, "# theirs\n")
        history.commit()
        history.git("switch", "--quiet", "main")
        history.append(CLAIM, "# ours\n")
        history.commit()
        head, _, rest = history.git("cat-file", "commit", "HEAD").partition("\n\n")
        (self.programs / "signed").write_text(f"{head}\n{SIGNATURE}\n{rest}\n", "utf-8")
        signed = history.git("hash-object", "-t", "commit", "-w", str(self.programs / "signed"))
        history.git("update-ref", "refs/heads/main", signed)
        for path in (CLAIM, "docs/index.md", "requirements.txt", "mkdocs.yml"):
            history.append(path, "\n")
        module.commit()
        self._set(module)

    def _set(self, module: History) -> None:
        git = self.history.folder / ".git"
        for name, trap in TRAPS.items():
            for key, value in trap.settings.items():
                self.history.git("config", key, value.format(self.program(name)))
        module.git("config", "core.fsmonitor", self.program("a monitor of a submodule's files"))
        hooks = Path(self.program("a hook") + ".hooks")
        hooks.mkdir()
        for hook in ("reference-transaction", "post-index-change", "pre-commit", "post-checkout"):
            shutil.copy(self.program("a hook"), hooks / hook)
        shutil.copytree(git, self.program("a remote's own program") + ".git")
        (git / "objects/info/alternates").write_text(f"{module.folder}/.git/objects\n", "utf-8")
        for key, path, name in (
            ("include.path", "included", "a filter in an included file"),
            ("extensions.worktreeConfig", "config.worktree", "a filter in the settings of a work tree"),
        ):
            self.history.git("config", key, "true" if path.startswith("config") else path)
            (git / path).write_text(f'[filter "{path}"]\nclean = {self.program(name)}\n', "utf-8")
        (git / "info").mkdir(exist_ok=True)
        (git / "info/attributes").write_text(
            "facts/** filter=one diff=one merge=one\n*.md filter=two\n"
            "requirements.txt filter=included diff=two\nmkdocs.yml filter=config.worktree\n",
            "utf-8",
        )

    def program(self, name: str) -> str:
        """The program of a trap: it leaves a mark."""
        path = self.programs / name.replace(" ", "-").replace("'", "")
        if not path.exists():
            path.write_text(f'#!/bin/sh\n: > "{self.ran}/{name}"\n', "utf-8")
            path.chmod(0o755)
        return str(path)

    def marks(self) -> set[str]:
        """The names of the traps whose programs ran since the last call."""
        found = {path.name for path in self.ran.iterdir()}
        for path in self.ran.iterdir():
            path.unlink()
        return found

    def git(self, trap: Trap) -> None:
        """Git itself, at a terminal; it may well fail over what the programs print."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        names = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0"}
        names |= {f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        reader, terminal = pty.openpty()
        try:
            subprocess.run(
                ["git", *trap.words.split()],
                cwd=self.history.folder,
                input=trap.input.encode(),
                stdout=terminal,
                stderr=subprocess.PIPE,
                timeout=30,
                env={**kept, **names, "TERM": "xterm"},
            )
        finally:
            os.close(reader)
            os.close(terminal)


@pytest.fixture
def hostile(new_site: Path, repository: Path, tmp_path: Path) -> Hostile:
    site = tmp_path / "site"
    site.mkdir()
    for file in (new_site / "requirements.txt", repository / "LICENSE"):
        shutil.copy(file, site)
    return Hostile(lay_copy(new_site, site))


def test_no_command_runs_what_a_repository_names(hostile: Hostile) -> None:
    for name, trap in TRAPS.items():
        hostile.git(trap)
        assert name in hostile.marks(), f"git itself does not run {name}, so this test shows nothing about it"
    told = {}
    for command in COMMANDS:
        told[command] = hostile.history.run(*command.split())
        assert (command, hostile.marks()) == (command, set())
        assert told[command].returncode == 0, (command, told[command].stdout, told[command].stderr)
    preview(hostile.history.folder)
    assert hostile.marks() == set()
    assert "mkdocs.yml:1:1: warning F711" in told["check --base main"].stdout
    blob = hostile.history.git("rev-parse", f"main~1:{CLAIM}")
    (hostile.history.folder / ".git/objects" / blob[:2] / blob[2:]).unlink()
    for command in ("check --base main~1", "diff main~1"):
        done = hostile.history.run(*command.split())
        assert (done.returncode, hostile.marks()) == (2, set()), done.stdout
        assert "the clone has only a part of it" in done.stderr
    assert hostile.history.run("build").returncode == 0
    assert hostile.marks() == set()
