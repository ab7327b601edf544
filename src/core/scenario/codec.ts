import { UserError } from '../errors';
import { parseScenario } from './parse';
import type { AddedLink, Scenario } from './types';
import type { ScenarioVocabulary } from './vocabulary';

/** Longest code that is read: what browsers and chat programs still carry in an address. */
export const MAX_CODE_LENGTH = 16_000;

/**
 * A scenario as a short text for an address: its JSON with one-letter keys and without defaults, in
 * base64url. `decodeScenario` gives the same scenario back.
 */
export function encodeScenario(scenario: Scenario): string {
  const { version, id, name, on, off, add, set, month } = scenario;
  const short: Record<string, unknown> = { v: version, i: id };
  if (name !== id) short.n = name;
  if (on.length > 0) short.o = on;
  if (off.length > 0) short.f = off;
  if (add.length > 0) short.a = add.map(shortLink);
  const changes = Object.entries(set);
  if (changes.length > 0)
    short.s = changes.map(([key, { low, typical, high }]) => [key, low, typical, high]);
  if (month !== undefined) short.m = month;
  return toBase64Url(JSON.stringify(short));
}

const shortLink = (link: AddedLink): unknown[] => [
  link.id,
  link.from,
  link.to,
  link.mode,
  link.gauges,
  link.speedKmh,
  link.status,
  link.lengthFactor,
  link.borderAt,
  link.through,
  link.name ?? 0,
  link.opens ?? 0,
];

/**
 * The scenario that a code stands for, checked like a document.
 *
 * @throws UserError `bad-scenario-code` where it is no code, else as `parseScenario`
 */
export function decodeScenario(code: string, known?: ScenarioVocabulary): Scenario {
  if (code.length > MAX_CODE_LENGTH)
    throw new UserError(
      'bad-scenario-code',
      `the scenario code has ${code.length} characters; at most ${MAX_CODE_LENGTH} are read`,
    );
  let short: unknown;
  try {
    short = JSON.parse(fromBase64Url(code));
  } catch {
    short = undefined;
  }
  if (typeof short !== 'object' || short === null || Array.isArray(short))
    throw new UserError(
      'bad-scenario-code',
      'the scenario in the address cannot be read; copy the whole address again',
    );
  const { v, i, n, o, f, a, s, m } = short as Record<string, unknown>;
  const document: Record<string, unknown> = { version: v, id: i };
  if (n !== undefined) document.name = n;
  if (o !== undefined) document.on = o;
  if (f !== undefined) document.off = f;
  if (a !== undefined) document.add = Array.isArray(a) ? a.map(longLink) : a;
  if (s !== undefined) document.set = Array.isArray(s) ? longSet(s) : s;
  if (m !== undefined) document.month = m;
  return parseScenario(document, known);
}

function longLink(short: unknown): unknown {
  if (!Array.isArray(short)) return short;
  const [id, from, to, mode, gauges, speedKmh, status, lengthFactor, borderAt, through] = short;
  const link: Record<string, unknown> = {
    ...{ id, from, to, mode, speedKmh, status, lengthFactor, borderAt, through },
  };
  if (mode === 'rail') link.gauges = gauges;
  if (short[10]) link.name = short[10];
  if (short[11]) link.opens = short[11];
  return link;
}

function longSet(changes: unknown[]): unknown {
  return Object.fromEntries(
    changes.map((change) => {
      const [key, low, typical, high] = Array.isArray(change) ? change : [];
      return [String(key), { low, typical, high }];
    }),
  );
}

function toBase64Url(text: string): string {
  let binary = '';
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(code: string): string {
  const binary = atob(code.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
