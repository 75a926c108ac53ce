/**
 * <thaw-chat>: the chat of Thaw as one web component over the site channel (docs/site-channel.md).
 *
 *   <thaw-chat country="US">
 *     <p slot="notice">This chat is an automated program …</p>
 *     <p>In danger now, or thinking of suicide? …</p>
 *   </thaw-chat>
 *   <script type="module" src="https://thaw.example.org/widget/chat.js"></script>
 *
 * The children are the page's own HTML: they show without this script and stay in view with it.
 * Attributes: server, country, page, theme ("light" or "dark"), floating, leave-url.
 * Custom properties: --thaw-accent, -ink, -paper, -muted, -line, -edge, -soft, -help, -font, -font-ui, -height, -layer.
 * Text never becomes markup and no style is set on an element: it runs under `default-src 'self'`.
 */

const ORIGIN = new URL(import.meta.url).origin;
const TIMEOUT = 15_000;
const MAX_TEXT = 2000;
const COUNT_FROM = 200;

const plural = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;
const WORDS = {
  title: 'Chat with Thaw, an automated program',
  name: 'Thaw', open: 'Write about it', close: 'Close', log: 'Conversation', you: 'You: ',
  field: 'Your message', hint: 'In your own words', send: 'Send', waiting: 'One moment…',
  charactersLeft: (count) => `${plural(count, 'character')} left`,
  choices: 'Answers to choose from', doors: 'Other ways on', newTab: ' (opens in a new tab)',
  danger: 'In danger now, or thinking of suicide? Call the emergency number where you are.',
  help: 'If you might hurt yourself or you’re in danger, don’t wait for this chat. The crisis line at its top reaches a person.',
  helpLine: 'Crisis line and emergency number',
  copy: 'Copy these words', copied: 'Copied',
  notDelivered: 'Not delivered.', again: 'Send again',
  notOpened: 'The chat isn’t open yet.', notCleared: 'Nothing was deleted yet.', retry: 'Try again',
  offline: 'This device seems to be offline. What you wrote stays here.',
  late: 'No answer came in time. What you wrote stays here.',
  unreachable: 'The server can’t be reached right now. What you wrote stays here.',
  tooMuch: (seconds) => `That was a lot at once. It can go out again in ${plural(seconds, 'second')}.`,
  renewed: 'The earlier chat is no longer kept on the server. This is a new one.', anew: 'Start a new chat',
  leave: 'Leave this page quickly',
  clear: 'Clear chat', clearAsk: 'Delete the whole conversation? It can’t be undone.', clearYes: 'Delete it', clearNo: 'Keep it',
  cleared: 'Deleted. This is a new chat.',
  start: 'Start the timer', pause: 'Pause', goOn: 'Go on', early: 'Done early', restart: 'Start again',
  timeLeft: (s) => `${[s >= 60 && plural(Math.floor(s / 60), 'minute'), s % 60 && plural(s % 60, 'second')].filter(Boolean).join(' ')} left.`,
  started: 'Timer started.', paused: 'Paused.',
  timeUp: 'The time is over. Whatever you noticed, or didn’t, is an answer.', doneEarly: 'Stopped here. That is fine.',
  remove: 'Remove', matching: 'Open the matching page', until: (time) => `The link works until ${time}.`,
};

// ---------------------------------------------------------------------------------------------- small helpers

/** An element. Functions among the attributes are listeners; strings among the children become text nodes. */
function el(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (typeof value === 'function') element.addEventListener(key, value);
    else if (value != null && value !== false) element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.filter(Boolean));
  return element;
}

const button = (label, click, attributes) => el('button', { type: 'button', click, ...attributes }, label);
const paragraphs = (text) => text.split(/\n\s*\n/).map((part) => el('p', { dir: 'auto' }, part));
const prefers = (query) => matchMedia(`(${query})`).matches;

/** A link, or its bare label if the address is not of a kind that a visitor should be sent to. */
function link(href, label, kind) {
  const { protocol } = new URL(href, document.baseURI);
  if (/^(tel|sms):/.test(protocol)) return el('a', { href, class: kind }, label);
  if (!/^https?:/.test(protocol)) return el('span', null, label);
  return el('a', { href, class: kind, target: '_blank', rel: 'noopener noreferrer' }, label, el('span', { class: 'hidden' }, WORDS.newTab));
}

/** A turn's id. `randomUUID` is missing on pages without TLS. */
const newId = () => crypto.randomUUID?.() ?? crypto.getRandomValues(new Uint32Array(4)).join('-');

/** The first quotation of at least four words: words to copy and send. A single quote may also be an apostrophe. */
const quotedIn = (text) => (/["“]((?:[^"”\s]+\s){3,}[^"”]+)["”]/.exec(text) ?? /(?:^|[\s(])['‘]((?:\S+\s){3,}.+?)['’](?=[\s.,;:!?)]|$)/.exec(text))?.[1];

/** Why a request did not bring what it was sent for, with a sentence for the visitor. */
class Refused extends Error {
  constructor(status, body, wait, late) {
    super();
    this.status = status;
    this.wait = wait > 0 ? Math.min(wait, 600) : 10;
    this.crisis = body?.messages?.filter?.((message) => message.kind === 'crisis') ?? [];
    this.message = status === 429 ? WORDS.tooMuch(this.wait) : body?.error?.message || (late ? WORDS.late : WORDS.unreachable);
    if (!navigator.onLine) this.message = WORDS.offline;
  }
}

/** One request to the site channel. Throws only `Refused`. */
async function request(server, method, path, token, body) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT);
  const headers = { ...(token && { Authorization: `Bearer ${token}` }), ...(body && { 'Content-Type': 'application/json' }) };
  try {
    const answer = await fetch(`${server}/webhooks/site/${path}`, {
      method, headers, body: body && JSON.stringify(body), signal: abort.signal, credentials: 'omit', cache: 'no-store',
    });
    const json = await answer.json().catch(() => null);
    // A captive portal or a proxy may answer 200 with a page of its own.
    if (answer.ok && (method === 'DELETE' || Array.isArray(json?.messages))) return json;
    throw new Refused(answer.status, json, Number(answer.headers.get('Retry-After')));
  } catch (error) {
    throw error instanceof Refused ? error : new Refused(0, null, 0, abort.signal.aborted);
  } finally {
    clearTimeout(timer);
  }
}

// ------------------------------------------------------------------------------------------ faces of the kinds

/** Choices in up to three groups: what was asked, the doors in a quieter row, then declining. */
function choices(list = [], chat, chosen) {
  const first = list.findIndex((choice) => choice.door);
  const last = list.findLastIndex((choice) => choice.door);
  const groups = first < 0 ? [list, []] : [list.slice(0, first), list.slice(first, last + 1), list.slice(last + 1)];
  return groups.map((group, index) => group.length > 0 && el(
    'div', { class: index === 1 ? 'choices doors' : 'choices', role: 'group', 'aria-label': index === 1 ? WORDS.doors : WORDS.choices },
    ...group.map((choice) => chat.choice(choice.id, choice.label, { chosen })),
  ));
}

/** A quiet timer, and the function that ends it. Kept are the time left and since when it runs: a reload changes neither. */
function timer(message, chat) {
  const key = message.choices?.[0]?.id ?? message.text;
  const total = message.seconds * 1000;
  let { left = total, since = 0, done = false } = chat.recall(key) ?? {};
  let ticks, minutes;
  const rest = () => Math.max(0, left - (since && Date.now() - since));
  const inWords = () => WORDS.timeLeft(Math.ceil(rest() / 1000));
  const clock = el('p', { class: 'clock', role: 'timer' });
  const line = el('progress', { max: total, 'aria-hidden': 'true' });
  const note = el('p', { class: 'small' });
  const toggle = button('', () => {
    if (since) return change(rest(), 0, false), chat.tell(`${WORDS.paused} ${inWords()}`);
    change(done ? total : left, Date.now(), false);
    chat.tell(`${WORDS.started} ${inWords()}`);
  });
  const early = button(WORDS.early, () => end(WORDS.doneEarly));
  const box = el('div', { class: 'timer' }, clock, line, el('div', { class: 'row' }, toggle, early), note);

  function change(...to) {
    [left, since, done] = to;
    chat.keep(key, { left, since, done });
    run();
  }
  function end(words) {
    if (done) return;
    // The button that goes away must not take the focus with it.
    if (box.getRootNode().activeElement === early) toggle.focus({ preventScroll: true });
    change(rest(), 0, true);
    if (words) chat.tell(words);
  }
  function run() {
    clearInterval(ticks);
    minutes = Math.ceil(rest() / 60_000);
    if (since) ticks = setInterval(tick, 500);
    draw();
  }
  function tick() {
    if (!box.isConnected) return clearInterval(ticks);
    if (!rest()) return end(WORDS.timeUp);
    if (rest() <= (minutes - 1) * 60_000) {
      minutes -= 1;
      chat.tell(WORDS.timeLeft(minutes * 60));
    }
    draw();
  }
  function draw() {
    const seconds = Math.ceil(rest() / 1000);
    const state = done ? 'done' : since ? 'running' : left < total ? 'paused' : 'idle';
    clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    line.value = total - rest();
    box.dataset.state = state;
    toggle.textContent = { idle: WORDS.start, running: WORDS.pause, paused: WORDS.goOn, done: WORDS.restart }[state];
    early.hidden = done || state === 'idle';
    note.textContent = done ? (left ? WORDS.doneEarly : WORDS.timeUp) : '';
  }
  run();
  return [box, () => end()];
}

/** The crisis services, each way to reach them a large link. */
const services = (list = []) => el('ul', { class: 'services', role: 'list' }, ...list.map(({ name, hours, contacts }) => el(
  'li', null, el('b', null, name), hours && el('span', { class: 'small' }, hours),
  el('div', { class: 'row' }, ...contacts.map(({ href, label }) => link(href, label, 'contact'))),
)));

function copyable(text, chat) {
  const words = quotedIn(text);
  return words && navigator.clipboard && el('div', { class: 'row' }, button(WORDS.copy, async ({ target }) => {
    await navigator.clipboard.writeText(words);
    target.textContent = WORDS.copied;
    chat.tell(WORDS.copied);
  }));
}

/** What would be sent, each line with its way out. */
const receipt = (summary, chat) => el('dl', { class: 'receipt' }, ...summary.map(({ label, value, remove }) => el(
  'div', null, el('dt', null, label), el('dd', { dir: 'auto' }, value),
  el('dd', null, chat.choice(remove, WORDS.remove, { words: `${WORDS.remove}: ${label}` })),
)));

/** What a message of each kind shows between its text and its choices. A kind without a face here shows these two. */
const FACES = {
  exercise(message, chat) {
    const [box, end] = timer(message, chat);
    const steps = el('ol', { class: 'steps' }, ...message.steps.map((step) => el('li', null, step)));
    return [steps, box, ...choices(message.choices, chat, end)];
  },
  link: (message, chat) => [link(message.url, message.label, 'go'), ...choices(message.choices, chat)],
  handoff({ stage, summary, url, expires, choices: list }, chat) {
    if (stage !== 'ready') return [receipt(summary, chat), ...choices(list, chat)];
    const time = expires && new Date(expires).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
    return [link(url, WORDS.matching, 'go'), time && el('p', { class: 'small' }, WORDS.until(time)), ...choices(list, chat)];
  },
  crisis(message, chat) {
    const ways = [copyable(message.text, chat), services(message.services)];
    const answers = choices(message.choices, chat);
    // The direct question has its answers first; everywhere else the ways to reach a person come first.
    return message.level === 'ask' ? [...answers, ...ways] : [...ways, ...answers];
  },
};

function face(message, chat) {
  let content;
  try {
    content = Object.hasOwn(FACES, message.kind) ? FACES[message.kind](message, chat) : choices(message.choices, chat);
  } catch (error) {
    // The text is readable alone: nothing that is wrong with the rest may hide it.
    console.error(error);
    content = [];
  }
  return el('div', { class: 'message bot', 'data-kind': message.kind, 'data-level': message.level }, ...paragraphs(message.text), ...content);
}

// ----------------------------------------------------------------------------------------------- the component

class ThawChat extends HTMLElement {
  #ui = {};
  #sheet = new CSSStyleSheet();
  /** What this tab keeps: token, chosen, unsent, timers, draft, open. Not in localStorage: the computer may be shared. */
  #kept = {};
  /** Everything that talks to the server waits for what was asked before. */
  #queue = Promise.resolve();
  #begun = false;
  /** Counts conversations: the choices of an earlier one mean nothing to the server any more. */
  #conversation = 0;
  /** How many messages of the visitor the server has. */
  #heard = 0;
  #follow = true;
  #services;
  #trouble;
  #turn;
  #skip;
  #listening;

  connectedCallback() {
    if (!this.shadowRoot) this.#build();
    this.#listening = new AbortController();
    for (const type of ['resize', 'scroll']) visualViewport?.addEventListener(type, () => this.#fit(), this.#listening);
    if (this.#floating) return this.#toggle(Boolean(this.#kept.open), true);
    const watch = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.#begin());
    watch.observe(this);
    this.#listening.signal.addEventListener('abort', () => watch.disconnect());
  }

  disconnectedCallback() {
    this.#listening.abort();
  }

  get #floating() {
    return this.hasAttribute('floating');
  }

  get #server() {
    return (this.getAttribute('server') || ORIGIN).replace(/\/+$/, '');
  }

  // Memory. Storage may be blocked: the chat works without it until a reload.

  #keep(change) {
    Object.assign(this.#kept, change);
    try {
      sessionStorage.setItem(`thaw:${this.#server}`, JSON.stringify(this.#kept));
    } catch { /* see above */ }
  }

  #recall() {
    try {
      this.#kept = JSON.parse(sessionStorage.getItem(`thaw:${this.#server}`)) ?? {};
    } catch { /* see above */ }
  }

  /** Forget the conversation, on the screen too. */
  #forget() {
    this.#kept = {};
    this.#conversation += 1;
    this.#trouble = this.#turn = null;
    this.#ui.log.replaceChildren(this.#ui.waiting);
    try {
      sessionStorage.removeItem(`thaw:${this.#server}`);
    } catch { /* see above */ }
  }

  // The frame

  #build() {
    const ui = this.#ui;
    this.#recall();
    ui.waiting = el('p', { class: 'waiting', hidden: true }, WORDS.waiting);
    ui.log = el('div', { class: 'log', role: 'log', 'aria-live': 'off', 'aria-label': WORDS.log, tabindex: 0 }, ui.waiting);
    ui.polite = el('div', { class: 'hidden', 'aria-live': 'polite' });
    ui.assertive = el('div', { class: 'hidden', 'aria-live': 'assertive' });
    ui.slot = el('slot', null, el('p', null, WORDS.danger));
    ui.rest = el('div');
    ui.help = el('div', { class: 'help' }, ui.slot);
    ui.panel = el('section', { class: 'panel', part: 'panel', 'aria-labelledby': 'title', role: this.#floating && 'dialog' },
      this.#header(), ui.log, this.#form(), el('div', { class: 'notice' }, el('slot', { name: 'notice' })), ui.polite, ui.assertive);
    ui.launcher = this.#floating && button(WORDS.open, () => this.#toggle(true), { class: 'launcher', part: 'launcher' });
    this.#watchReading();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [SHEET, this.#sheet];
    root.append(...[ui.rest, ui.panel, ui.launcher].filter(Boolean));
  }

  #header() {
    const ui = this.#ui;
    const ask = (asking) => {
      ui.ask.hidden = !asking;
      (asking ? ui.keep : ui.clear).focus();
    };
    ui.clear = button(WORDS.clear, () => ask(true));
    ui.keep = button(WORDS.clearNo, () => ask(false));
    const yes = button(WORDS.clearYes, () => {
      ask(false);
      this.#attempt(() => this.#delete(), WORDS.notCleared);
    });
    ui.ask = el('div', { class: 'ask', role: 'group', 'aria-label': WORDS.clear, hidden: true }, el('p', null, WORDS.clearAsk), yes, ui.keep);
    return el('header', null, el('h2', { id: 'title', class: 'hidden' }, WORDS.title),
      el('div', { class: 'bar' }, el('span', { class: 'name', 'aria-hidden': 'true' }, WORDS.name),
        button(WORDS.leave, () => this.#leave()), ui.clear, this.#floating && button(WORDS.close, () => this.#toggle(false))),
      ui.ask, ui.help);
  }

  #form() {
    const ui = this.#ui;
    ui.field = el('textarea', {
      id: 'field', rows: 2, maxlength: MAX_TEXT, placeholder: WORDS.hint, enterkeyhint: 'send', autocomplete: 'off', 'aria-describedby': 'counter',
      spellcheck: 'false', // some browsers send what they check to their maker
      input: () => this.#count(),
      keydown: (event) => {
        // 229: Safari reports the Enter that ends a composition after the composition's end.
        if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
        event.preventDefault();
        ui.form.requestSubmit();
      },
    });
    ui.field.value = this.#kept.draft ?? '';
    ui.counter = el('p', { id: 'counter', class: 'small', hidden: true });
    const submit = (event) => {
      event.preventDefault();
      const words = ui.field.value.trim();
      ui.field.focus();
      if (!words) return;
      ui.field.value = '';
      this.#count();
      this.#say({ words });
    };
    ui.form = el('form', { submit }, el('label', { for: 'field', class: 'hidden' }, WORDS.field), ui.field,
      el('button', { class: 'send' }, WORDS.send), ui.counter);
    return ui.form;
  }

  #count() {
    const { field, counter } = this.#ui;
    const left = MAX_TEXT - field.value.length;
    const words = WORDS.charactersLeft(left);
    this.#keep({ draft: field.value });
    if (left <= COUNT_FROM && (counter.hidden || !left)) this.#tell(words);
    counter.hidden = left > COUNT_FROM;
    counter.textContent = words;
  }

  /** Who scrolls is reading: then nothing moves by itself. A click or a key shows at once what is still to come. */
  #watchReading() {
    const { log, panel } = this.#ui;
    const reading = () => { this.#follow = false; };
    for (const type of ['wheel', 'touchmove']) log.addEventListener(type, reading, { passive: true });
    for (const type of ['pointerdown', 'keydown']) panel.addEventListener(type, () => this.#skip?.());
    log.addEventListener('keydown', (event) => /^(Arrow|Page|Home)/.test(event.key) && reading());
    if (this.#floating) panel.addEventListener('keydown', (event) => event.key === 'Escape' && this.#toggle(false));
  }

  /** Open or close the floating panel. Closed, the crisis line stands where the page has it. */
  #toggle(open, quietly) {
    const { panel, launcher, help, rest, slot } = this.#ui;
    panel.hidden = !open;
    launcher.hidden = open;
    (open ? help : rest).append(slot);
    if (open) this.#begin();
    if (quietly) return;
    this.#keep({ open });
    if (open) this.#settle();
    else launcher.focus();
  }

  /** Where the focus goes after a choice: to the input, but without calling up a touch keyboard. */
  #settle() {
    this.#ui[prefers('pointer: coarse') ? 'log' : 'field'].focus({ preventScroll: true });
  }

  /** iOS lays its keyboard over the page, and only the visual viewport knows. Pinch zoom is no keyboard. */
  #fit() {
    const { height, offsetTop, scale } = visualViewport;
    const keyboard = height * scale < innerHeight * 0.85;
    this.#sheet.replaceSync(keyboard ? `:host { --viewport: ${Math.round(height * scale)}px; --viewport-top: ${Math.round(offsetTop)}px }` : '');
    if (keyboard && this.shadowRoot.activeElement === this.#ui.field) this.#ui.form.scrollIntoView({ block: 'nearest' });
  }

  // The conversation's beginning and end

  #begin() {
    if (!this.#begun) this.#attempt(() => this.#start(), WORDS.notOpened);
    this.#begun = true;
  }

  /** Show the conversation so far and what was not delivered; or open a new one. */
  async #start() {
    const history = this.#kept.token ? await this.#history() : [];
    const said = history.filter((message) => message.from === 'visitor').map((message) => message.text);
    const unsent = (this.#kept.unsent ?? []).filter(({ words, before }) => {
      if (!said.slice(before).includes(words)) return true;
      // Heard, but the answer never came: it is asked for once more.
      return history.at(-1).text === words && history.pop();
    });
    this.#heard = said.length;
    if (!this.#kept.token) await this.#show(await this.#open());
    for (const message of history) this.#add(message.from === 'visitor' ? this.#visitor(message.text) : face(message, this.#chat));
    this.#turn = [...this.#ui.log.querySelectorAll('.visitor')].at(-1);
    for (const turn of unsent) this.#notDelivered({ ...turn, view: this.#add(this.#visitor(turn.words)), conversation: this.#conversation }, new Refused(0));
    this.#scroll('instant');
  }

  async #history() {
    try {
      return (await request(this.#server, 'GET', 'messages', this.#kept.token)).messages;
    } catch (refusal) {
      if (refusal.status !== 401) throw refusal;
      this.#keep({ token: null });
      return [];
    }
  }

  /** Open a session. Gives its opening messages. */
  async #open() {
    const country = /^[a-z]{2}$/i.exec(this.getAttribute('country') ?? '')?.[0];
    const page = this.getAttribute('page')?.slice(0, 200);
    const { token, messages } = await request(this.#server, 'POST', 'session', null, { country, page });
    this.#keep({ token, chosen: [] });
    this.#conversation += 1;
    this.#heard = 0;
    return messages;
  }

  async #delete() {
    const gone = (refusal) => { if (refusal.status !== 401) throw refusal; };
    if (this.#kept.token) await request(this.#server, 'DELETE', 'session', this.#kept.token).catch(gone);
    this.#tell(WORDS.cleared);
    this.#startAnew();
  }

  #startAnew() {
    this.#forget();
    this.#settle();
    this.#attempt(() => this.#start(), WORDS.notOpened);
  }

  /** For someone who is not safe at home: nothing left to see here, and the way back does not lead to this page. */
  #leave() {
    this.#forget();
    this.#ui.field.value = '';
    document.body.hidden = true;
    location.replace(this.getAttribute('leave-url') || 'https://www.google.com');
  }

  // Jobs and what to do when they fail

  #run(job, failed) {
    this.#queue = this.#queue.then(async () => {
      this.#ui.waiting.hidden = false;
      await job().catch(failed);
      this.#ui.waiting.hidden = true;
    });
  }

  #attempt(job, title) {
    this.#run(job, (refusal) => this.#fail(refusal, title, WORDS.retry, () => this.#attempt(job, title)));
  }

  /** Say what failed, with a button to do the same again, and always a way to a person. */
  #fail(refusal, title, label, again, place) {
    const retry = button(label, () => {
      failure.remove();
      this.#settle();
      again();
    });
    const failure = el('div', { class: 'failure' }, el('p', null, el('b', null, title), ` ${refusal.message}`), retry);
    if (refusal.status === 429) {
      retry.disabled = true;
      setTimeout(() => { retry.disabled = false; }, refusal.wait * 1000);
    }
    const help = { kind: 'crisis', level: 'support', text: WORDS.help, services: this.#services ?? this.#pageServices() };
    const crisis = refusal.crisis?.length ? refusal.crisis : [help];
    this.#endTrouble();
    this.#trouble = this.#add(el('div', { 'data-level': crisis[0].level }, !place && failure, ...crisis.map((message) => face(message, this.#chat))));
    place?.append(failure);
    this.#tell([title, refusal.message, ...crisis.map((message) => message.text)].join(' '), true);
    this.#scroll();
  }

  #endTrouble() {
    if (this.#trouble?.dataset.level !== 'urgent') this.#trouble?.remove();
    this.#trouble = null;
  }

  /** The links of the page's own crisis line. */
  #pageServices() {
    const contacts = [...this.querySelectorAll('a[href^="tel:"], a[href^="sms:"]')].map((a) => {
      const [type, number] = a.getAttribute('href').split(/[:?]/);
      return { href: a.href, label: `${type === 'tel' ? 'Call' : 'Text'} ${number}` };
    });
    return contacts.length ? [{ name: WORDS.helpLine, contacts }] : [];
  }

  // The visitor's side

  /** What the faces of messages may ask of the chat. */
  #chat = {
    choice: (id, label, { words = label, chosen }) => {
      const conversation = this.#conversation;
      const click = () => {
        chosen?.();
        this.#settle();
        this.#say({ words, choice: id, conversation });
      };
      return button(label, click, { 'data-choice': id, 'aria-label': words, 'aria-pressed': this.#kept.chosen?.includes(id) && 'true' });
    },
    recall: (key) => this.#kept.timers?.[key],
    keep: (key, state) => this.#keep({ timers: { ...this.#kept.timers, [key]: state } }),
    tell: (words) => this.#tell(words),
  };

  #visitor(words) {
    return el('div', { class: 'message visitor' }, el('span', { class: 'hidden' }, WORDS.you), el('p', { dir: 'auto' }, words));
  }

  #say(what) {
    this.#begin();
    const turn = { id: newId(), before: this.#heard, ...what, view: this.#add(this.#visitor(what.words)) };
    this.#turn = turn.view;
    this.#follow = true;
    this.#scroll();
    this.#keepUnsent(turn, true);
    this.#deliver(turn);
  }

  #deliver(turn) {
    this.#run(async () => {
      const messages = await this.#send(turn);
      this.#heard += 1;
      this.#endTrouble();
      this.#keepUnsent(turn, false);
      if (turn.choice) this.#markChosen(turn.choice);
      await this.#show(messages);
    }, (refusal) => this.#notDelivered(turn, refusal));
  }

  /** Send a turn. Without a session, or when it has ended, open one first; then once more. */
  async #send(turn) {
    if (!this.#kept.token) for (const message of await this.#open()) turn.view.before(face(message, this.#chat));
    try {
      return await this.#post(turn);
    } catch (refusal) {
      if (refusal.status !== 401) throw refusal;
      this.#keep({ token: null });
      await this.#open();
      turn.view.before(face({ kind: 'notice', text: WORDS.renewed }, this.#chat));
      return this.#post(turn);
    }
  }

  async #post({ id, words, choice, conversation }) {
    const body = choice && conversation === this.#conversation ? { id, choice } : { id, text: words };
    return (await request(this.#server, 'POST', 'messages', this.#kept.token, body)).messages;
  }

  #markChosen(id) {
    this.#keep({ chosen: [...(this.#kept.chosen ?? []), id] });
    for (const choice of this.#ui.log.querySelectorAll('[data-choice]')) if (choice.dataset.choice === id) choice.setAttribute('aria-pressed', 'true');
  }

  /** The words stay where they are. What is sent again is the same turn, so that it runs once however often it arrives. */
  #notDelivered(turn, refusal) {
    this.#fail(refusal, WORDS.notDelivered, WORDS.again, () => this.#deliver(turn), turn.view);
  }

  #keepUnsent({ id, words, choice, before }, unsent) {
    const others = (this.#kept.unsent ?? []).filter((turn) => turn.id !== id);
    this.#keep({ unsent: unsent ? [...others, { id, words, choice, before }] : others });
  }

  // The bot's side

  /** Show a turn at reading pace; at once if it holds a crisis message, with reduced motion, or out of sight. */
  async #show(messages) {
    const ended = messages.some((message) => message.ended);
    let paced = !messages.some((message) => message.kind === 'crisis') && !prefers('prefers-reduced-motion: reduce');
    if (ended) this.#forget();
    this.#ui.waiting.hidden = true;
    for (const [index, message] of messages.entries()) {
      if (index && paced && !document.hidden) paced = await this.#pause(messages[index - 1].text);
      this.#services = message.services ?? this.#services;
      this.#add(face(message, this.#chat));
      this.#tell(message.text, message.kind === 'crisis');
      this.#scroll();
    }
    if (ended) this.#add(button(WORDS.anew, () => this.#startAnew()));
  }

  /** Wait as long as a glance at the text takes. False if the visitor would rather not. */
  #pause(text) {
    return new Promise((resolve) => {
      setTimeout(resolve, Math.min(900, Math.max(400, text.length * 5)), true);
      this.#skip = () => resolve(false);
    });
  }

  #add(node) {
    this.#ui.waiting.before(node);
    return node;
  }

  /** Bring what is new into view, but never past the turn's beginning: it is read from there. */
  #scroll(behavior = prefers('prefers-reduced-motion: reduce') ? 'instant' : 'smooth') {
    if (this.#follow) this.#ui.log.scrollTo({ top: this.#turn ? this.#turn.offsetTop - 16 : 0, behavior });
  }

  /** For screen readers: a region that holds only what is new. The log itself is not live. */
  #tell(words, assertive) {
    const line = el('p', null, words);
    this.#ui[assertive ? 'assertive' : 'polite'].append(line);
    setTimeout(() => line.remove(), 1000);
  }
}

// --------------------------------------------------------------------------------------------------- the look

const DARK = `
  --ink: var(--thaw-ink, #dcd8cf); --paper: var(--thaw-paper, #17191b); --soft: var(--thaw-soft, #202326);
  --muted: var(--thaw-muted, #a5a299); --line: var(--thaw-line, #34383b); --edge: var(--thaw-edge, #777b7d);
  --accent: var(--thaw-accent, #93c1bc); --help: var(--thaw-help, #e3b08c);`;

const SHEET = new CSSStyleSheet();
SHEET.replaceSync(`
:host {
  --ink: var(--thaw-ink, #24282b); --paper: var(--thaw-paper, #fcfaf6); --soft: var(--thaw-soft, #f3efe7);
  --muted: var(--thaw-muted, #5d6164); --line: var(--thaw-line, #dcd6ca); --edge: var(--thaw-edge, #878376);
  --accent: var(--thaw-accent, #2b5a5c); --help: var(--thaw-help, #7f431f);
  --ui: var(--thaw-font-ui, system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif);
  display: block; block-size: var(--thaw-height, clamp(min(28rem, 94dvh), 80dvh, 46rem));
  color: var(--ink); font-family: var(--thaw-font, inherit); font-size: 1.0625rem; line-height: 1.6; text-align: start;
}
@media (prefers-color-scheme: dark) { :host(:not([theme="light"])) { ${DARK} } }
:host([theme="dark"]) { ${DARK} }
:host([hidden]), [hidden] { display: none !important; }
:host([floating]) { block-size: auto; }
* { box-sizing: border-box; }
p, ul, ol, dl, dd { margin: 0; padding: 0; }
p { white-space: pre-line; overflow-wrap: anywhere; }
.hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.small, .waiting, .notice, .help, header { font-family: var(--ui); font-size: .8125rem; line-height: 1.5; color: var(--muted); }

.panel {
  container: panel / size; position: relative; display: flex; flex-direction: column;
  block-size: 100%; min-block-size: min(20rem, 94dvh); max-block-size: var(--viewport, 100dvh);
  background: var(--paper); border: 1px solid var(--line); border-radius: 3px;
}
:host([floating]) .panel {
  position: fixed; z-index: var(--thaw-layer, 1000); inset-inline-end: 1rem; inset-block-end: 1rem;
  inline-size: min(27rem, 100vw - 2rem); block-size: min(46rem, 100dvh - 2rem); box-shadow: 0 .5rem 2.5rem #0003;
}
@media (max-width: 36rem) {
  :host([floating]) .panel {
    inset: var(--viewport-top, 0) 0 auto; inline-size: 100%; block-size: var(--viewport, 100dvh); max-block-size: none;
    border: 0; border-radius: 0; padding-block-end: env(safe-area-inset-bottom);
  }
}

button, .contact, .go {
  display: inline-flex; align-items: center; min-block-size: 44px; padding: .5rem 1rem;
  font: 500 .9375rem/1.35 var(--ui); text-align: start; text-decoration: none; color: var(--ink);
  background: transparent; border: 1px solid var(--edge); border-radius: 4px; cursor: pointer; touch-action: manipulation;
}
button:hover, .contact:hover, .go:hover { border-color: var(--accent); background: var(--soft); }
button:disabled { color: var(--muted); border-style: dashed; cursor: default; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.log:focus-visible { outline-offset: -3px; }
.row, .choices { display: flex; flex-wrap: wrap; gap: .5rem; }
.send, .go, .launcher, [data-level="urgent"] li:first-child .contact { color: var(--paper); background: var(--accent); border-color: var(--accent); }
.send:hover, .go:hover, .launcher:hover, [data-level="urgent"] li:first-child .contact:hover { color: var(--paper); background: var(--ink); border-color: var(--ink); }
.launcher {
  position: fixed; z-index: var(--thaw-layer, 1000); inset-inline-end: 1rem; inset-block-end: calc(1rem + env(safe-area-inset-bottom));
  padding-inline: 1.25rem; border-radius: 2rem; box-shadow: 0 .25rem 1rem #0003;
}

.bar { display: flex; flex-wrap: wrap; align-items: center; justify-content: flex-end; gap: 0 1.25rem; padding-inline: 1.25rem; border-block-end: 1px solid var(--line); }
.bar button { padding-inline: 0; border: 0; font-size: .8125rem; font-weight: 400; color: var(--muted); text-decoration: underline; text-decoration-color: var(--edge); text-underline-offset: .25em; }
.bar button:hover { color: var(--ink); background: none; }
.name { margin-inline-end: auto; font: italic 1.0625rem/1 var(--thaw-font, inherit); color: var(--ink); }
.ask { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; padding: .75rem 1.25rem; border-block-end: 1px solid var(--line); }
.ask p { flex: 1 1 14rem; color: var(--ink); font-size: .9375rem; }
.help { padding: .625rem 1.25rem; color: var(--ink); background: var(--soft); border-block-end: 1px solid var(--line); }
.notice { padding: 0 1.25rem .75rem; }
::slotted(*) { margin: 0 !important; max-inline-size: none !important; }

.log { position: relative; flex: 1; min-block-size: 0; overflow-y: auto; overscroll-behavior: contain; padding: 1.5rem 1.25rem; }
.message { max-inline-size: 38rem; margin-block-end: 1rem; }
.message > * + * { margin-block-start: .75rem; }
.message > * + .choices, .message > * + .row, .message > * + .go, .message > .timer, .message > .receipt { margin-block-start: 1rem; }
.visitor {
  inline-size: fit-content; max-inline-size: min(85%, 32rem); margin-block: 1.75rem; margin-inline-start: auto;
  padding: .125rem 0 .125rem 1rem; padding-inline: 1rem 0; border-inline-start: 2px solid var(--accent); font-style: italic;
}
.failure { font: .875rem/1.5 var(--ui); }
.failure button { margin-block-start: .5rem; }
.failure b { color: var(--help); }
.waiting::after { content: "\\2026"; }
.waiting { animation: breathe 2.4s ease-in-out infinite; }
[data-kind="notice"] p { font: .875rem/1.55 var(--ui); color: var(--muted); }
[data-kind="notice"] + [data-kind="notice"] { margin-block-start: -.25rem; }
[aria-pressed="true"] { border-color: var(--accent); background: var(--soft); }
[aria-pressed="true"]::before { content: "\\2713" / ""; margin-inline-end: .5rem; color: var(--accent); }
.doors { gap: 0 1.25rem; }
.doors button { padding-inline: 0; border: 0; background: none; font-size: .8125rem; font-weight: 400; color: var(--muted); text-decoration: underline; text-decoration-color: var(--edge); text-underline-offset: .25em; }
.doors button:hover { color: var(--ink); }

[data-kind="crisis"] { padding: 1rem 1.25rem 1.25rem; background: var(--soft); border-inline-start: 3px solid var(--help); }
[data-kind="crisis"] .contact { border-color: var(--help); }
[data-kind="crisis"] button { background: var(--paper); }
.services { list-style: none; }
.services li { padding-block: .75rem; border-block-start: 1px solid var(--line); }
.services li:last-child { padding-block-end: 0; }
.services b { margin-inline-end: .5rem; font: 600 .9375rem/1.5 var(--ui); }
.services .row { margin-block-start: .375rem; }
[data-level="urgent"] li:first-child .contact { flex: 1; justify-content: center; font-size: 1.125rem; background: var(--help); }

.steps { padding-inline-start: 1.5rem; }
.steps li { padding-block: .125rem; padding-inline-start: .25rem; }
.steps ::marker { color: var(--muted); font-variant-numeric: tabular-nums; }
.timer { padding-block: 1rem; border-block: 1px solid var(--line); }
.clock { font-size: 2rem; line-height: 1.2; font-variant-numeric: tabular-nums; color: var(--muted); transition: color 1s; }
[data-state="running"] .clock { color: var(--ink); }
progress { appearance: none; display: block; inline-size: 100%; block-size: 2px; margin-block: .5rem 1rem; border: 0; background: var(--line); color: var(--accent); }
progress::-webkit-progress-bar { background: var(--line); }
progress::-webkit-progress-value { background: var(--accent); }
progress::-moz-progress-bar { background: var(--accent); }
.timer .small:not(:empty) { margin-block-start: .75rem; font: inherit; color: var(--ink); }
.timer:not([data-state="done"]) ~ .choices button { font-size: .8125rem; font-weight: 400; color: var(--muted); border-color: var(--line); }

.receipt { border-block-end: 1px solid var(--line); }
.receipt > div { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; align-items: center; padding-block: .5rem; border-block-start: 1px solid var(--line); }
.receipt dt { font: .8125rem/1.5 var(--ui); color: var(--muted); }
.receipt dd:last-child { grid-column: 2; grid-row: 1 / 3; }
.receipt div:has([aria-pressed="true"]) dd:not(:last-child) { text-decoration: line-through; color: var(--muted); }

form { display: grid; grid-template-columns: 1fr auto; gap: .25rem .5rem; align-items: end; padding: .75rem 1.25rem; border-block-start: 1px solid var(--line); }
textarea {
  field-sizing: content; min-inline-size: 0; inline-size: 100%; min-block-size: 46px; max-block-size: min(9rem, 30cqb); padding: .625rem .75rem; resize: none;
  font-family: inherit; font-size: max(16px, 1rem); line-height: 1.5; color: var(--ink); background: var(--paper); border: 1px solid var(--edge); border-radius: 4px;
}
textarea::placeholder { color: var(--muted); opacity: 1; }
form .small { grid-column: 1 / -1; }

@container panel (max-width: 30rem) { .name { display: none; } .bar { justify-content: space-between; } .visitor { max-inline-size: 92%; } }
@container panel (max-height: 24rem) { .notice { display: none; } .log { padding-block: .75rem; } .help { padding-block: .375rem; } form { padding-block: .5rem; } }
@keyframes breathe { 50% { opacity: .4; } }
@media (prefers-reduced-motion: reduce) { * { animation: none !important; transition: none !important; } }
@media (prefers-contrast: more) { :host { --line: var(--edge); --muted: var(--ink); } }
@media (forced-colors: active) { .visitor, [data-kind="crisis"] { border-color: Highlight; } [aria-pressed="true"] { border-width: 3px; } progress { border: 1px solid; block-size: 6px; } }
`);

// A browser that lacks something used above never gets here, and the page's own lines stay as they are.
customElements.define('thaw-chat', ThawChat);
