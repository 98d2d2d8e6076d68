"""Saved pages and documents that are bombs, nests or tricks: `snapshot` ends, says why, and reads no other file."""

from __future__ import annotations

import gzip
import json
import tempfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from hostile.row import Row
from hostile.tried import tried

from factpress.cli.examples import lay

# No file about the secret has so many words of its own.
FEW = 200
ABOUT_THE_SECRET = ("entity of a file", "include of a file", "frame of a file")
_CIRCLE = b"trailer << /Size 1 /Prev 9 >>\nstartxref\n9\n%%EOF"
_INCLUDE = 'xmlns:xi="http://www.w3.org/2001/XInclude"'
_KEYS = f"/O <{'41' * 32}> /U <{'42' * 32}>"
_ENCRYPTED = f"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 {_KEYS} >> /ID [<{'43' * 16}> <{'43' * 16}>]"
SOURCE = "gazette-2021-05-30"
QUOTE = "the north pier was opened to the public on Saturday"
LARGE = 2 << 20
SHORT = 100_000
KINDS: tuple[tuple[str, ...], ...] = ((), ("--as", "html"), ("--as", "pdf"), ("--as", "text"))


def rows(*, large: int = LARGE) -> list[Row]:
    """The row of files for `snapshot`; the largest have about as many bytes as `large` says."""
    bad: list[str] = []
    tries = 0
    with tempfile.TemporaryDirectory() as folder:
        project, secret = Path(folder) / "project", Path(folder) / "secret.txt"
        project.mkdir()
        lay("", project)
        secret.write_text("secret " * 10 * FEW, "utf-8")
        for name, data in files(secret, large).items():
            path = Path(folder) / name.replace(" ", "-")
            path.write_bytes(data)
            # A large file takes the seconds that the limits allow, so it is read once, as what it seems to be.
            for kind in KINDS if len(data) < SHORT else KINDS[:1]:
                bad += tried("snapshot", SOURCE, "--file", str(path), *kind, cwd=project, name=f"{name} {kind[1:]}")
                tries += 1
                if name in ABOUT_THE_SECRET and _words(project) > FEW:
                    bad.append(f"{name} {kind[1:]}: another file was read")
            path.unlink()
    return [Row("snapshot: bombs, nests, entities, encrypted and broken documents", tries, 120, bad)]


def _words(project: Path) -> int:
    """How many words the receipt's text has."""
    receipt = json.loads((project / f"facts/receipts/{SOURCE}.json").read_text("utf-8"))
    return int(receipt["words"]) if receipt["extractor"] != "text" else 0


def files(secret: Path, large: int) -> Mapping[str, bytes]:
    """The files by their names; `secret` is one that none of them may lead to."""
    address = secret.as_uri()
    page = f"<!doctype html><title>x</title><p>{QUOTE}.</p>"
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    entities = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "{QUOTE}">{bomb}]>'
    external = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "{address}">]>'
    quoted = f"BT /F1 12 Tf 72 700 Td ({QUOTE}) Tj ET".encode()
    return {
        "empty": b"",
        "blanks": b" \n" * 1000,
        "one word": b"x" * large,
        "short words": b"a " * (large // 2),
        "lines": b"\n" * large,
        "zeros": b"\0" * large,
        "every byte": bytes(range(256)) * (large >> 8),
        "too large": b"a " * (6 << 20),
        "brackets": b"<" * large,
        "ampersands": b"&" * (large // 4),
        "references": b"&#x110000;&#0;&#xD800;&bogus;" * (large // 64),
        "deep blocks": b"<div>" * (large // 8) + QUOTE.encode(),
        "deep phrases": b"<b><i>" * (large // 16) + QUOTE.encode(),
        "deep tables": b"<table><tr><td>" * (large // 32) + QUOTE.encode(),
        "deep lists": b"<ul><li>" * (large // 32) + QUOTE.encode(),
        "deep drawings": b"<svg><foreignObject>" * (large // 64) + QUOTE.encode(),
        "many attributes": b"<p " + b" ".join(b"a%d=x" % n for n in range(large // 16)) + b">x",
        "one attribute": b"<p title='" + b"x" * large + b"'>x",
        "open comment": page.encode() + b"<!--" + b"-" * large,
        "open script": page.encode() + b"<script>" + b"<!--<script>" * (large // 16),
        "end tags": b"</p>" * (large // 4),
        "misnested": b"<b><p></b></p><a><table><a>" * (large // 256),
        "formatting": (b"<font size=%d>" * 1000 % tuple(range(1000))) + b"<p>x" * (large // 4096),
        "entity bomb": f"{entities}<x>&a11;</x>".encode(),
        "entity bomb as a page": f"{entities}<html><body>&a11;</body></html>".encode(),
        "entity of a file": f"{external}<html><body><p>&a;</p></body></html>".encode(),
        "include of a file": f'<html {_INCLUDE}><xi:include href="{secret}" parse="text"/></html>'.encode(),
        "frame of a file": f'{page}<iframe src="{address}"></iframe><object data="{address}"></object>'.encode(),
        "base and refresh": f'<base href="file:///"><meta http-equiv="refresh" content="0;{address}">{page}'.encode(),
        "compressed": gzip.compress(b"a " * (large // 2)),
        "UTF-16": page.encode("utf-16"),
        "UTF-7": page.replace("<p>", '<meta charset="utf-7"><p>').encode("utf-7"),
        "unknown charset": page.replace("<p>", '<meta charset="x-nothing">').encode(),
        "charset of a codec": page.replace("<p>", '<meta charset="zlib_codec"><p>').encode(),
        "many charsets": (b'<meta charset="utf-16"><meta charset="iso-2022-jp">' * 1000) + page.encode(),
        "plain document": _pdf(quoted),
        "bomb in a document": _pdf(zlib.compress(b"BT (x) Tj ET " * large), "/Filter /FlateDecode"),
        "nested filters": _pdf(zlib.compress(zlib.compress(b" " * large)), "/Filter [/FlateDecode /FlateDecode]"),
        "operators": _pdf(b"q " * (large // 4)),
        "deep arrays": _pdf(b"[" * (large // 8) + b"] TJ"),
        "pages in a circle": _pdf(quoted, kids="2 0 R 3 0 R"),
        "a million pages": _pdf(quoted, kids="3 0 R " * (large // 16)),
        "a script in a document": _pdf(quoted, catalog="/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"),
        "a launched program": _pdf(quoted, catalog="/OpenAction << /S /Launch /F (/bin/touch) >>"),
        "huge page": _pdf(quoted, box="0 0 99999999 99999999"),
        "encrypted": _pdf(quoted, trailer=_ENCRYPTED),
        "unknown encryption": _pdf(quoted, trailer="/Encrypt << /Filter /Mine /V 99 >>"),
        "cut": _pdf(quoted)[:200],
        "a head alone": b"%PDF-1.7\n",
        "no objects": b"%PDF-1.7\nstartxref\n0\n%%EOF",
        "table in a circle": b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \n" + _CIRCLE,
        "page and document": _pdf(quoted) + page.encode(),
    }  # fmt: skip


def _pdf(
    content: bytes,
    filters: str = "",
    *,
    kids: str = "3 0 R",
    catalog: str = "",
    box: str = "0 0 600 800",
    trailer: str = "",
) -> bytes:
    """A document of one page with that content, and a right table of its objects."""
    page = f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        f"<< /Type /Pages /Count 1 /Kids [{kids}] >>".encode(),
        page.encode(),
        f"<< /Length {len(content)} {filters} >>\nstream\n".encode() + content + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    made = bytearray(b"%PDF-1.7\n")
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(made)
