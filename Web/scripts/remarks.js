// Remarks on passages: a button beside the words that one has chosen, and a colour on those that
// others have remarked on. The list below the text says all of it without this file.
'use strict';

const text = document.querySelector('.tutorial__text');
const list = document.querySelector('[data-annotate]');

/** The text as one string without blanks, and the place of each of its characters. */
function readText() {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT,
    node => node.parentElement.closest('.section-foot') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  let letters = '';
  const places = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let at = 0; at < node.data.length; at++) {
      if (/\s/.test(node.data[at])) continue;
      letters += node.data[at];
      places.push([node, at]);
    }
  }
  return {letters, places};
}

const tight = words => words.replace(/\s+/g, '');

/** Where a quotation stands: with the words around it, else the first place. */
function rangeOf(quote, {letters, places}) {
  const [exact, before, after] = [quote.exact, quote.prefix, quote.suffix].map(tight);
  const whole = letters.indexOf(before + exact + after);
  const start = whole < 0 ? letters.indexOf(exact) : whole + before.length;
  if (!exact || start < 0) return null;
  const range = document.createRange();
  range.setStart(...places[start]);
  const [node, at] = places[start + exact.length - 1];
  range.setEnd(node, at + 1);
  return range;
}

function showPassages() {
  const quotes = [...list.querySelectorAll('[data-exact]')];
  if (!quotes.length) return;
  const read = readText();
  const ranges = [];
  for (const quote of quotes) {
    const range = rangeOf(quote.dataset, read);
    if (!range) continue;
    ranges.push(range);
    quote.parentElement.querySelector('a[href^="#"]')?.addEventListener('click', event => {
      event.preventDefault();
      const target = range.startContainer.parentElement;
      target.scrollIntoView({block: 'center'});
      target.tabIndex = -1;
      target.focus({preventScroll: true});
    });
  }
  if (window.Highlight && CSS.highlights) CSS.highlights.set('passages', new Highlight(...ranges));
}

function offerButton() {
  const button = document.createElement('a');
  button.className = 'button button--main annotate-here';
  button.textContent = list.dataset.button;
  button.hidden = true;
  document.body.append(button);
  document.addEventListener('selectionchange', () => {
    const chosen = getSelection();
    const range = chosen.rangeCount ? chosen.getRangeAt(0) : null;
    const words = range && !range.collapsed && text.contains(range.commonAncestorContainer)
      ? chosen.toString().trim() : '';
    button.hidden = words.length < 3 || words.length > 600;
    if (button.hidden) return;
    const before = document.createRange();
    before.selectNodeContents(text);
    before.setEnd(range.startContainer, range.startOffset);
    const after = document.createRange();
    after.selectNodeContents(text);
    after.setStart(range.endContainer, range.endOffset);
    button.href = list.dataset.annotate.replace(/passage=$/, new URLSearchParams({
      passage: words, avant: before.toString().slice(-40), apres: after.toString().slice(0, 40),
    }));
    const box = range.getBoundingClientRect();
    button.style.insetBlockStart = `${scrollY + box.bottom + 8}px`;
    button.style.insetInlineStart = `${Math.max(8, Math.min(box.left, innerWidth - 140))}px`;
  });
}

if (text && list) {
  showPassages();
  if (list.querySelector('.buttons a')) offerButton();
}
