"""The policy of previews: each response has it, and a nonce for the one script that the server itself adds."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Iterable
from typing import Any

from mkdocs.livereload import LiveReloadServer

from factpress.site.content_policy import NOTHING, ContentPolicy

_OPENED = b"<script>"


class PreviewServer:
    """The engine's server of a preview, whose every response has the policy as a header."""

    def __init__(self, server: LiveReloadServer, policy: Callable[[], ContentPolicy | None]) -> None:
        """Wraps a server; `policy` returns the policy of the newest build."""
        self._policy = policy
        self._answering = threading.local()
        self._injected = server._inject_js_into_html
        self._serve = server.serve_request
        server._inject_js_into_html = self._inject  # type: ignore[method-assign] # the only place that knows the script
        server.set_app(self._respond)

    def _respond(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        nonce = self._answering.nonce = secrets.token_urlsafe(18)
        policy = self._policy()

        def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            said = policy.for_response(nonce) if policy else NOTHING
            headers = [*headers, ("Content-Security-Policy", said), ("X-Content-Type-Options", "nosniff")]
            return start_response(status, headers, *more)

        return self._serve(environ, start)

    def _inject(self, content: bytes, epoch: int) -> bytes:
        """Adds the server's script, with the nonce, as the server does: a script in the page never gets it."""
        script: bytes = self._injected(b"", epoch)  # type: ignore[no-untyped-call] # the engine's own
        if script.startswith(_OPENED):
            script = b'<script nonce="%b">%b' % (self._answering.nonce.encode(), script[len(_OPENED) :])
        policy = self._policy()
        if policy:
            # The header has it; two policies would stop the server's script.
            content = policy.without(content)
        end = content.rfind(b"</body>")
        end = len(content) if end < 0 else end
        return content[:end] + script + content[end:]
