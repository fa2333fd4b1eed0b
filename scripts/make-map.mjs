// Makes data/map/europe.txt: coasts and borders of Europe, projected and simplified. Run: node scripts/make-map.mjs
// Needs Node 20+ and npm; packages are fetched with "npm pack" into a temporary folder, nothing is installed.
//
// Source: Natural Earth 1:50m, public domain, through the npm package world-atlas 2.0.2 (topology read with topojson-client 3.1.0).
// Projection: Lambert azimuthal equal-area, GRS 80, centre 52 N 10 E (EPSG:3035); unit: whole kilometres.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const OUT = join(dirname(fileURLToPath(import.meta.url)), '..', 'data', 'map', 'europe.txt');

// What the map may show, in kilometres of EPSG:3035: Azores left out, Iceland to the Urals, North Cape to Crete.
const WINDOW = { left: 2400, right: 7600, bottom: 1100, top: 5600 };
const LEAST_TRIANGLE = 5; // km2: a point that changes the outline by less is left out
const LEAST_ISLAND = 120; // km2: smaller rings are left out unless they are the largest of their country

const CODES = Object.fromEntries(('008AL 012DZ 020AD 031AZ 040AT 051AM 056BE 070BA 100BG 112BY 191HR 196CY 203CZ 208DK 818EG 233EE 234FO '
  + '246FI 248AX 250FR 268GE 276DE 300GR 304GL 348HU 352IS 364IR 368IQ 372IE 376IL 275PS 380IT 398KZ 400JO 422LB 428LV 434LY 438LI '
  + '440LT 442LU 470MT 492MC 498MD 499ME 504MA 528NL 807MK 578NO 616PL 620PT 642RO 643RU 674SM 688RS 703SK 705SI 724ES 752SE 756CH '
  + '760SY 788TN 792TR 795TM 804UA 826GB 831GG 832JE 833IM 860UZ 336VA').split(' ').map(c => [c.slice(0, 3), c.slice(3)]));
const BY_NAME = { Kosovo: 'XK', 'N. Cyprus': 'CY' };

const work = mkdtempSync(join(tmpdir(), 'map-'));
try {
  const topojson = createRequire(import.meta.url)(join(unpack('topojson-client@3.1.0'), 'dist', 'topojson-client.js'));
  const world = JSON.parse(readFileSync(join(unpack('world-atlas@2.0.2'), 'countries-50m.json'), 'utf8'));
  writeFileSync(OUT, convert(world, topojson));
} finally {
  rmSync(work, { recursive: true, force: true });
}

function unpack(spec) {
  const file = execFileSync('npm', ['pack', '--silent', spec], { cwd: work, encoding: 'utf8' }).trim().split('\n').pop();
  const target = mkdtempSync(join(work, 'p-'));
  execFileSync('tar', ['xzf', join(work, file), '-C', target]);
  return join(target, 'package');
}

function convert(world, topojson) {
  const arcs = world.arcs.map(arc => decode(arc, world.transform));
  const projected = arcs.map(arc => arc.map(([lon, lat]) => laea(lat, lon)));
  const countries = collect(world, arcs, projected);
  const land = mergedRings(world, topojson, countries);
  const used = new Map();
  const number = arc => { const i = arc < 0 ? ~arc : arc; if (!used.has(i)) used.set(i, used.size); return arc < 0 ? ~used.get(i) : used.get(i); };
  const rings = list => list.map(ring => ring.map(number).join(' ')).join(';');
  const lines = [`land\t${rings(land)}`, ...[...countries].sort().map(([code, list]) => `country\t${code}\t${rings(list)}`)];
  const borders = sharedArcs(countries).map(number).sort((a, b) => a - b);
  const drawn = [...used.keys()].map(i => `arc\t${deltas(simplify(projected[i]))}`);
  const text = ['# Natural Earth 1:50m, public domain, through world-atlas 2.0.2. Made by scripts/make-map.mjs; do not edit.',
    '# EPSG:3035 in whole kilometres: arcs as first point and steps; rings as arc numbers (~n: backwards), parted by semicolons.',
    ...drawn, ...lines, `border\t${borders.join(' ')}`].join('\n') + '\n';
  console.log(`${drawn.length} arcs, ${drawn.join(' ').split(' ').length / 2 | 0} points, ${countries.size} countries, ${text.length} bytes`);
  return text;
}

function decode(arc, { scale, translate }) {
  let x = 0, y = 0;
  return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
}

// EPSG method 9820, ellipsoidal; the same as Platform/Maps/Laea.cs, which is tested against published coordinates.
function laea(lat, lon) {
  const a = 6378.137, f = 1 / 298.257222101, e2 = f * (2 - f), e = Math.sqrt(e2), rad = Math.PI / 180;
  const q = phi => { const s = Math.sin(phi); return (1 - e2) * (s / (1 - e2 * s * s) - Math.log((1 - e * s) / (1 + e * s)) / (2 * e)); };
  const qp = q(Math.PI / 2), beta = phi => Math.asin(q(phi) / qp);
  const phi0 = 52 * rad, beta0 = beta(phi0), rq = a * Math.sqrt(qp / 2);
  const d = a * Math.cos(phi0) / Math.sqrt(1 - e2 * Math.sin(phi0) ** 2) / (rq * Math.cos(beta0));
  const b = beta(lat * rad), dl = (lon - 10) * rad;
  const k = rq * Math.sqrt(2 / (1 + Math.sin(beta0) * Math.sin(b) + Math.cos(beta0) * Math.cos(b) * Math.cos(dl)));
  return [4321 + k * d * Math.cos(b) * Math.sin(dl), 3210 + k / d * (Math.cos(beta0) * Math.sin(b) - Math.sin(beta0) * Math.cos(b) * Math.cos(dl))];
}

function collect(world, arcs, projected) {
  const countries = new Map();
  for (const g of world.objects.countries.geometries) {
    const code = CODES[g.id] ?? BY_NAME[g.properties.name];
    if (!code || !g.arcs) continue;
    for (const polygon of g.type === 'Polygon' ? [g.arcs] : g.arcs) {
      // The General Assembly (resolution 68/262) holds Crimea to be part of Ukraine; Natural Earth draws who is in control.
      const owner = code === 'RU' && inside(polygon[0], arcs, 34.3, 45.2) ? 'UA' : code;
      if (!countries.has(owner)) countries.set(owner, []);
      countries.get(owner).push(...polygon.map(ring => ({ ring, area: Math.abs(area(points(ring, projected))) })));
    }
  }
  for (const [code, rings] of countries) {
    const largest = Math.max(...rings.map(r => r.area));
    const kept = rings.filter(r => r.area >= Math.min(LEAST_ISLAND, largest) && seen(points(r.ring, projected))).map(r => r.ring);
    if (kept.length) countries.set(code, kept); else countries.delete(code);
  }
  return countries;
}

function mergedRings(world, topojson, countries) {
  const geometries = [...countries.values()].flat().map(ring => ({ type: 'Polygon', arcs: [ring] }));
  return topojson.mergeArcs(world, geometries).arcs.flat();
}

function sharedArcs(countries) {
  const owners = new Map();
  for (const [code, rings] of countries)
    for (const arc of rings.flat()) {
      const i = arc < 0 ? ~arc : arc;
      owners.set(i, (owners.get(i) ?? new Set()).add(code));
    }
  return [...owners].filter(([, codes]) => codes.size > 1).map(([i]) => i);
}

function points(ring, arcs) {
  return ring.flatMap((arc, i) => (arc < 0 ? [...arcs[~arc]].reverse() : arcs[arc]).slice(i ? 1 : 0));
}

function area(ring) {
  return ring.reduce((sum, [x, y], i) => { const [u, v] = ring[(i + 1) % ring.length]; return sum + x * v - u * y; }, 0) / 2;
}

function seen(ring) {
  return ring.some(([x, y]) => x > WINDOW.left && x < WINDOW.right && y > WINDOW.bottom && y < WINDOW.top);
}

function inside(ring, arcs, lon, lat) {
  const p = points(ring, arcs);
  return p.reduce((odd, [x, y], i) => {
    const [u, v] = p[(i + 1) % p.length];
    return (y > lat) !== (v > lat) && lon < (u - x) * (lat - y) / (v - y) + x ? !odd : odd;
  }, false);
}

// Visvalingam: take out the point that spans the smallest triangle until all span enough; outside the window much more.
function simplify(arc) {
  const p = arc.slice(), least = closed(p) ? 4 : 2;
  const weight = i => {
    const [a, b, c] = [p[i - 1], p[i], p[i + 1]];
    const triangle = Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
    return seen([b]) ? triangle : triangle / 2000;
  };
  for (;;) {
    let best = -1, smallest = LEAST_TRIANGLE;
    for (let i = 1; i < p.length - 1; i++) { const w = weight(i); if (w < smallest) [best, smallest] = [i, w]; }
    if (best < 0 || p.length <= least) return p;
    p.splice(best, 1);
  }
}

function closed(p) { return p[0][0] === p.at(-1)[0] && p[0][1] === p.at(-1)[1]; }

function deltas(arc) {
  let [x, y] = [0, 0];
  return arc.map(([u, v]) => { const s = `${Math.round(u) - x} ${Math.round(v) - y}`; [x, y] = [Math.round(u), Math.round(v)]; return s; }).join(' ');
}
