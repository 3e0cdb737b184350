// Lets the keyboard reach what scrolls in its own frame: wide tables, in browsers that do not by
// themselves (WCAG 2.2 SC 2.1.1).
'use strict';

const frames = new ResizeObserver(entries => {
  for (const {target} of entries) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute('tabindex');
  }
});
for (const frame of document.querySelectorAll('.prose :is(table, pre)')) frames.observe(frame);
