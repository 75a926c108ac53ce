/**
 * The demo site's matching page: shows what its server got for the id in the address. The secret stays on the server, and the id
 * leaves the address at once: it is used up.
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

if (id) {
  url.searchParams.delete('handoff');
  history.replaceState(null, '', url);
  try {
    const answer = await fetch('/demo/redeem', {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ id }),
    });
    if (answer.ok) {
      const { summary, consent } = await answer.json();
      const list = document.createElement('dl');
      list.className = 'summary';
      for (const { label, value } of summary) list.append(text('dt', label), text('dd', value));
      show('What came along', list, text('p', `You agreed to this on ${new Date(consent.at).toLocaleString()}. It can’t be fetched a second time.`));
    } else if (answer.status === 410) {
      show('Nothing came along', text('p', 'This link was used before, has expired or was taken back. You can begin without it.'));
    } else {
      show('Nothing came along', text('p', 'On a real site, its own server would fetch the summary here.'));
    }
  } catch {
    show('Nothing came along', text('p', 'The server could not be reached. You can begin without a summary.'));
  }
}
