"""A matching flow's side of the hand-off: `MATCHING_SECRET=… python receiver.py`. Standard library only."""

import hmac  # fmt: skip
import html
import json
import os
import urllib.error
import urllib.parse
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

THAW = os.environ.get("THAW_URL", "http://localhost:5005")
SECRET = os.environ["MATCHING_SECRET"]  # the same as THAW_MATCHING_SECRET
received: dict[str, dict] = {}  # by id; a real flow has a database


def redeem(hand_off_id: str) -> dict | None:
    headers = {"Authorization": f"Bearer {SECRET}", "Content-Type": "application/json"}
    request = urllib.request.Request(f"{THAW}/webhooks/matching/handoffs/redeem", json.dumps({"id": hand_off_id}).encode(), headers)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)
    except urllib.error.HTTPError:  # 404 unknown, 410 used, expired or withdrawn: begin without a summary
        return None


class Flow(BaseHTTPRequestHandler):
    def do_GET(self) -> None:  # /matching/?handoff=…: what THAW_MATCHING_URL leads to
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)
        hand_off = redeem(query["handoff"][0]) if "handoff" in query else None
        received.update({hand_off["id"]: hand_off} if hand_off else {})
        lines = [f"<dt>{html.escape(row['label'])}<dd>{html.escape(row['value'])}" for row in (hand_off or {}).get("summary", [])]
        self.answer(200, f"<dl>{''.join(lines)}</dl>" if lines else "<p>Tell us what you look for.</p>")

    def do_POST(self) -> None:  # what THAW_MATCHING_WITHDRAWAL_URL names: delete, then answer 2xx
        known = hmac.compare_digest(self.headers.get("Authorization", "").encode(), f"Bearer {SECRET}".encode())
        if known:
            received.pop(json.loads(self.rfile.read(int(self.headers["Content-Length"])))["id"], None)
        self.answer(204 if known else 401, "")

    def answer(self, status: int, page: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.encode())


if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8080"))), Flow).serve_forever()
