// Keys for the review of claims. The page works without this file: every key presses a button that is there.
const cards = () => [...document.querySelectorAll('[data-claim]')];
const current = () => document.activeElement?.closest('[data-claim]') ?? document.querySelector('[data-claim]:target') ?? cards()[0];

function show(card) {
  if (!card) return;
  card.focus();
  card.scrollIntoView({ block: 'nearest' });
  // The passage comes into view in its own pane, without moving the page.
  const pane = document.querySelector('.doc-pane');
  const passage = document.getElementById('c-' + card.id.slice(2));
  if (pane && passage && pane.scrollHeight > pane.clientHeight)
    pane.scrollTop += passage.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
  document.querySelectorAll('.src.here').forEach(s => s.classList.remove('here'));
  passage?.classList.add('here');
}

function press(card, what) {
  const target = card?.querySelector('[data-do=' + what + ']');
  if (!target) return;
  target.click();
  if (what === 'reject') card.querySelector('.ask[open] input[name=reason]')?.focus();
}

const keys = { a: 'accept', r: 'reject', c: 'correct', u: 'undo' };
document.addEventListener('keydown', e => {
  if (e.ctrlKey || e.metaKey || e.altKey || e.target.closest('input, select, textarea')) return;
  const key = e.key.toLowerCase();
  if (key === 'j' || key === 'k') {
    const all = cards();
    const at = all.indexOf(current());
    const started = document.activeElement?.closest('[data-claim]') || document.querySelector('[data-claim]:target');
    show(all[started ? Math.min(all.length - 1, Math.max(0, at + (key === 'j' ? 1 : -1))) : 0]);
  } else if (keys[key]) {
    press(current(), keys[key]);
  } else {
    return;
  }
  e.preventDefault();
});

// After a decision the page comes back at the same claim: the keys go on from there.
show(document.querySelector('[data-claim]:target'));
