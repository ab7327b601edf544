import { UserError } from '../errors';
import { nearestNames, suggestion } from '../nearest-names';
import type { Gauge, HoursRange, LngLat, Mode, Status } from '../types';
import { MODES, STATUSES } from '../types';
import { checker, type Checker } from './check';
import { SCENARIO_VERSION, type AddedLink, type Scenario } from './types';
import type { ScenarioVocabulary } from './vocabulary';

/** Bounds of a scenario document; beyond them it is refused, not cut. */
export const SCENARIO_LIMITS = {
  textLength: 200_000,
  nameLength: 200,
  links: 500,
  added: 50,
  through: 200,
  speedKmh: [1, 500],
  lengthFactor: [1, 3],
  hours: [0, 10_000],
} as const;

const GAUGES: readonly Gauge[] = [1520, 1435, 1067, 762];

/**
 * A scenario from JSON text or from a value that was read from it. With a vocabulary every id in it
 * is checked too.
 *
 * @throws UserError `bad-scenario`, `unknown-link`, `unknown-place`, `unknown-assumption`: one line
 *   that says where in the document, and what would be right
 */
export function parseScenario(input: unknown, known?: ScenarioVocabulary): Scenario {
  const check = checker();
  const document = check.object(typeof input === 'string' ? readJson(input) : input, 'scenario');
  check.keys(document, ['version', 'id', 'name', 'on', 'off', 'add', 'set', 'month'], 'scenario');
  if (document.version !== SCENARIO_VERSION)
    check.fail('version', document.version, `${SCENARIO_VERSION}, the only version there is`);
  const id = document.id === undefined ? 'scenario' : check.slug(document.id, 'id');
  const scenario: Scenario = {
    version: SCENARIO_VERSION,
    id,
    name: check.text(document.name ?? id, 'name', SCENARIO_LIMITS.nameLength),
    on: switchList(check, document.on, 'on', known),
    off: switchList(check, document.off, 'off', known),
    add: check
      .list(document.add, 'add', SCENARIO_LIMITS.added)
      .map((link, i) => parseLink(check, link, i, known)),
    set: parseSet(check, document.set, known),
  };
  if (document.month !== undefined) scenario.month = check.whole(document.month, 'month', 1, 12);
  const twice = scenario.add.find((link, i) =>
    scenario.add.some((other, k) => k < i && other.id === link.id),
  );
  if (twice) check.fail('add', twice.id, 'an id of its own for every added link');
  return scenario;
}

function readJson(text: string): unknown {
  if (text.length > SCENARIO_LIMITS.textLength)
    throw new UserError(
      'bad-scenario',
      `the scenario has ${text.length} characters; at most ${SCENARIO_LIMITS.textLength} are read`,
    );
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new UserError(
      'bad-scenario',
      'the scenario is not JSON; see the scenarios of the product for the form',
    );
  }
}

function switchList(
  check: Checker,
  value: unknown,
  place: string,
  known: ScenarioVocabulary | undefined,
): string[] {
  const ids = check
    .list(value, place, SCENARIO_LIMITS.links)
    .map((id, i) => check.text(id, `${place}[${i}]`, SCENARIO_LIMITS.nameLength));
  for (const id of ids)
    if (known)
      mustKnow(id, known.links, 'unknown-link', `${place}: no line, edge, crossing or port`);
  return [...new Set(ids)];
}

function mustKnow(id: string, known: Set<string>, code: string, what: string): void {
  if (!known.has(id))
    throw new UserError(
      code,
      `scenario ${what} is called "${id}"${suggestion(nearestNames(id, known))}`,
    );
}

function parseLink(
  check: Checker,
  value: unknown,
  index: number,
  known: ScenarioVocabulary | undefined,
): AddedLink {
  const at = `add[${index}]`;
  const link = check.object(value, at);
  const keys = ['id', 'name', 'from', 'to', 'through', 'mode', 'gauge', 'gauges', 'speedKmh'];
  check.keys(link, [...keys, 'status', 'lengthFactor', 'borderAt', 'opens'], at);
  const end = (side: 'from' | 'to'): string | LngLat => {
    const place = link[side];
    if (typeof place !== 'string') return check.lngLat(place, `${at}.${side}`);
    if (/^-?[\d.]+\s*,\s*-?[\d.]+$/.test(place))
      check.fail(`${at}.${side}`, place, `[${place}], a point without quotes, or an id`);
    if (known) mustKnow(place, known.nodes, 'unknown-place', `${at}.${side}: no place`);
    return check.text(place, `${at}.${side}`, SCENARIO_LIMITS.nameLength);
  };
  const mode = check.oneOf<Mode>(link.mode ?? 'rail', `${at}.mode`, MODES);
  const [minSpeed, maxSpeed] = SCENARIO_LIMITS.speedKmh;
  const [minFactor, maxFactor] = SCENARIO_LIMITS.lengthFactor;
  const parsed: AddedLink = {
    id: link.id === undefined ? `added-${index + 1}` : check.slug(link.id, `${at}.id`),
    from: end('from'),
    to: end('to'),
    through: check
      .list(link.through, `${at}.through`, SCENARIO_LIMITS.through)
      .map((point, i) => check.lngLat(point, `${at}.through[${i}]`)),
    mode,
    gauges: gaugesOf(check, link, mode, at),
    speedKmh: check.number(link.speedKmh, `${at}.speedKmh`, minSpeed, maxSpeed),
    status: check.oneOf<Status>(link.status ?? 'planned', `${at}.status`, STATUSES),
    lengthFactor: check.number(link.lengthFactor ?? 1, `${at}.lengthFactor`, minFactor, maxFactor),
    borderAt: check.number(link.borderAt ?? 0.5, `${at}.borderAt`, 0, 1),
  };
  if (parsed.from === parsed.to || String(parsed.from) === String(parsed.to))
    check.fail(`${at}.to`, link.to, 'another place than its start');
  if (link.name !== undefined)
    parsed.name = check.text(link.name, `${at}.name`, SCENARIO_LIMITS.nameLength);
  if (link.opens !== undefined) parsed.opens = check.whole(link.opens, `${at}.opens`, 1800, 2200);
  return parsed;
}

function gaugesOf(check: Checker, link: Record<string, unknown>, mode: Mode, at: string): Gauge[] {
  if (mode !== 'rail') return [];
  const gauges = link.gauges ?? (link.gauge === undefined ? undefined : [link.gauge]);
  if (!Array.isArray(gauges) || gauges.length === 0 || gauges.length > GAUGES.length)
    return check.fail(`${at}.gauge`, link.gauge, `one of ${GAUGES.join(', ')} (mm)`);
  return gauges.map((gauge) => check.oneOf<Gauge>(gauge, `${at}.gauge`, GAUGES));
}

function parseSet(
  check: Checker,
  value: unknown,
  known: ScenarioVocabulary | undefined,
): Record<string, HoursRange> {
  const entries = Object.entries(value === undefined ? {} : check.object(value, 'set'));
  if (entries.length > SCENARIO_LIMITS.links)
    check.fail('set', entries.length, `at most ${SCENARIO_LIMITS.links} changes`);
  return Object.fromEntries(
    entries.map(([id, range]) => {
      if (known && !known.crossings.has(id))
        mustKnow(id, known.assumptions, 'unknown-assumption', 'set: no assumption or crossing');
      return [id, parseRange(check, range, `set.${id}`)];
    }),
  );
}

function parseRange(check: Checker, value: unknown, at: string): HoursRange {
  const range = check.object(value, at);
  check.keys(range, ['low', 'typical', 'high'], at);
  const [min, max] = SCENARIO_LIMITS.hours;
  const number = (key: string): number => check.number(range[key], `${at}.${key}`, min, max);
  const parsed = { low: number('low'), typical: number('typical'), high: number('high') };
  if (parsed.low > parsed.typical || parsed.typical > parsed.high)
    check.fail(at, `${parsed.low}, ${parsed.typical}, ${parsed.high}`, 'low <= typical <= high');
  if (at.startsWith('set.speed-') && parsed.low === 0)
    check.fail(`${at}.low`, 0, 'a speed above 0 km/h');
  return parsed;
}
