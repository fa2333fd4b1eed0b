// Small improvements; every page works without this file.
// After htmx has put a filtered list in place: tell screen readers how many results there are now.
document.addEventListener('htmx:afterSettle', () => {
  const count = document.querySelector('main [data-count]');
  if (!count) return;
  let live = document.getElementById('live');
  if (!live) {
    live = document.createElement('p');
    live.id = 'live';
    live.className = 'vh';
    live.setAttribute('aria-live', 'polite');
    document.body.append(live);
  }
  live.textContent = count.textContent;
});

// The error summary takes the focus, so that a keyboard or screen reader starts there.
document.querySelector('.errsum')?.focus();

// Close the language list with Escape or a click elsewhere.
document.addEventListener('keydown', e => {
  if (e.key === 'Escape') document.querySelectorAll('details.lang[open]').forEach(d => { d.open = false; d.querySelector('summary').focus(); });
});
document.addEventListener('click', e => {
  document.querySelectorAll('details.lang[open]').forEach(d => { if (!d.contains(e.target)) d.open = false; });
});
