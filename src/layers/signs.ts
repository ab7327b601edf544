import type { Theme } from './theme';

/**
 * The map's point signs as paths in a box of 24 units, so that map, legend and paper draw the same.
 * Kinds differ by shape, never by colour alone.
 */

type Role = keyof Theme['sign'];

export interface SignPart {
  /** SVG path data. */
  d: string;
  fill?: Role;
  stroke?: Role;
  width?: number;
}

const circle = (r: number): string =>
  `M${12 - r} 12a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
const square = (r: number): string => `M${12 - r} ${12 - r}h${2 * r}v${2 * r}h${-2 * r}z`;
const diamond = (r: number): string => `M12 ${12 - r}l${r} ${r}l${-r} ${r}l${-r} ${-r}z`;

/** A regular polygon or star; radii alternate between its corners. */
function corners(count: number, radii: number[]): string {
  const points = Array.from({ length: count * radii.length }, (_, i) => {
    const angle = (i * 2 * Math.PI) / (count * radii.length) - Math.PI / 2;
    const r = radii[i % radii.length]!;
    return `${(12 + r * Math.cos(angle)).toFixed(2)} ${(12 + r * Math.sin(angle)).toFixed(2)}`;
  });
  return `M${points.join('L')}z`;
}

const TRACK = 'M9.6 6.5v11M14.4 6.5v11M7.6 9h8.8M7.6 12h8.8M7.6 15h8.8';
const WAVE = 'M6.6 10.4q1.8-2 3.6 0t3.6 0t3.6 0M6.6 14.2q1.8-2 3.6 0t3.6 0t3.6 0';
const ANCHOR = 'M12 8.4v9.4M12 8.6a1.5 1.5 0 1 1 .01 0M9.4 10.6h5.2M7 13.8q.8 4 5 4t5-4';

export const SIGNS = {
  'hub-national-capital': [
    { d: circle(10), fill: 'fill', stroke: 'stroke', width: 2 },
    { d: corners(5, [7.4, 2.9]), fill: 'stroke' },
  ],
  'hub-regional-capital': [
    { d: circle(9.2), fill: 'fill', stroke: 'stroke', width: 2.6 },
    { d: circle(4), fill: 'stroke' },
  ],
  'hub-city': [{ d: circle(8.6), fill: 'fill', stroke: 'stroke', width: 3.2 }],
  'hub-science': [
    { d: corners(6, [10]), fill: 'fill', stroke: 'stroke', width: 2.6 },
    { d: circle(2.6), fill: 'stroke' },
  ],
  'crossing-rail': [
    { d: square(9.4), fill: 'fill', stroke: 'stroke', width: 2 },
    { d: TRACK, stroke: 'stroke', width: 1.5 },
  ],
  'crossing-gauge-break': [
    { d: square(9.4), fill: 'fill', stroke: 'accent', width: 2 },
    { d: TRACK, stroke: 'accent', width: 1.5 },
    { d: 'M4.4 19.6L19.6 4.4', stroke: 'accent', width: 1.8 },
  ],
  'crossing-road': [
    { d: diamond(10.6), fill: 'fill', stroke: 'stroke', width: 2 },
    { d: 'M7.4 12h9.2', stroke: 'stroke', width: 2.6 },
  ],
  'crossing-river': [
    { d: 'M12 21L2.4 4h19.2z', fill: 'fill', stroke: 'stroke', width: 2 },
    { d: 'M7.4 8.6q1.5-1.8 3 0t3 0t3 0M9 12.4q1.5-1.8 3 0t3 0', stroke: 'stroke', width: 1.5 },
  ],
  'port-sea': [
    { d: circle(10.4), fill: 'port', stroke: 'fill', width: 1.4 },
    { d: ANCHOR, stroke: 'fill', width: 1.7 },
  ],
  'port-river': [
    { d: circle(10.4), fill: 'fill', stroke: 'port', width: 2 },
    { d: WAVE, stroke: 'port', width: 1.8 },
  ],
  station: [{ d: square(6.5), fill: 'fill', stroke: 'stroke', width: 3 }],
  'gauge-break': [
    { d: circle(8.4), fill: 'fill', stroke: 'accent', width: 2.6 },
    { d: 'M12 3.6a8.4 8.4 0 0 1 0 16.8z', fill: 'accent' },
  ],
} as const satisfies Record<string, readonly SignPart[]>;

export type SignId = keyof typeof SIGNS;

/** The name of a sign's image in the style: shape, state and theme. */
export const signImage = (sign: SignId, theme: Theme, closed = false): string =>
  `sign:${sign}:${closed ? 'closed' : 'open'}:${theme.id}`;

/** The parts of a sign in real colours. What is not in use is drawn in one faint ink. */
export function signParts(
  sign: SignId,
  theme: Theme,
  closed = false,
): { d: string; fill?: string; stroke?: string; width?: number }[] {
  const color = (role: Role): string =>
    closed ? theme.sign[role === 'fill' ? 'fill' : 'closed'] : theme.sign[role];
  return (SIGNS[sign] as readonly SignPart[]).map((part) => ({
    d: part.d,
    ...(part.fill ? { fill: color(part.fill) } : {}),
    ...(part.stroke ? { stroke: color(part.stroke), width: part.width ?? 1 } : {}),
  }));
}
