// Comfort for those who write. Every form is complete without this file: nothing here is needed.
'use strict';

// The shared form of a page's buttons holds the token that small changes are sent with.
const token = document.querySelector('form[id="gestes"] input[name="jeton"]')?.value;

// MARK: Tools

/** Replaces the selection of `area` as typing does, so that Ctrl+Z takes it back. */
function type(area, text, start, end) {
  area.focus();
  // The only way that keeps the browser's own undo; the other one is for when it is gone.
  if (!document.execCommand('insertText', false, text)) {
    area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
    area.dispatchEvent(new Event('input', {bubbles: true}));
  }
  area.setSelectionRange(start, end);
}

/** Puts `before` and `after` around the selection, or takes them away. */
function wrap(area, before, after) {
  const {selectionStart: from, selectionEnd: to, value} = area;
  const chosen = value.slice(from, to);
  // One star of two is not the mark of italics.
  const isOther = before === '*' && /(^|[^*])\*\*$/.test(value.slice(0, from));
  const isMarked = from >= before.length && value.slice(from - before.length, from) === before
    && value.slice(to, to + after.length) === after;
  if (isMarked && !isOther) {
    area.setSelectionRange(from - before.length, to + after.length);
    type(area, chosen, from - before.length, to - before.length);
  } else {
    type(area, before + chosen + after, from + before.length, to + before.length);
  }
}

/** Begins each chosen line with `mark(index)`, or takes the marks away when all have one. */
function begin(area, pattern, mark) {
  const {value} = area;
  const from = value.lastIndexOf('\n', area.selectionStart - 1) + 1;
  const next = value.indexOf('\n', area.selectionEnd);
  const to = next < 0 ? value.length : next;
  const lines = value.slice(from, to).split('\n');
  const all = lines.every(line => pattern.test(line));
  const text = lines
    .map((line, index) => all ? line.replace(pattern, '') : mark(index) + line)
    .join('\n');
  // A list that touches the paragraph above it would be read as part of it.
  const gap = !all && from > 1 && value[from - 2] !== '\n' ? '\n' : '';
  area.setSelectionRange(from, to);
  const end = from + gap.length + text.length;
  type(area, gap + text, lines.length > 1 ? from + gap.length : end, end);
}

function link(area) {
  const {selectionStart: from, selectionEnd: to, value} = area;
  const chosen = value.slice(from, to);
  if (/^https?:\/\/\S+$/.test(chosen)) {
    type(area, `[](${chosen})`, from + 1, from + 1);
  } else {
    const start = from + chosen.length + 3;
    type(area, `[${chosen}](https://)`, start, start + 8);
  }
}

function code(area) {
  const chosen = area.value.slice(area.selectionStart, area.selectionEnd);
  if (chosen.includes('\n')) wrap(area, '```\n', '\n```');
  else wrap(area, '`', '`');
}

const tools = {
  bold: area => wrap(area, '**', '**'),
  italic: area => wrap(area, '*', '*'),
  link,
  list: area => begin(area, /^- /, () => '- '),
  numbered: area => begin(area, /^\d+\. /, index => `${index + 1}. `),
  quote: area => begin(area, /^> ?/, () => '> '),
  code,
};

/** One stop of the Tab key; arrows, Home and End move inside (ARIA Practices, toolbar). */
function openToolbar(bar, area) {
  const buttons = [...bar.querySelectorAll('[data-tool]')];
  const choose = chosen => buttons.forEach(button => { button.tabIndex = button === chosen ? 0 : -1; });
  choose(buttons[0]);
  bar.setAttribute('aria-controls', area.id);
  bar.addEventListener('click', event => {
    const button = event.target.closest('[data-tool]');
    if (!button) return;
    choose(button);
    tools[button.dataset.tool](area);
  });
  bar.addEventListener('keydown', event => {
    const at = buttons.indexOf(document.activeElement);
    const to = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1}[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const button = buttons[(to + buttons.length) % buttons.length];
    choose(button);
    button.focus();
  });
  // Between the label and the text: what one presses stands beside what it changes.
  area.before(bar);
  bar.hidden = false;
}

// MARK: The text

/** Lets the field grow with its text. */
function grow(area) {
  const least = area.offsetHeight;
  const fit = () => {
    const top = document.documentElement.scrollTop;
    area.style.blockSize = 'auto';
    const border = area.offsetHeight - area.clientHeight;
    area.style.blockSize = Math.max(least, area.scrollHeight + border) + 'px';
    document.documentElement.scrollTop = top;
  };
  area.addEventListener('input', fit);
  fit();
}

function listenForKeys(form, area) {
  const keys = {b: tools.bold, i: tools.italic, k: tools.link};
  area.addEventListener('keydown', event => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const tool = keys[event.key.toLowerCase()];
    if (tool) tool(area);
    else if (event.key === 'Enter') form.requestSubmit(form.querySelector('.button--main'));
    else return;
    event.preventDefault();
  });
}

// MARK: The draft

// The same names as in DraftRoutes.swift; and what a space asks.
const kept = ['espace', 'genre', 'titre', 'texte', 'etiquettes', 'repond', 'sans-nom', 'version',
  'fichier-recu', 'fichier-description', 'fichier-decoratif', 'resume', 'licence',
  'langue-du-texte', 'convient', 'relire-avant', 'changements'];

/** Keeps the draft on the server while someone writes, and warns before a text is lost. */
function keepDraft(form) {
  const state = form.querySelector('[data-draft-state]');
  const address = '/brouillons/' + form.dataset.draft;
  let timer = 0;
  let request = null;
  let leaving = false;
  // The session has ended: what is written is kept by the submit, not by us.
  let isOver = false;
  // As many drafts are kept already as one may have.
  let isFull = false;

  const fields = () => {
    const isKept = name => kept.includes(name) || name.startsWith('champ-');
    return new URLSearchParams([...new FormData(form)].filter(([name]) => isKept(name)));
  };
  let saved = fields().toString();
  const isSaved = () => fields().toString() === saved;
  const say = words => { if (state) state.textContent = words; };

  async function save() {
    clearTimeout(timer);
    if (leaving || isOver || isSaved()) return;
    if (request) { later(); return; }
    const body = fields();
    const text = body.toString();
    body.set('jeton', token);
    request = new AbortController();
    say(state?.dataset.saving ?? '');
    try {
      const answer = await fetch(address, {
        method: 'POST', body, signal: request.signal, redirect: 'manual',
      });
      isOver = answer.type === 'opaqueredirect' || answer.status === 403;
      isFull = answer.status === 409;
      if (answer.status !== 204) throw new Error(answer.status);
      saved = text;
      if (isSaved()) say(state?.dataset.saved ?? '');
    } catch {
      // The line is poor, perhaps: the text is still here, and we try again.
      if (leaving) return;
      say((isFull ? state?.dataset.full : state?.dataset.unsaved) ?? '');
      later(15_000);
    } finally {
      request = null;
    }
  }
  function later(delay = 1_500) {
    clearTimeout(timer);
    timer = setTimeout(save, delay);
  }

  form.addEventListener('input', () => later());
  form.addEventListener('change', () => later());
  form.addEventListener('submit', () => {
    // A draft that arrives after its text is published would come back from the dead.
    leaving = true;
    clearTimeout(timer);
    request?.abort();
  });
  addEventListener('pagehide', () => {
    if (leaving || isSaved()) return;
    const body = fields();
    body.set('jeton', token);
    navigator.sendBeacon(address, body);
  });
  // The page can come back from the browser's memory, as when one returns to it.
  addEventListener('pageshow', event => { if (event.persisted) leaving = false; });
  addEventListener('online', () => save());
  addEventListener('beforeunload', event => {
    // On a good line the beacon saves it; without one, only the person can.
    if (!leaving && !isSaved() && (!token || isFull || !navigator.onLine)) event.preventDefault();
  });
}

// MARK: Files

/** Puts what is pasted or dropped into the form's own field, and says at once what is too heavy. */
function takeFiles(form) {
  const field = form.elements.fichier;
  if (!field) return;
  const take = event => {
    const {files} = event.clipboardData ?? event.dataTransfer;
    if (!files.length) return;
    event.preventDefault();
    const one = new DataTransfer();
    one.items.add(files[0]);
    field.files = one.files;
    field.closest('details').open = true;
    form.elements['fichier-description'].focus();
    check();
  };
  const check = () => {
    const {size = 0, type = ''} = field.files[0] ?? {};
    const most = type.startsWith('video/') ? form.dataset.mostFilm : form.dataset.most;
    field.setCustomValidity(size > most ? form.dataset.tooLarge : '');
    field.reportValidity();
  };
  field.addEventListener('change', check);
  form.addEventListener('paste', event => {
    // Word processors add a picture of the words that they copy.
    if (!event.clipboardData.types.includes('text/plain')) take(event);
  });
  form.addEventListener('dragover', event => {
    if (event.dataTransfer.types.includes('Files')) event.preventDefault();
  });
  form.addEventListener('drop', take);
}

// MARK: Threads like this one

function showSimilar(form) {
  const title = form.elements.titre;
  const list = form.querySelector('[data-similar-list]');
  if (!title || !list) return;
  let timer = 0;
  let asked = title.value.trim();
  list.setAttribute('aria-live', 'polite');

  async function ask() {
    const words = title.value.trim();
    const isEnough = words.length >= 12 || words.split(/\s+/).length >= 3;
    if (words === asked) return;
    asked = words;
    if (!isEnough) { list.hidden = true; return; }
    const address = form.dataset.similar + '?titre=' + encodeURIComponent(words);
    const answer = await fetch(address, {redirect: 'error'}).catch(() => null);
    if (!answer?.ok || words !== asked) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (words !== asked) return;
    list.replaceChildren(...page.body.childNodes);
    list.hidden = list.childElementCount === 0;
    if (!list.hidden && !form.elements.vu) {
      // They have been seen: the step that shows them after the submit is not needed.
      const seen = document.createElement('input');
      Object.assign(seen, {type: 'hidden', name: 'vu', value: 'oui'});
      form.append(seen);
    }
  }
  title.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 400);
  });
}

// MARK: Words of the vocabularies

/** Proposes labels of concepts for the tag that is being typed: what stands before it stays. */
function suggestTags(form) {
  const field = form.querySelector('[data-suggestions]');
  if (!field) return;
  let timer = 0;
  async function ask() {
    const at = field.value.lastIndexOf(',') + 1;
    const word = field.value.slice(at).trim();
    if (word.length < 3) return;
    const address = field.dataset.suggestions + '?q=' + encodeURIComponent(word);
    const answer = await fetch(address, {redirect: 'error'}).catch(() => null);
    if (!answer?.ok) return;
    const before = at ? field.value.slice(0, at) + ' ' : '';
    field.list.replaceChildren(...(await answer.json()).map(label => new Option('', before + label)));
  }
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 250);
  });
}

for (const form of document.querySelectorAll('form[data-draft]')) {
  const area = form.querySelector('textarea');
  const bar = form.querySelector('[data-toolbar]');
  if (bar && area) openToolbar(bar, area);
  if (area) {
    grow(area);
    listenForKeys(form, area);
  }
  keepDraft(form);
  takeFiles(form);
  if (form.dataset.similar) showSimilar(form);
  suggestTags(form);
}
