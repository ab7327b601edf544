import type { ProfileNode, TraceEvent } from './main-thread';

/** Categories that `mainThreadWork` reads. */
export const TRACED = [
  'toplevel',
  'devtools.timeline',
  'blink.user_timing',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-v8.cpu_profiler',
];

export interface MainThreadWork {
  tasks: number;
  /** Milliseconds of the processor in the longest task, whoever's work it is. */
  longestMs: number;
  /** The same without what only functions of the map library were at work on. */
  longestOwnMs: number;
  /** The longest tasks by their own part: when, and what was seen in them. */
  worst: { atMs: number; ownMs: number; allMs: number; seen: string[] }[];
}

type Owner = 'map' | 'own' | 'other';

interface Sample {
  ts: number;
  ms: number;
  owner: Owner;
  name: string;
}

/**
 * What the main thread of a page did from a mark of `performance.mark` on: before it, the browser
 * prepares its own recording. A task is what the browser runs in one go. The profile in the
 * trace tells about each millisecond which functions were at work, with the file they stand in:
 * where these are the map library's alone, the time is the library's; everything else, the browser's
 * own work on the page's elements and the collecting of garbage included, counts as the page's own.
 */
export function mainThreadWork(trace: Buffer, mapFile: RegExp, mark: string): MainThreadWork {
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { traceEvents: TraceEvent[] };
  const threads = traceEvents
    .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
    .map(({ pid, tid }) => `${pid}/${tid}`);
  const isMain = ({ pid, tid }: TraceEvent): boolean => threads.includes(`${pid}/${tid}`);
  const from = traceEvents.find(
    ({ name, cat }) => name === mark && cat === 'blink.user_timing',
  )!.ts;
  const tasks = traceEvents.filter(
    (event) => event.name === 'RunTask' && event.ts >= from && isMain(event),
  );
  const samples = traceEvents
    .filter((event) => event.name === 'Profile' && isMain(event))
    .map((profile) => ({ pid: profile.pid, list: samplesOf(profile, traceEvents, mapFile) }));
  const start = Math.min(...tasks.map(({ ts }) => ts));
  const parts = traceEvents
    .filter((event) => event.ph === 'X' && event.name !== 'RunTask' && isMain(event))
    .sort((a, b) => a.ts - b.ts);
  const all = tasks.map(({ pid, ts, dur = 0, tdur = dur }) => {
    const within = samples
      .filter((of) => of.pid === pid)
      .flatMap(({ list }) => between(list, ts, ts + dur));
    const map = within.reduce((sum, { owner, ms }) => sum + (owner === 'map' ? ms : 0), 0);
    // The profile knows the clock, not the processor: the task's share of both is taken for each.
    const allMs = tdur / 1000;
    const ownMs = dur > 0 ? Math.max(0, allMs - (map * tdur) / dur) : 0;
    return { pid, ts, dur, ownMs, allMs, within };
  });
  return {
    tasks: all.length,
    longestMs: Math.max(...all.map(({ allMs }) => allMs)),
    longestOwnMs: Math.max(...all.map(({ ownMs }) => ownMs)),
    worst: all
      .toSorted((a, b) => b.ownMs - a.ownMs)
      .slice(0, 5)
      .map(({ ts, dur, ownMs, allMs, within }) => {
        const functions = within.filter(({ owner }) => owner === 'own').map(({ name }) => name);
        const longest = between(parts, ts, ts + dur)
          .filter(({ dur = 0 }) => dur > 5000)
          .map(({ name, dur = 0 }) => `${name} ${Math.round(dur / 1000)} ms`);
        const seen = [...new Set([...functions.slice(0, 20), ...longest])].slice(0, 16);
        return { atMs: (ts - start) / 1000, ownMs, allMs, seen };
      }),
  };
}

function samplesOf(profile: TraceEvent, events: TraceEvent[], mapFile: RegExp): Sample[] {
  const nodes = new Map<number, ProfileNode>();
  const samples: Sample[] = [];
  let ts = profile.args?.data?.startTime ?? profile.ts;
  let before: Owner = 'other';
  for (const { name, pid, id, args } of events) {
    if (name !== 'ProfileChunk' || pid !== profile.pid || id !== profile.id) continue;
    const { cpuProfile, timeDeltas = [] } = args?.data ?? {};
    for (const node of cpuProfile?.nodes ?? []) nodes.set(node.id, node);
    (cpuProfile?.samples ?? []).forEach((node, i) => {
      const delta = timeDeltas[i] ?? 0;
      ts += delta;
      const { functionName } = nodes.get(node)!.callFrame;
      // Garbage is collected for whoever was at work.
      const owner = functionName === '(garbage collector)' ? before : ownerOf(node, nodes, mapFile);
      // A delta is the time since the sample before.
      if (samples.length > 0) samples.at(-1)!.ms = delta / 1000;
      samples.push({ ts, ms: 0, owner, name: functionName });
      before = owner;
    });
  }
  return samples;
}

/** By all functions on the stack: one of the page's own is enough to make it the page's. */
function ownerOf(node: number, nodes: Map<number, ProfileNode>, mapFile: RegExp): Owner {
  let owner: Owner = 'other';
  for (let at = nodes.get(node); at; at = nodes.get(at.parent ?? -1)) {
    const url = at.callFrame.url ?? '';
    if (url === '') continue;
    if (!mapFile.test(url)) return 'own';
    owner = 'map';
  }
  return owner;
}

/** What lies in a stretch of time, from a list in the order of time. */
function between<T extends { ts: number }>(list: readonly T[], from: number, to: number): T[] {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.ts < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < list.length && list[end]!.ts <= to) end += 1;
  return list.slice(low, end);
}
