// Tutorials that this device keeps, to be read without the network. Nothing of it is offered where it
// cannot be: the page shows it once this file has run.
'use strict';

const place = document.querySelector('[data-reader]');
const {reader, keep: number} = place.dataset;
const find = name => place.querySelector(`[data-${name}]`);
const say = (words, title = '') => { find('said').textContent = words.replace('{}', title); };
const shelf = reader + '/tutoriels/';
const pages = reader + '/pages';
const copyOf = number => `/tutoriels/${number}?copie=oui`;
const ask = address => fetch(address, {redirect: 'error', cache: 'no-cache'});
const read = async answer => new DOMParser().parseFromString(await answer.text(), 'text/html');

/** Keeps pages under their keys with all that they show, once everything has come. */
async function keep(name, addresses) {
  const entries = new Map();
  const add = async part => {
    if (entries.has(part)) return;
    entries.set(part, null);
    entries.set(part, await fetch(part));
  };
  await Promise.all(Object.entries(addresses).map(async ([key, address]) => {
    const answer = await ask(address);
    if (!answer.ok) throw answer;
    entries.set(key, answer);
    const found = (await read(answer.clone())).querySelectorAll(
      'link[rel="stylesheet"], link[rel="icon"], script[src], img[src^="/"], a[href^="/fichiers/"]:has(img)');
    await Promise.all([...found].map(part => add(part.getAttribute('src') ?? part.getAttribute('href'))));
  }));
  // The reader's own typeface is named by its sheet.
  for (const [, answer] of [...entries].filter(([part]) => part.includes('/dyslexic-'))) {
    const fonts = (await answer.clone().text()).matchAll(/url\(([^)]+)\)/g);
    await Promise.all([...fonts].map(font => add(font[1])));
  }
  const cache = await caches.open(name);
  for (const [part, answer] of entries) if (answer.ok) await cache.put(part, answer);
  for (const old of await cache.keys()) {
    if (!entries.has(old.url.slice(location.origin.length))) await cache.delete(old);
  }
}

const keepTutorial = async number => {
  await keep(shelf + number, {['/tutoriels/' + number]: copyOf(number)});
  await keep(pages, {
    '/hors-ligne?copie=oui': '/hors-ligne?copie=oui',
    '/hors-ligne?copie=absente': '/hors-ligne?copie=absente',
  });
  await navigator.serviceWorker.register('/gardien.js');
};

const numbers = async () => (await caches.keys())
  .filter(name => name.startsWith(shelf)).map(name => name.slice(shelf.length));

async function drop(number) {
  await caches.delete(shelf + number);
  if ((await numbers()).length) return;
  await caches.delete(pages);
  await (await navigator.serviceWorker.getRegistration())?.unregister();
}

const kept = number => caches.match('/tutoriels/' + number, {cacheName: shelf + number, ignoreVary: true});
const versionOf = page => page.querySelector('[data-version]').dataset.version;

// MARK: One tutorial

async function showChoice() {
  const copy = await kept(number);
  if (copy && versionOf(await read(copy)) !== place.dataset.version) await keepTutorial(number);
  find('do-keep').hidden = Boolean(copy);
  find('do-drop').hidden = !copy;
  say(copy ? place.dataset.kept : '');
}

async function offer() {
  await showChoice().catch(() => say(place.dataset.failed));
  find('do-keep').addEventListener('click', async () => {
    say(place.dataset.busy);
    try {
      await keepTutorial(number);
      await showChoice();
      find('do-drop').focus();
    } catch (error) {
      await drop(number);
      say(error.name === 'QuotaExceededError' ? place.dataset.full : place.dataset.failed);
    }
  });
  find('do-drop').addEventListener('click', async () => {
    await drop(number);
    await showChoice();
    find('do-keep').focus();
  });
}

// MARK: All of them

async function size(number) {
  const cache = await caches.open(shelf + number);
  const answers = await Promise.all((await cache.keys()).map(key => cache.match(key, {ignoreVary: true})));
  const bytes = await Promise.all(answers.map(async answer => (await answer.blob()).size));
  return bytes.reduce((all, one) => all + one, 0);
}

function inWords(bytes) {
  const isLarge = bytes >= 1e6;
  return new Intl.NumberFormat(document.documentElement.lang, {
    style: 'unit', unit: isLarge ? 'megabyte' : 'kilobyte', maximumFractionDigits: isLarge ? 1 : 0,
  }).format(bytes / (isLarge ? 1e6 : 1e3));
}

async function showKept() {
  const items = find('items');
  const rows = (await Promise.all((await numbers()).map(async number => {
    const copy = await kept(number);
    if (!copy) return null;
    const page = await read(copy);
    const bytes = await size(number);
    const title = page.querySelector('h1').textContent;
    const row = document.createElement('li');
    row.append(find('item').content.cloneNode(true));
    const link = row.querySelector('a');
    link.href = '/tutoriels/' + number;
    link.textContent = title;
    row.querySelector('[data-about]').textContent =
      page.querySelector('[data-version]').dataset.words + ' · ' + inWords(bytes);
    const button = row.querySelector('button');
    button.append(Object.assign(document.createElement('span'), {className: 'unseen', textContent: ' ' + title}));
    button.addEventListener('click', async () => {
      await drop(number);
      await showKept();
      say(place.dataset.removed, title);
      place.querySelector('h2').focus();
    });
    return {row, bytes, title};
  }))).filter(Boolean);
  rows.sort((one, other) => one.title.localeCompare(other.title));
  items.replaceChildren(...rows.map(({row}) => row));
  items.hidden = find('all').hidden = !rows.length;
  find('none').hidden = Boolean(rows.length);
  find('total').textContent = inWords(rows.reduce((all, {bytes}) => all + bytes, 0));
}

/** What has a newer version is kept anew; what is no longer there to read is given up. */
async function refresh() {
  for (const number of await numbers()) {
    const copy = await kept(number);
    if (!copy) continue;
    const page = await read(copy);
    const title = page.querySelector('h1').textContent;
    const answer = await ask(copyOf(number)).catch(() => null);
    if (answer && [403, 404, 410].includes(answer.status)) {
      await drop(number);
      say(place.dataset.gone, title);
    } else if (answer?.ok && versionOf(await read(answer)) !== versionOf(page)) {
      await keepTutorial(number);
      say(place.dataset.renewed, title);
    } else continue;
    await showKept();
  }
}

async function showAll() {
  await showKept();
  find('drop-all').addEventListener('click', async () => {
    for (const number of await numbers()) await drop(number);
    await showKept();
    say(place.dataset.emptied);
    place.querySelector('h2').focus();
  });
  if ('live' in place.dataset) await refresh();
}

async function start() {
  // Nobody sees what another member has kept here.
  for (const name of await caches.keys()) if (!name.startsWith(reader + '/')) await caches.delete(name);
  place.hidden = false;
  document.querySelector('[data-impossible]')?.remove();
  await (number ? offer() : showAll());
}

if ('serviceWorker' in navigator && 'caches' in window) start();
