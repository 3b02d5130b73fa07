"""The real tools authors use, driven as their editors drive them."""

from __future__ import annotations

import json
import os
import queue
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
NODE_MODULES = ROOT / ".ci" / "node" / "node_modules"
SERVER = NODE_MODULES / "yaml-language-server" / "bin" / "yaml-language-server"
PATIENCE = 60.0  # seconds for an answer; the machine may be busy

needs_node = pytest.mark.skipif(
    not (shutil.which("node") and NODE_MODULES.is_dir()) and not os.environ.get("OVERPROMISE_MUST_RUN"),
    reason="needs node and `npm install --prefix .ci/node`",
)


class Editor:
    """An editor's side of the language server protocol, with as much of it as the tests need."""

    def __init__(self, server: subprocess.Popen[bytes]) -> None:
        self._server = server
        self._heard: queue.Queue[dict[str, Any]] = queue.Queue()
        self._answers: dict[int, Any] = {}
        self._marked: dict[str, list[dict[str, Any]]] = {}
        self._number = 0
        threading.Thread(target=self._listen, daemon=True).start()
        self.ask("initialize", {"processId": os.getpid(), "rootUri": None, "capabilities": CAPABILITIES})
        self._say("initialized", {})
        self._say("workspace/didChangeConfiguration", {"settings": SETTINGS})

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        """The server's answer to a request."""
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        while number not in self._answers:
            self._hear()
        return self._answers.pop(number)

    def open(self, path: Path, text: str) -> list[str]:
        """Open a document; what the server marks in it, as `line: message`, counting from 1."""
        uri = path.as_uri()
        self._number += 1  # a version of its own, or the server answers from the text it had before
        document = {"uri": uri, "languageId": "yaml", "version": self._number, "text": text}
        self._marked.pop(uri, None)
        self._say("textDocument/didOpen", {"textDocument": document})
        while uri not in self._marked:
            self._hear()
        return [f"{mark['range']['start']['line'] + 1}: {mark['message']}" for mark in self._marked[uri]]

    def offered(self, path: Path, line: int, column: int) -> dict[str, Any]:
        """What is offered for completion at a place (from 0), by label."""
        found = self.ask("textDocument/completion", self._at(path, line, column))
        return {item["label"]: item for item in found["items"]}

    def told(self, path: Path, line: int, column: int) -> str:
        """What shows when the pointer rests on a place (from 0)."""
        found = self.ask("textDocument/hover", self._at(path, line, column))
        return str(found["contents"]["value"]) if found else ""

    @staticmethod
    def _at(path: Path, line: int, column: int) -> dict[str, Any]:
        return {"textDocument": {"uri": path.as_uri()}, "position": {"line": line, "character": column}}

    def _say(self, method: str, params: dict[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0"} | message).encode()
        assert self._server.stdin is not None
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._server.stdin.flush()

    def _listen(self) -> None:
        stream = self._server.stdout
        assert stream is not None
        while header := stream.readline():
            while (more := stream.readline()).strip():
                header += more
            length = next(
                int(line.split(b":")[1]) for line in header.splitlines() if line.startswith(b"Content-Length")
            )
            self._heard.put(json.loads(stream.read(length)))

    def _hear(self) -> None:
        message = self._heard.get(timeout=PATIENCE)
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            self._marked[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif method == "workspace/configuration":
            wanted = message["params"]["items"]
            self._send({"id": message["id"], "result": [SETTINGS.get(item.get("section"), {}) for item in wanted]})
        elif method and "id" in message:
            self._send({"id": message["id"], "result": None})
        elif "id" in message:
            assert "error" not in message, message["error"]
            self._answers[message["id"]] = message["result"]


CAPABILITIES = {
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {},
    },
    "workspace": {"configuration": True},
}
SETTINGS: dict[str, Any] = {
    "yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False, "url": ""}},
}


@contextmanager
def editor() -> Iterator[Editor]:
    """An editor with the real language server behind it."""
    server = subprocess.Popen(["node", str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        yield Editor(server)
    finally:
        server.kill()
        server.wait(PATIENCE)
        for stream in (server.stdin, server.stdout):
            if stream is not None:
                stream.close()
