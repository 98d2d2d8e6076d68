"""What lies under .github/, here and in a new site: sound, pinned, and without more rights than it needs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from check_jsonschema import main as check_jsonschema
from click.testing import CliRunner

from factpress.cli.main import group

HERE = Path(sys.executable).parent
# Each by its commit, with the version as a comment; no other action runs.
ACTIONS = {
    "actions/checkout": "3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1",
    "actions/setup-python": "5fda3b95a4ea91299a34e894583c3862153e4b97 # v7.0.0",
    "actions/upload-artifact": "bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0",
    "actions/configure-pages": "983d7736d9b0ae728b81ab479565c72886d7745b # v5.0.0",
    "actions/upload-pages-artifact": "fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0",
    "actions/deploy-pages": "cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0",
    "github/codeql-action/upload-sarif": "8aad20d150bbac5944a9f9d289da16a4b0d87c1e # v4.36.2",
    "peter-evans/create-pull-request": "5f6978faf089d4d20b00c7766989d076bb2fc7f1 # v8.1.1",
}
WRITES = {
    "check.yml": {"code-scanning": {"security-events"}},
    "publish.yml": {"deploy": {"pages", "id-token"}},
}


@pytest.fixture(scope="module", params=["this repository", "a new site"])
def root(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    if request.param == "this repository":
        return repository
    folder = tmp_path_factory.mktemp("new") / "site"
    done = CliRunner().invoke(group, ["init", str(folder), "--name", "Harbour facts"])
    assert done.exit_code == 0, done.output
    return folder


def workflows(root: Path) -> dict[str, dict[str, Any]]:
    return {
        path.name: yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 every scalar is text
        for path in sorted((root / ".github/workflows").iterdir())
    }


def steps(root: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, workflow in workflows(root).items():
        for job in workflow["jobs"].values():
            yield from ((name, step) for step in job["steps"])


def test_zizmor_has_nothing_to_say(root: Path) -> None:
    command = [HERE / "zizmor", "--offline", "--persona=pedantic", "--no-progress", "--format=json", root / ".github"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert (done.returncode, json.loads(done.stdout)) == (0, []), done.stderr
    read = {line.rpartition("/")[2] for line in done.stderr.splitlines() if " completed " in line}
    assert read == {"dependabot.yml", *workflows(root)}


SCHEMAS = {
    "github-workflows": "workflows/*.yml",
    "dependabot": "dependabot.yml",
    "github-issue-forms": "ISSUE_TEMPLATE/[!c]*.yml",
    "github-issue-config": "ISSUE_TEMPLATE/config.yml",
}


@pytest.mark.parametrize("schema", SCHEMAS)
def test_files_are_as_github_wants_them(schema: str, root: Path) -> None:
    paths = sorted((root / ".github").glob(SCHEMAS[schema]))
    assert paths
    done = CliRunner().invoke(check_jsonschema, ["--builtin-schema", f"vendor.{schema}", *map(str, paths)])
    assert done.exit_code == 0, done.output


def test_every_action_is_pinned_to_a_known_commit(root: Path) -> None:
    text = "".join(path.read_text("utf-8") for path in sorted((root / ".github/workflows").iterdir()))
    used = re.findall(r"uses: (\S+?)@(.*)", text)
    assert len(used) == text.count("uses:") > 8
    assert [(action, commit) for action, commit in used if ACTIONS.get(action) != commit] == []


def test_only_the_jobs_that_need_it_may_write(root: Path) -> None:
    for name, workflow in workflows(root).items():
        assert workflow["permissions"] == {"contents": "read"}
        writes = {
            id: {right for right, level in job.get("permissions", {}).items() if level == "write"}
            for id, job in workflow["jobs"].items()
        }
        assert {id: rights for id, rights in writes.items() if rights} == WRITES.get(name, {})


def test_a_job_that_may_write_runs_nothing_of_the_change(root: Path) -> None:
    for workflow in workflows(root).values():
        for job in workflow["jobs"].values():
            if "write" in job.get("permissions", {}).values():
                assert not any("checkout" in step.get("uses", "") for step in job["steps"])
                assert not any(re.search(r"factpress|make|pip", step.get("run", "")) for step in job["steps"])


def test_changes_of_strangers_get_no_secret_and_run_once(root: Path) -> None:
    for name, workflow in workflows(root).items():
        assert set(workflow["on"]) <= {"pull_request", "push", "workflow_dispatch"}, name
        assert workflow["concurrency"]["cancel-in-progress"] == ("false" if name == "publish.yml" else "true")
        assert all(int(job["timeout-minutes"]) <= 30 for job in workflow["jobs"].values())
        assert "secrets." not in (root / ".github/workflows" / name).read_text("utf-8")
    for name, step in steps(root):
        assert "${{" not in step.get("run", ""), name
        if "checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] == "false"


def test_a_site_is_published_from_main_alone(root: Path) -> None:
    publish = workflows(root)["publish.yml"]
    assert publish["on"]["push"] == {"branches": ["main"]}
    assert "refs/heads/main" in publish["jobs"]["build"]["if"]
    assert publish["jobs"]["deploy"]["needs"] == "build"
    assert publish["jobs"]["deploy"]["environment"]["name"] == "github-pages"


def test_python_packages_come_by_their_hashes(root: Path, repository: Path) -> None:
    installs = [step["run"] for _, step in steps(root) if step.get("name") == "Install"]
    assert len(installs) == 2 and len(set(installs)) == 1
    if root == repository:
        assert installs[0] == "make setup"
        return
    first, second = installs[0].splitlines()
    assert "--require-hashes" in first and first.endswith("-r requirements.txt")
    assert second == "python -m pip install --no-deps --no-index wheels/factpress-*.whl"
    lock = (root / "requirements.txt").read_text("utf-8")
    assert lock.count("==") <= lock.count("--hash=sha256:") and "\nmkdocs==" in lock


def test_issue_forms_ask_for_the_words_that_show_it(root: Path) -> None:
    forms = sorted((root / ".github/ISSUE_TEMPLATE").glob("[!c]*.yml"))
    assert len(forms) == 2
    for path in forms:
        form = yaml.safe_load(path.read_text("utf-8"))
        asked = {field["id"]: field.get("validations", {}).get("required", False) for field in form["body"]}
        assert sum(asked.values()) >= 2 and asked["part"] is False
        assert all(field["attributes"]["label"] for field in form["body"])


def test_a_pull_request_says_four_things(root: Path) -> None:
    lines = (root / ".github/pull_request_template.md").read_text("utf-8").splitlines()
    assert len(lines) == 4 and all(re.fullmatch(r"\*\*.+:\*\*", line) for line in lines)


def test_owners_are_named_by_nobody_until_the_site_names_them(root: Path) -> None:
    lines = (root / ".github/CODEOWNERS").read_text("utf-8").splitlines()
    assert all(line.startswith("# ") for line in lines)
    patterns = [match[1] for line in lines if (match := re.fullmatch(r"# (\S+) @ORGANIZATION/TEAM", line))]
    assert {"/.github/", ".gitattributes", "/mkdocs.yml", "/facts/site.yml"} <= set(patterns)
    for pattern in patterns:
        if re.fullmatch(r"/[\w./-]+", pattern) and pattern != "/wheels/":
            assert (root / pattern[1:]).exists(), pattern


def test_updates_of_what_is_used_wait_a_week(root: Path) -> None:
    updates = yaml.safe_load((root / ".github/dependabot.yml").read_text("utf-8"))["updates"]
    assert {each["package-ecosystem"] for each in updates} == {"pip", "github-actions"}
    for each in updates:
        assert each["cooldown"]["default-days"] >= 7
        folders = each.get("directories") or [each["directory"]]
        assert folders and all((root / folder.strip("/")).is_dir() for folder in folders)
