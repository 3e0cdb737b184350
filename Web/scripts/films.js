// Films of other sites: a link until somebody asks for the film. Nothing is fetched before.
'use strict';

for (const card of document.querySelectorAll('[data-film]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = card.dataset.play;
  button.setAttribute('aria-label', `${card.dataset.play}, ${card.dataset.title}`);
  button.addEventListener('click', () => {
    const frame = document.createElement('iframe');
    frame.src = card.dataset.film + '?autoplay=1';
    frame.title = card.dataset.title;
    frame.allow = 'autoplay; fullscreen';
    frame.referrerPolicy = 'no-referrer';
    frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
    button.replaceWith(frame);
    frame.focus();
  });
  card.append(button);
}
