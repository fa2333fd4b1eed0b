// Pan and zoom for the map; without this file the whole map is there, with the same table below.
(() => {
  const most = 8;
  const setUp = box => {
    const svg = box.querySelector('svg.map');
    if (!svg || box.dataset.ready) return;
    box.dataset.ready = 'true';
    const whole = svg.viewBox.baseVal;
    const full = { x: whole.x, y: whole.y, w: whole.width, h: whole.height };
    let now = { ...full };

    const show = keep => {
      now.w = Math.min(full.w, Math.max(full.w / most, now.w));
      now.h = now.w * full.h / full.w;
      now.x = Math.min(full.x + full.w - now.w, Math.max(full.x, now.x));
      now.y = Math.min(full.y + full.h - now.h, Math.max(full.y, now.y));
      svg.setAttribute('viewBox', `${now.x} ${now.y} ${now.w} ${now.h}`);
      // Names and marks keep their size on the screen; through the object model, which the content policy allows.
      svg.style.setProperty('--zoom', full.w / now.w);
      box.classList.toggle('zoomed', now.w < full.w);
      if (!keep) return;
      const hash = now.w < full.w ? '#map=' + [now.x, now.y, now.w].map(Math.round).join(',') : '';
      history.replaceState(history.state, '', location.pathname + location.search + hash);
      const link = document.querySelector('[data-map-link]');
      if (link) link.hash = hash;
    };
    const zoom = (factor, fx = .5, fy = .5) => {
      const w = Math.min(full.w, Math.max(full.w / most, now.w / factor));
      const h = w * full.h / full.w;
      now = { x: now.x + (now.w - w) * fx, y: now.y + (now.h - h) * fy, w, h };
      show(true);
    };

    const bar = document.createElement('div');
    bar.className = 'zoom';
    for (const [text, act] of [[box.dataset.in, () => zoom(1.6)], [box.dataset.out, () => zoom(1 / 1.6)], [box.dataset.reset, () => { now = { ...full }; show(true); }]]) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn two sm';
      button.textContent = text;
      button.addEventListener('click', act);
      bar.append(button);
    }
    box.prepend(bar);

    // The wheel zooms only with Ctrl, so that the page can still be scrolled across the map.
    svg.addEventListener('wheel', e => {
      if (!e.ctrlKey) return;
      e.preventDefault();
      const r = svg.getBoundingClientRect();
      zoom(e.deltaY < 0 ? 1.25 : .8, (e.clientX - r.left) / r.width, (e.clientY - r.top) / r.height);
    }, { passive: false });

    let from = null;
    svg.addEventListener('pointerdown', e => { if (now.w < full.w && e.button === 0) from = { x: e.clientX, y: e.clientY, moved: false }; });
    addEventListener('pointermove', e => {
      if (!from) return;
      const r = svg.getBoundingClientRect();
      const dx = e.clientX - from.x, dy = e.clientY - from.y;
      if (!from.moved && Math.hypot(dx, dy) < 4) return;
      from = { x: e.clientX, y: e.clientY, moved: true };
      now.x -= dx * now.w / r.width;
      now.y -= dy * now.h / r.height;
      show(false);
    });
    addEventListener('pointerup', () => { if (from && from.moved) show(true); setTimeout(() => { from = null; }); });
    // A drag that ends on a mark is no click on it.
    svg.addEventListener('click', e => { if (from && from.moved) e.preventDefault(); }, true);
    svg.addEventListener('dragstart', e => e.preventDefault());
    // A mark that the keyboard reaches is brought into view.
    svg.addEventListener('focusin', e => {
      if (now.w === full.w || !e.target.getBBox) return;
      const b = e.target.getBBox();
      const x = b.x + b.width / 2, y = b.y + b.height / 2;
      if (x < now.x || x > now.x + now.w || y < now.y || y > now.y + now.h) { now.x = x - now.w / 2; now.y = y - now.h / 2; show(true); }
    });

    const kept = /^#map=(-?\d+),(-?\d+),(\d+)$/.exec(location.hash);
    if (kept) { now = { x: +kept[1], y: +kept[2], w: +kept[3] }; show(true); }
  };
  const all = () => document.querySelectorAll('[data-map]').forEach(setUp);
  all();
  document.addEventListener('htmx:afterSettle', all);
})();
