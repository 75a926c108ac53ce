"""A matching flow's side of the hand-off: `MATCHING_SECRET=… python receiver.py`. Standard library only."""

import hmac, html, http.client, json, os, time, urllib.parse, urllib.request  # fmt: skip  # noqa: I001  (forty lines in all, as the example is to be)
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

THAW = os.environ.get("THAW_URL", "http://localhost:5005")
SECRET = os.environ["MATCHING_SECRET"]  # the same as THAW_MATCHING_SECRET
received: dict[str, dict] = {}  # by id, empty if withdrawn, also before it arrived; a real flow has a database


def redeem(hand_off_id: str) -> tuple[int, dict]:
    key = hmac.new(SECRET.encode(), hand_off_id.encode(), "sha256").hexdigest()  # the id's own, also when the page is loaded again
    headers = {"Authorization": f"Bearer {SECRET}", "Content-Type": "application/json", "Idempotency-Key": key}
    request = urllib.request.Request(f"{THAW}/webhooks/matching/handoffs/redeem", json.dumps({"id": hand_off_id}).encode(), headers)
    for pause in (0, 1, 2):  # with the same key: an answer that was lost on its way is given again
        time.sleep(pause)
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return 200, json.load(answer)
        except (OSError, ValueError, http.client.HTTPException) as error:
            if (status := getattr(error, "code", 503)) < 500:
                break
    return status, {}


class Flow(BaseHTTPRequestHandler):
    def do_GET(self) -> None:  # /matching/?handoff=…: what THAW_MATCHING_URL leads to
        hand_off_id = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query).get("handoff", [""])[0]
        status, hand_off = redeem(hand_off_id) if hand_off_id and hand_off_id not in received else (404, {})
        if status not in (200, 404, 410):  # 404 unknown, 410 used, expired or withdrawn: begin without; 401: look at the secret
            return self.answer(503, "<p>Your summary can't be fetched right now. Load this page again, or begin without it.</p>")
        hand_off = hand_off and received.setdefault(hand_off_id, hand_off)  # nothing, if it was withdrawn meanwhile
        lines = [f"<dt>{html.escape(row['label'])}<dd>{html.escape(row['value'])}" for row in hand_off.get("summary", [])]
        self.answer(200, f"<dl>{''.join(lines)}</dl>" if lines else "<p>Tell us what you look for.</p>")

    def do_POST(self) -> None:  # what THAW_MATCHING_WITHDRAWAL_URL names: delete, then answer 2xx, also the second time
        known = hmac.compare_digest(self.headers.get("Authorization", "").encode(), f"Bearer {SECRET}".encode())
        if known:
            received[json.loads(self.rfile.read(int(self.headers["Content-Length"])))["id"]] = {}
        self.answer(204 if known else 401, "")

    def answer(self, status: int, page: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.encode())


if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8080"))), Flow).serve_forever()
