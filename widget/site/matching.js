/**
 * The demo site's matching page: shows what its server got for the id in the address. The secret stays on the server. The id leaves the
 * address once it is used up; while the server can't be asked it stays, so that loading the page again tries again, with the same key.
 */
const section = document.querySelector('#received');
const url = new URL(location.href);
const id = url.searchParams.get('handoff');

function show(title, ...children) {
  const heading = document.createElement('h2');
  heading.textContent = title;
  section.replaceChildren(heading, ...children);
}

function text(tag, words) {
  const element = document.createElement(tag);
  element.textContent = words;
  return element;
}

/** This tab's key for the id: an answer that was lost on its way is given again to who shows it. */
function keyOf(handoff) {
  const kept = sessionStorage.getItem(handoff) ?? crypto.randomUUID();
  sessionStorage.setItem(handoff, kept);
  return kept;
}

function leaveAddress() {
  url.searchParams.delete('handoff');
  history.replaceState(null, '', url);
  sessionStorage.removeItem(id);
}

async function redeemed() {
  const answer = await fetch('/demo/redeem', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': keyOf(id) },
    body: JSON.stringify({ id }),
  });
  const body = await answer.json().catch(() => null);
  // Broken off on its way: as if there were no answer yet, and the key is still good.
  return { status: answer.ok && !body ? 503 : answer.status, body: body ?? {} };
}

if (id) {
  const { status, body } = await redeemed().catch(() => ({ status: 503, body: {} }));
  if (status === 200) {
    leaveAddress();
    const list = document.createElement('dl');
    list.className = 'summary';
    for (const { label, value } of body.summary) list.append(text('dt', label), text('dd', value));
    show('What came along', list, text('p', `You agreed to this on ${new Date(body.consent.at).toLocaleString()}. It can’t be fetched a second time.`));
  } else if (status === 410) {
    leaveAddress();
    show('Nothing came along', text('p', 'This link was used before, has expired or was taken back. You can begin without it.'));
  } else if (status === 404 && body.error?.code === 'unknown') {
    leaveAddress();
    show('Nothing came along', text('p', 'This link is not one that the chat gave out. You can begin without it.'));
  } else if (status === 503) {
    const again = text('a', 'Try again');
    again.href = url;
    again.className = 'button';
    show('Not fetched yet', text('p', 'The server can’t be asked right now. Nothing is used up: try again in a moment, or begin without a summary.'), again);
  } else {
    leaveAddress();
    show('Nothing came along', text('p', 'This is a demonstration page. On a real site, its own server would fetch the summary here.'));
  }
}
