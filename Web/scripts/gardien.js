// Stands between the pages and the network for a member who keeps tutorials on this device: what the
// network does not give is given from what is kept. It comes with the first one and goes with the last.
'use strict';

// Longer than a poor line takes, shorter than one waits with busy hands.
const patience = 5_000;

const kept = address => caches.match(address, {ignoreVary: true});

/** The network's page, else the copy, else the page that says what there is. */
async function page({url}, live) {
  // Whoever waits for it below hears of a failure too.
  live.catch(() => null);
  const {pathname} = new URL(url);
  const [, number] = pathname.match(/^\/tutoriels\/(\d+)(?:-[^/]*)?$/) ?? [];
  const copy = await kept(number ? '/tutoriels/' + number : '/hors-ligne?copie=' + (pathname === '/hors-ligne' ? 'oui' : 'absente'))
    ?? await kept('/hors-ligne?copie=absente');
  if (!copy) return live;
  const late = new Promise(done => setTimeout(done, patience, copy));
  return Promise.race(number ? [live, late] : [live]).catch(() => copy);
}

/** On a computer that several use, nothing is left for the next one. */
async function forgetAll() {
  await Promise.all((await caches.keys()).map(name => caches.delete(name)));
  await registration.unregister();
}

addEventListener('install', () => skipWaiting());
addEventListener('activate', event => event.waitUntil(clients.claim()));
addEventListener('fetch', event => {
  const {request} = event;
  const {origin, pathname} = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.method === 'POST') {
    if (/^\/(de)?connexion$/.test(pathname)) event.waitUntil(forgetAll());
  } else if (request.mode === 'navigate') {
    event.respondWith(page(request, fetch(request)));
  } else if (/^(image|style|script|font)$/.test(request.destination)) {
    // Their names change with what they hold.
    event.respondWith(kept(request.url).then(copy => copy ?? fetch(request)));
  }
});
