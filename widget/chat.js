/** <thaw-chat>, the chat on a page: see README.md. One file on purpose: nothing builds it. */

const ORIGIN = new URL(import.meta.url).origin;
const TIMEOUT = 15_000;
const MAX_TEXT = 2000;
const COUNT_FROM = 1800;

const WORDS = {
  title: 'Chat with Thaw, an automated program', name: 'Thaw', log: 'Conversation', you: 'You: ', waiting: 'One moment…',
  open: 'Write about it', close: 'Close', leave: 'Leave this page quickly',
  field: 'Your message', hint: 'In your own words', send: 'Send', counted: (count) => `${count} of ${MAX_TEXT} characters`,
  choices: 'Answers to choose from', doors: 'Other ways on', newTab: ' (opens in a new tab)',
  danger: 'In danger now, or thinking of suicide? Don’t wait for this chat: use the crisis line shown here, or call the emergency number.',
  copy: 'Copy these words', copied: 'Copied', print: 'Print', notCopied: 'Copying is blocked here', notPrinted: 'Printing is blocked here',
  notDelivered: 'Not delivered.', again: 'Send again', notOpened: 'Not open yet.', retry: 'Try again',
  offline: 'This device seems to be offline.', late: 'No answer came in time.', unreachable: 'The chat can’t be reached right now.',
  kept: 'What you wrote stays here.',
  renewed: 'The earlier chat is no longer kept. This is a new one.', anew: 'Start a new chat',
  clear: 'Clear chat', clearAsk: 'Delete the conversation? This can’t be undone.', clearYes: 'Delete it', clearNo: 'Keep it',
  cleared: 'Deleted. This is a new chat.', notCleared: 'Nothing was deleted yet.',
  start: 'Start the timer', pause: 'Pause', goOn: 'Go on', early: 'Done early', restart: 'Start again',
  paused: 'Paused.', timeLeft: (minutes) => `${minutes} ${minutes > 1 ? 'minutes' : 'minute'} left.`,
  timeUp: 'The time is over. Whatever you noticed, or didn’t, is an answer.', doneEarly: 'Stopped here. That is fine.',
  remove: 'Remove', matching: 'Open the matching page', until: (time) => `The link works until ${time}.`,
};

/** An element from 'name.class'. Functions among the attributes are listeners. */
function el(tag, attributes, ...children) {
  const [name, kind] = tag.split('.');
  const element = document.createElement(name);
  for (const [key, value] of Object.entries({ class: kind, ...attributes })) {
    if (typeof value === 'function') element.addEventListener(key, value);
    else if (value) element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.filter(Boolean));
  return element;
}

const button = (label, click, attributes) => el('button', { type: 'button', click, ...attributes }, label);
const paragraphs = (text) => String(text).split(/\n\s*\n/).map((part) => el('p', { dir: 'auto' }, part));
const prefers = (query) => matchMedia(`(${query})`).matches;
/** 229: Safari's key at a composition's end. */
const composing = (event) => event.isComposing || event.keyCode === 229;
const calmly = () => prefers('prefers-reduced-motion: reduce');

/** A link; its bare label if the address is of no kind to send a visitor to. */
function link(href, label, kind) {
  const { protocol } = new URL(href, document.baseURI);
  const web = /^https?:/.test(protocol);
  if (!web && !/^(tel|sms):/.test(protocol)) return label;
  return el('a', { href, class: kind, target: web && '_blank', rel: web && 'noopener noreferrer' }, label, web && el('span.hidden', null, WORDS.newTab));
}

const isCrisis = ({ kind }) => kind === 'crisis';
/** `randomUUID` is missing on pages without TLS. */
const newId = () => crypto.getRandomValues(new Uint32Array(4)).join('-');

/** The first quotation of more than a word or two. */
const quotedIn = (text) => /["“](\w[^"”]{15,})["”]/.exec(text)?.[1];

/** Why a request failed, in a sentence for the visitor. */
class Refused extends Error {
  constructor(why = WORDS.unreachable, status, body, wait) {
    super(`${navigator.onLine ? body?.error?.message || why : WORDS.offline} ${WORDS.kept}`);
    Object.assign(this, { status, wait, crisis: body?.messages?.filter?.(isCrisis) ?? [] });
  }
}

/** A session that is gone is no failure. */
function unless401(refusal) {
  if (refusal.status !== 401) throw refusal;
}

/** Choices: what was asked, the doors in a quieter row, then declining. */
function choices(list = [], chat) {
  const groups = [];
  for (const [index, { id, label, door }] of list.entries()) {
    if (!index || door !== list[index - 1].door) {
      groups.push(el(`div.choices ${door ? 'doors' : ''}`, { role: 'group', 'aria-label': door ? WORDS.doors : WORDS.choices }));
    }
    groups.at(-1).append(chat.choice(id, label));
  }
  return groups;
}

/** A quiet timer. What is kept needs no tick, so a reload changes nothing. */
function timer(message, chat, root) {
  const key = message.choices?.[0]?.id ?? message.text;
  const total = message.seconds * 1000;
  let { left, since, done } = chat.recall(key) ?? { left: total };
  let next, told;
  const rest = () => Math.max(0, left - (since ? Date.now() - since : 0));
  const clock = el('p.clock', { role: 'timer' });
  const note = el('p.small');
  const toggle = button('', () => (since ? change(WORDS.paused, rest()) : change('', done ? total : left, Date.now())));
  const early = button(WORDS.early, () => change(WORDS.doneEarly, rest(), 0, true));
  const box = el('div.timer', null, clock, el('div.row', null, toggle, early), note);

  function change(words, ...to) {
    [left, since, done] = to;
    chat.keep(key, { left, since, done });
    told = 0;
    if (words) chat.tell(words);
    // The button that goes away must not take the focus with it.
    if (done && box.getRootNode().activeElement === early) toggle.focus({ preventScroll: true });
    draw();
  }
  function draw() {
    const seconds = Math.ceil(rest() / 1000);
    const minutes = Math.ceil(seconds / 60);
    if (since && !seconds) return change(WORDS.timeUp, 0, 0, true);
    if (since && minutes !== told) chat.tell(WORDS.timeLeft(told = minutes));
    const state = done ? 'done' : since ? 'running' : left < total ? 'paused' : 'idle';
    box.dataset.state = state;
    clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    toggle.textContent = { idle: WORDS.start, running: WORDS.pause, paused: WORDS.goOn, done: WORDS.restart }[state];
    early.hidden = done || state === 'idle';
    note.textContent = done ? (left ? WORDS.doneEarly : WORDS.timeUp) : '';
    clearTimeout(next);
    if (since) next = setTimeout(() => box.isConnected && draw(), 500);
  }
  root.addEventListener('click', ({ target }) => target.dataset.choice && !done && change('', rest(), 0, true));
  box.addEventListener('still', () => since && change('', rest()));
  draw();
  return box;
}

const services = (list) => list?.length > 0 && el('ul.services', { role: 'list' }, ...list.map(({ name, hours, contacts }) => el('li', null,
  el('p', null, el('b', null, name), ' ', hours && el('span.small', null, hours)),
  el('div.row', null, ...contacts.map(({ href, label }) => link(href, label, 'contact'))))));

/** Words to copy, or to print alone. */
function copyable(words, chat, print) {
  return words && el('div.row', null, navigator.clipboard && button(WORDS.copy, async ({ target }) => {
    target.textContent = await navigator.clipboard.writeText(words).then(() => WORDS.copied, () => WORDS.notCopied);
    chat.tell(target.textContent);
  }), print && button(WORDS.print, ({ target }) => {
    const page = open();
    if (!page) return chat.tell(target.textContent = WORDS.notPrinted);
    page.document.body.innerText = words;
    page.onafterprint = page.close;
    page.print();
  }));
}

const receipt = (summary, chat) => el('dl.receipt', null, ...summary.map(({ label, value, remove }) => el('div', null,
  el('dt', null, label), el('dd', { dir: 'auto' }, value),
  el('dd', null, chat.choice(remove, WORDS.remove, `${WORDS.remove}: ${label}`)))));

/** What a kind shows between a message's text and its choices. */
const FACES = {
  exercise(message, chat, root) {
    return [el('ol.steps', null, ...message.steps.map((step) => el('li', null, step))), timer(message, chat, root)];
  },
  text: ({ copy }, chat) => [copyable(copy, chat, true)],
  link: ({ url, label }) => [link(url, label, 'go')],
  handoff({ stage, summary, url, expires }, chat) {
    if (stage !== 'ready') return [receipt(summary, chat)];
    const time = expires && new Date(expires).toLocaleTimeString([], { timeStyle: 'short' });
    return [link(url, WORDS.matching, 'go'), time && el('p.small', null, WORDS.until(time))];
  },
  crisis({ level, text, services: list = [] }, chat, root) {
    const first = level === 'urgent' ? 1 : 0;
    root.prepend(services(list.slice(0, first)) || '');
    return [copyable(navigator.clipboard && quotedIn(text), chat), services(list.slice(first))];
  },
};

function face(message, chat) {
  const { kind, level, text } = message;
  const root = el('div.message bot', { 'data-kind': kind, 'data-level': level }, ...paragraphs(text));
  const answers = choices(message.choices, chat);
  try {
    const rest = Object.hasOwn(FACES, kind) ? FACES[kind](message, chat, root).filter(Boolean) : [];
    // The direct question has its answers first.
    root.append(...(level === 'ask' ? [...answers, ...rest] : [...rest, ...answers]));
  } catch {
    // The text is readable alone.
    root.append(...answers);
  }
  return root;
}

class ThawChat extends HTMLElement {
  #ui = {};
  #sheet = new CSSStyleSheet();
  /** In this tab only: the computer may be shared. */
  #kept = {};
  /** What talks to the server waits for what was asked before. */
  #queue = Promise.resolve();
  /** Begun; and begun with the conversation so far in view. */
  #begun = false;
  #started = false;
  #follow = true;
  /** Turns not delivered before a reload, and turns in the queue; each with its view. */
  #stranded = [];
  #pending = new Set();
  /** What is inert behind the panel. */
  #behind = [];
  #left = false;
  #services;
  #trouble;
  #turn;
  #skip;
  #pressed;
  #watch;

  connectedCallback() {
    if (this.shadowRoot) return;
    this.#build();
    for (const type of ['resize', 'scroll']) visualViewport?.addEventListener(type, () => this.#fit());
    if (this.#floating) return this.#toggle(Boolean(this.#kept.open), true);
    this.#watch = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.#begin());
    this.#watch.observe(this);
  }

  disconnectedCallback() { this.#cover(); }

  get #inside() { return this.matches(':focus-within'); }
  get #floating() { return this.hasAttribute('floating'); }
  get #server() { return (this.getAttribute('server') || ORIGIN).replace(/\/+$/, ''); }

  /** Change what is kept, or forget it. With storage blocked the chat lasts until a reload. */
  #keep(change) {
    if (this.#left) return;
    this.#kept = change ? { ...this.#kept, ...change } : {};
    try {
      if (change) sessionStorage.setItem(`thaw:${this.#server}`, JSON.stringify(this.#kept));
      else sessionStorage.removeItem(`thaw:${this.#server}`);
    } catch { /* blocked */ }
  }

  #build() {
    const ui = this.#ui;
    try {
      this.#kept = JSON.parse(sessionStorage.getItem(`thaw:${this.#server}`)) ?? {};
    } catch { /* blocked */ }
    ui.waiting = el('p.waiting', { hidden: true }, WORDS.waiting);
    ui.log = el('div.log', { role: 'log', 'aria-live': 'off', 'aria-label': WORDS.log, tabindex: '0' }, ui.waiting);
    ui.polite = el('div.hidden', { 'aria-live': 'polite' });
    ui.assertive = el('div.hidden', { 'aria-live': 'assertive' });
    ui.slot = el('slot', null, el('p', null, WORDS.danger));
    ui.help = el('div.help', null, ui.slot);
    ui.panel = el('section.panel', { part: 'panel', 'aria-labelledby': 'title', role: this.#floating && 'dialog' },
      this.#header(), ui.log, this.#form(), el('div.notice', null, el('slot', { name: 'notice' })), ui.polite, ui.assertive);
    ui.launcher = button(WORDS.open, () => this.#toggle(true), { class: 'launcher', part: 'launcher', hidden: true });
    this.#watchReading();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [SHEET, this.#sheet];
    root.append(ui.panel, ui.launcher);
  }

  #header() {
    const ui = this.#ui;
    const ask = (asking) => {
      ui.ask.hidden = !asking;
      (asking ? ui.no : ui.clear).focus();
    };
    const yes = () => {
      ask(false);
      this.#run(() => this.#delete(), WORDS.notCleared);
    };
    ui.clear = button(WORDS.clear, () => ask(true));
    ui.no = button(WORDS.clearNo, () => ask(false));
    ui.ask = el('div.ask', { role: 'group', 'aria-label': WORDS.clear, hidden: true },
      el('p', null, WORDS.clearAsk), button(WORDS.clearYes, yes), ui.no);
    return el('header', null, el('h2.hidden', { id: 'title' }, WORDS.title),
      el('div.bar', null, el('span.name', { 'aria-hidden': 'true' }, WORDS.name), button(WORDS.leave, () => this.#leave()), ui.clear,
        this.#floating && button(WORDS.close, () => this.#toggle(false))), ui.ask, ui.help);
  }

  #form() {
    const ui = this.#ui;
    const keydown = (event) => {
      if (event.key !== 'Enter' || event.shiftKey || composing(event)) return;
      event.preventDefault();
      ui.form.requestSubmit();
    };
    const submit = (event) => {
      event.preventDefault();
      const words = ui.field.value.trim();
      ui.field.focus();
      if (words) this.#say({ words });
      if (words) ui.field.value = '';
      this.#count();
    };
    ui.field = el('textarea', {
      id: 'field', rows: 2, placeholder: WORDS.hint, enterkeyhint: 'send', 'aria-describedby': 'counter',
      autocomplete: 'off', spellcheck: 'false', // some browsers send it to their maker
      input: () => this.#count(), keydown,
    });
    ui.field.value = this.#kept.draft ?? '';
    ui.counter = el('p.small', { id: 'counter', hidden: true });
    ui.form = el('form', { submit }, el('label.hidden', { for: 'field' }, WORDS.field), ui.field, el('button.send', null, WORDS.send), ui.counter);
    return ui.form;
  }

  #count() {
    const { field, counter } = this.#ui;
    const count = field.value.length;
    // Too long, it goes out all the same: the server looks for a crisis in it.
    const over = String(count > MAX_TEXT);
    this.#keep({ draft: field.value });
    counter.textContent = WORDS.counted(count);
    if (count >= COUNT_FROM && (counter.hidden || over !== field.ariaInvalid)) this.#tell(counter.textContent);
    counter.hidden = count < COUNT_FROM;
    field.ariaInvalid = over;
  }

  /** Nothing moves under who scrolls to read, or presses. A click or a key ends the waiting. */
  #watchReading() {
    const { log, panel } = this.#ui;
    const reading = () => { this.#follow = false; };
    for (const type of ['wheel', 'touchmove', 'keydown']) log.addEventListener(type, reading, { passive: true });
    panel.addEventListener('pointerdown', () => {
      this.#pressed = new Promise((resolve) => setTimeout(panel.onclick = resolve, 500));
    });
    for (const type of ['pointerdown', 'keydown']) panel.addEventListener(type, () => this.#skip?.());
    panel.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || composing(event)) return;
      if (!this.#ui.ask.hidden) this.#ui.no.click();
      else if (this.#floating) this.#toggle(false);
    });
  }

  /** Closed, the crisis line stands where the page has it. */
  #toggle(open, quietly) {
    const ui = this.#ui;
    ui.panel.hidden = !open;
    ui.launcher.hidden = open;
    (open ? ui.help : this.shadowRoot).prepend(ui.slot);
    this.#cover();
    if (open) this.#begin();
    if (quietly) return;
    this.#keep({ open });
    if (open) this.#settle();
    else ui.launcher.focus();
  }

  /** Nothing behind a panel that covers the page takes the focus. */
  #cover() {
    for (const element of this.#behind.splice(0)) element.inert = false;
    if (!this.isConnected || !this.#floating || this.#ui.panel.hidden || !prefers('max-width: 36rem')) return;
    for (let at = this; at && at !== document.body; at = at.parentNode ?? at.host) {
      this.#behind.push(...[...at.parentNode?.children ?? []].filter((element) => element !== at && !element.inert));
    }
    for (const element of this.#behind) element.inert = true;
  }

  /** Where the focus goes after a choice: to the input, but without a touch keyboard coming up. */
  #settle() {
    this.#ui[prefers('pointer: coarse') ? 'log' : 'field'].focus({ preventScroll: true });
  }

  /** Only the visual viewport knows of iOS's keyboard. */
  #fit() {
    const { height, offsetTop, scale } = visualViewport;
    this.#cover();
    const keyboard = height * scale < innerHeight * 0.85;
    this.#sheet.replaceSync(keyboard ? `:host { --viewport: ${height * scale}px; --viewport-top: ${offsetTop}px }` : '');
    if (keyboard && this.shadowRoot.activeElement === this.#ui.field) this.#ui.form.scrollIntoView({ block: 'nearest' });
  }

  /** One request to the site channel. Throws only `Refused`. */
  async #request(method, path, body) {
    const abort = new AbortController();
    setTimeout(() => abort.abort(), TIMEOUT);
    try {
      const answer = await fetch(`${this.#server}/webhooks/site/${path}`, {
        method, body: body && JSON.stringify(body), signal: abort.signal, credentials: 'omit',
        headers: { Authorization: `Bearer ${this.#kept.token}`, 'Content-Type': 'application/json' },
      });
      const json = await answer.json().catch(() => null);
      // A captive portal may answer 200 with a page of its own.
      if (method === 'DELETE' ? answer.status === 204 : answer.ok && Array.isArray(json?.messages)) return json;
      throw new Refused(undefined, answer.status, json, Number(answer.headers.get('Retry-After')) || 10);
    } catch (error) {
      throw error instanceof Refused ? error : new Refused(abort.signal.aborted ? WORDS.late : undefined);
    }
  }

  #begin() {
    this.#watch?.disconnect();
    if (this.#begun) return;
    this.#begun = true;
    // In view at once, also with the server gone.
    for (const kept of this.#kept.unsent ?? []) {
      const turn = { ...kept, view: this.#add(this.#visitor(kept.words)) };
      this.#stranded.push(turn);
      this.#failure(new Refused(''), () => this.#deliver(turn), WORDS.notDelivered, turn);
    }
    this.#run(() => this.#start(), WORDS.notOpened);
  }

  /** Show the conversation so far and what was not delivered, or open a new one. */
  async #start() {
    if (this.#started) return;
    const known = this.#kept.token && await this.#request('GET', 'messages').catch(unless401);
    const history = known?.messages ?? [];
    const opening = known ? [] : await this.#open();
    // What was heard but not answered is sent again for its answer.
    if (this.#stranded.some(({ id }) => id === history.at(-1)?.id)) history.pop();
    this.#started = true;
    this.#trouble?.remove();
    // Not delivered, or written meanwhile.
    const below = this.#ui.log.querySelectorAll('.visitor');
    await this.#show(opening, ({ text }) => this.#inside && this.#tell(text));
    const views = history.map((message) => (message.from === 'visitor' ? this.#visitor(message.text) : this.#bot(message)));
    this.#ui.waiting.before(...views, ...below);
    for (const turn of this.#stranded.splice(0)) {
      if (history.some(({ id }) => id === turn.id)) {
        turn.view.remove();
        this.#delivered(turn);
      } else this.#help();
    }
    this.#turn = [...this.#ui.log.querySelectorAll('.visitor')].at(-1);
    this.#scroll('instant');
  }

  async #open() {
    const country = /^[a-z]{2}$/i.exec(this.getAttribute('country'))?.[0];
    const page = this.getAttribute('page')?.slice(0, 200);
    this.#keep({ token: null });
    const { token, messages } = await this.#request('POST', 'session', { country, page });
    this.#keep({ token });
    return messages;
  }

  async #delete() {
    if (this.#kept.token) await this.#request('DELETE', 'session').catch(unless401);
    this.#tell(WORDS.cleared);
    this.#startAnew();
  }

  #startAnew() {
    this.#forget();
    this.#run(() => this.#start(), WORDS.notOpened);
  }

  /** Forget the conversation, but not what was written since that was asked for. */
  #forget() {
    const { log, waiting } = this.#ui;
    const focused = log.contains(this.shadowRoot.activeElement);
    const turns = [...this.#pending];
    // What was answered early went with the log: it is answered again.
    for (const turn of turns) turn.answered = false;
    this.#keep(null);
    this.#keep({ unsent: turns.map(({ view, ...turn }) => turn) });
    this.#trouble = this.#turn = null;
    this.#started = false;
    this.#stranded = [];
    log.replaceChildren(...turns.map(({ view }) => view), waiting);
    if (focused) this.#settle();
  }

  /** For someone not safe at home: nothing left to see, and no way back. */
  #leave() {
    this.#keep(null);
    this.#left = true;
    location.replace(this.getAttribute('leave-url') || 'https://www.google.com');
    document.documentElement.replaceChildren();
  }

  #run(job, title, turn) {
    const { waiting } = this.#ui;
    if (turn) this.#pending.add(turn);
    this.#queue = this.#queue.then(async () => {
      this.#pending.delete(turn);
      waiting.hidden = false;
      setTimeout(() => !waiting.hidden && this.#inside && this.#tell(WORDS.waiting), 1000);
      await job().catch((error) => this.#fail(error instanceof Refused ? error : new Refused(), job, title, turn));
      waiting.hidden = true;
    });
  }

  /** What failed and a button to do it again. */
  #failure(refusal, job, title, turn) {
    const again = button(turn ? WORDS.again : WORDS.retry, () => {
      failure.remove();
      this.#settle();
      this.#run(job, title, turn);
    });
    const failure = el('div.failure', null, el('p', null, el('b', null, title), ` ${refusal.message}`), again);
    if (refusal.status === 429) {
      again.disabled = true;
      setTimeout(() => { again.disabled = false; }, refusal.wait * 1000);
    }
    turn?.view.append(failure);
    return failure;
  }

  /** Below all else, the best known way to a person. */
  #help(crisis = [], ...failure) {
    const cards = crisis.length ? crisis : [{ kind: 'crisis', level: 'support', text: WORDS.danger, services: this.#services }];
    this.#trouble?.remove();
    this.#trouble = this.#add(el('div', null, ...failure, ...cards.map((message) => this.#bot(message))));
    return cards.map((message) => message.text);
  }

  #fail(refusal, job, title, turn) {
    const { field } = this.#ui;
    const failure = this.#failure(refusal, job, title, turn);
    if (turn && refusal.status === 413) {
      // Too long: it goes back to the field, to be made shorter.
      field.value = [turn.words, field.value].filter(Boolean).join('\n\n');
      turn.view.remove();
      this.#delivered(turn);
      this.#count();
      failure.lastChild.remove();
    }
    const help = this.#help(refusal.crisis, !turn?.view.parentNode && failure);
    this.#tell([title, refusal.message, ...help].join(' '), Boolean(turn));
    this.#scroll();
  }

  /** What the faces of messages may ask of the chat. */
  #chat = {
    choice: (id, label, words = label) => {
      const click = ({ detail }) => {
        if (detail > 1) return; // the second half of a double click
        this.#settle();
        this.#say({ words, choice: id });
      };
      const chosen = this.#kept.chosen?.includes(id) && 'true';
      return button(label, click, { 'data-choice': id, 'aria-label': words !== label && words, 'aria-pressed': chosen });
    },
    recall: (key) => this.#kept.timers?.[key],
    keep: (key, state) => this.#keep({ timers: { ...this.#kept.timers, [key]: state } }),
    tell: (words) => this.#tell(words),
  };

  #visitor(words) {
    return el('div.message visitor', null, el('span.hidden', null, WORDS.you), el('p', { dir: 'auto' }, words));
  }

  #say(what) {
    const kept = { id: newId(), ...what };
    this.#begin();
    this.#still();
    this.#keep({ unsent: [...(this.#kept.unsent ?? []), kept] });
    const turn = { ...kept, view: this.#turn = this.#add(this.#visitor(kept.words)) };
    this.#follow = true;
    this.#scroll();
    // A cry for help does not wait for an earlier answer. What else comes of it is shown in its turn.
    const { token } = this.#kept;
    const mine = () => token === this.#kept.token;
    const early = this.#started && !this.#ui.waiting.hidden && this.#post(kept).catch(() => {});
    if (early) early.then((messages) => mine() && messages?.some(isCrisis) && this.#answer(turn, messages));
    this.#run(() => this.#deliver(turn, mine() && early), WORDS.notDelivered, turn);
  }

  /** Send a turn and show the answer. Sent again it has the same id, so it runs only once. */
  async #deliver(turn, early) {
    await this.#start();
    if (!this.#ui.log.contains(turn.view)) return; // answered before the reload
    const messages = await early || await this.#send(turn);
    if (!turn.answered) await this.#answer(turn, messages);
  }

  async #answer(turn, messages) {
    turn.answered = true;
    this.#trouble?.remove();
    this.#delivered(turn);
    if (turn.choice) {
      this.#keep({ chosen: [...(this.#kept.chosen ?? []), turn.choice] });
      this.#ui.log.querySelector(`[data-choice="${CSS.escape(turn.choice)}"]`)?.setAttribute('aria-pressed', 'true');
    }
    this.#still();
    await this.#show(messages);
  }

  /** Whoever writes looks at no exercise: its timer stands, and says nothing over the answer. */
  #still() {
    for (const timer of this.#ui.log.querySelectorAll('.timer')) timer.dispatchEvent(new Event('still'));
  }

  #delivered(turn) {
    this.#keep({ unsent: this.#kept.unsent?.filter(({ id }) => id !== turn.id) });
  }

  async #post({ id, words, choice }) {
    return (await this.#request('POST', 'messages', choice ? { id, choice } : { id, text: words })).messages;
  }

  async #send(turn) {
    const { id, words, choice, view } = turn;
    try {
      return await this.#post(turn);
    } catch (refusal) {
      // A choice of an earlier conversation is unknown in this one: its words say the same.
      if (refusal.status === 400 && choice) return this.#post({ id: `${id}-text`, words });
      unless401(refusal);
      await this.#open();
      view.before(this.#bot({ kind: 'notice', text: WORDS.renewed }));
      this.#tell(WORDS.renewed);
      return this.#post({ id, words });
    }
  }

  #bot(message) {
    this.#services = message.services ?? this.#services;
    return face(message, this.#chat);
  }

  /** Show a turn at reading pace; at once in a crisis, with reduced motion, or out of sight. */
  async #show(messages, tell = (message) => this.#tell(message.text, isCrisis(message))) {
    const ended = messages.some((message) => message.ended);
    let paced = !calmly() && !messages.some(isCrisis);
    if (ended) this.#forget();
    let shown;
    for (const [index, message] of messages.entries()) {
      if (index && paced && !document.hidden) paced = await this.#pause(messages[index - 1].text);
      await this.#pressed;
      this.#ui.waiting.hidden = true;
      // Together, also when the visitor wrote in between.
      const next = this.#bot(message);
      if (shown) shown.after(next);
      else this.#add(next);
      shown = next;
      tell(message);
      this.#scroll();
    }
    if (ended) this.#trouble = this.#add(button(WORDS.anew, () => this.#startAnew()));
  }

  /** A glance at the text. False if the visitor won't wait. */
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

  /** Bring what is new into view, never past the turn's beginning. */
  #scroll(behavior = calmly() ? 'instant' : 'smooth') {
    if (this.#follow) this.#ui.log.scrollTo({ top: this.#turn ? this.#turn.offsetTop - 16 : 0, behavior });
  }

  /** For screen readers: only what is new. The log itself is not live. */
  #tell(words, assertive) {
    const line = el('p', null, words);
    this.#ui[assertive ? 'assertive' : 'polite'].append(line);
    setTimeout(() => line.remove(), 1000);
  }
}

/** A palette; a page may set --thaw-ink and so on. On paper and soft, text has a contrast of at least 4.5 and edge of 3. */
const palette = (scheme, ...colours) => ['ink', 'paper', 'soft', 'muted', 'line', 'edge', 'accent', 'help']
  .reduce((sheet, name, index) => `${sheet} --${name}: var(--thaw-${name}, #${colours[index]});`, `color-scheme: ${scheme};`);
const LIGHT = palette('light', '24282b', 'fcfaf6', 'f3efe7', '5d6164', 'dcd6ca', '878376', '2b5a5c', '7f431f');
const DARK = palette('dark', 'dcd8cf', '17191b', '202326', 'a5a299', '34383b', '777b7d', '93c1bc', 'e3b08c');

const SHEET = new CSSStyleSheet();
SHEET.replaceSync(`
:host, :host([theme="light"]) { ${LIGHT} }
@media (prefers-color-scheme: dark) { :host { ${DARK} } }
:host([theme="dark"]) { ${DARK} }
:host {
  --ui: var(--thaw-font-ui, system-ui, sans-serif);
  display: block; block-size: var(--thaw-height, clamp(20rem, max(80dvh, min(28rem, 94dvh)), 46rem));
  color: var(--ink); font-family: var(--thaw-font, inherit); font-size: 1.0625rem; line-height: 1.6; text-align: start;
}
:host([hidden]), [hidden] { display: none !important; }
:host([floating]) { block-size: auto; }
* { box-sizing: border-box; }
p, ul, dl, dd { margin: 0; padding: 0; }
p { white-space: pre-line; overflow-wrap: anywhere; }
.hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.small, .waiting, .notice, .help, .ask, dt { font: .8125rem/1.5 var(--ui); color: var(--muted); }
.row, .choices, .bar, .ask { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; }

.panel {
  container: panel / size; display: flex; flex-direction: column; block-size: 100%; max-block-size: var(--viewport, none);
  background: var(--paper); border: 1px solid var(--line); border-radius: 3px;
}
:host([floating]) .panel, .launcher {
  position: fixed; z-index: var(--thaw-layer, 1000); inset-inline-end: 1rem; inset-block-end: 1rem; box-shadow: 0 .25rem 2rem #0003;
}
:host([floating]) .panel { inline-size: 27rem; block-size: min(46rem, 100dvh - 2rem); }
@media (max-width: 36rem) {
  :host([floating]) .panel {
    inset: var(--viewport-top, 0) 0 auto; inline-size: auto; block-size: var(--viewport, 100dvh);
    border: 0;
  }
}

button, .contact, .go {
  display: inline-flex; align-items: center; min-block-size: 44px; min-inline-size: 44px; padding: .5rem 1rem; cursor: pointer;
  font: 500 .9375rem/1.35 var(--ui); text-align: start; text-decoration: none; color: var(--ink);
  background: var(--paper); border: 1px solid var(--edge); border-radius: 4px;
}
.bar button, .doors button, .timer:not([data-state="done"]) ~ .choices button {
  padding: 0; font-size: .8125rem; font-weight: 400; color: var(--muted); background: none; border: 0;
  text-decoration-line: underline; text-decoration-color: var(--edge); text-underline-offset: .25em;
}
.send, .go, .launcher, .services:first-child a { color: var(--paper); background: var(--accent); border-color: var(--accent); }
button:hover, a:hover { border-color: var(--ink); text-decoration-color: var(--ink); }
button:disabled { color: var(--muted); border-style: dashed; cursor: default; }
[aria-pressed] { background: var(--soft); border-color: var(--accent); }
[aria-pressed]::before { content: "\\2713"; content: "\\2713" / ""; margin-inline-end: .5rem; color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
button:focus-visible, a:focus-visible { outline-offset: 2px; }

.bar, .ask, .help { padding-inline: 1.25rem; border-block-end: 1px solid var(--line); }
.bar { justify-content: flex-end; gap: 0 1.25rem; }
.name { margin-inline-end: auto; font-style: italic; }
.ask, .help { padding-block: .625rem; color: var(--ink); }
.ask p { flex: 1 1 14rem; font-size: .9375rem; }
.help { background: var(--soft); }
.notice { padding: 0 1.25rem .75rem; }
::slotted(*) { margin: 0 !important; }

.log { position: relative; flex: 1; min-block-size: 0; overflow-y: auto; padding: 1.5rem 1.25rem; }
:host([floating]) .log { overscroll-behavior: contain; }
.message { max-inline-size: 40rem; margin-block-end: 1rem; }
.message > * + * { margin-block-start: .75rem; }
.visitor {
  inline-size: fit-content; max-inline-size: min(90%, 32rem); margin: 1.75rem 0; margin-inline-start: auto;
  padding-inline-start: 1rem; font-style: italic; border-inline-start: 2px solid var(--accent);
}
.failure, [data-kind="notice"] p { font: .875rem/1.5 var(--ui); }
.failure { margin-block: .75rem; }
.failure b { color: var(--help); }
.failure button { margin-block-start: .5rem; }
[data-kind="notice"] p { color: var(--muted); }
.doors { gap: 0 1.25rem; }
.message > .doors, .doors + .choices { margin-block-start: .25rem; }

[data-kind="crisis"] { padding: 1rem 1.25rem 1.25rem; background: var(--soft); border-inline-start: 3px solid var(--help); }
.services { list-style: none; }
.services li { padding-block: .75rem; border-block-start: 1px solid var(--line); }
.services:last-child li:last-child { padding-block-end: 0; }
.services li:only-child { padding: 0; border: 0; }
.services p { font: .9375rem/1.3 var(--ui); }
.services .small { display: inline-block; }
.services .row { margin-block-start: .375rem; }
.contact { padding-inline: .75rem; border-color: var(--help); }
.services:first-child a { flex: 1; justify-content: center; font-size: 1.125rem; background: var(--help); border-color: var(--help); }

.steps { padding-inline-start: 1.5rem; }
.timer { padding-block: 1rem; border-block: 1px solid var(--line); }
.clock { font-size: 2rem; line-height: 1.2; font-variant-numeric: tabular-nums; color: var(--muted); }
[data-state="running"] .clock { color: var(--ink); }
.timer .small { font: inherit; color: var(--ink); }

.receipt > div {
  display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; align-items: center; padding-block: .5rem; border-block-start: 1px solid var(--line);
}
.receipt dd:last-child { grid-area: 1 / 2 / 3; }
.receipt div:has([aria-pressed]) dd:not(:last-child) { text-decoration: line-through; color: var(--muted); }

form { display: grid; grid-template-columns: 1fr auto; gap: .25rem .5rem; align-items: end; padding: .75rem 1.25rem; border-block-start: 1px solid var(--line); }
textarea {
  field-sizing: content; inline-size: 100%; min-block-size: 46px; max-block-size: min(9rem, 30cqb); padding: .625rem .75rem; resize: none;
  font-family: inherit; font-size: max(16px, 1rem); line-height: 1.5;
  color: var(--ink); background: var(--paper); border: 1px solid var(--edge); border-radius: 4px;
}
textarea::placeholder { color: var(--muted); opacity: 1; }
form .small { grid-column: 1 / -1; }

@container panel (max-width: 30rem) { .name { display: none; } .bar { justify-content: space-between; } }
@container panel (min-width: 34rem) {
  .services li:not(:only-child) { display: grid; grid-template-columns: 10rem 1fr; gap: 1rem; align-items: center; }
  .services .row { margin: 0; }
}
@container panel (max-height: 24rem) { .notice { padding-block-end: .25rem; font-size: .75rem; line-height: 1.3; } .log, form { padding-block: .5rem; } }
@media (forced-colors: active) { [aria-pressed] { border-width: 3px; } }
`);

// Where something used above is missing, the page's own lines stay.
if (CSS.supports('height', '1dvh')) customElements.define('thaw-chat', ThawChat);
