/** What the main thread of a page did, read from a browser's trace with a profile of its scripts. */

/** Categories that a trace must have been recorded with. */
export const TRACE_CATEGORIES = [
  'blink.user_timing',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-v8.cpu_profiler',
  'toplevel',
  'v8.execute',
];

/** Name of the performance mark that the page must set: what was before it is not looked at. */
export const BEGIN_MARK = 'begin';

/** One event of a browser's trace; times in microseconds. */
interface TraceEvent {
  name: string;
  cat?: string;
  ph: string;
  id?: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** Time that the processor gave to it: what else the machine does does not count. */
  tdur?: number;
  args?: {
    name?: string;
    data?: {
      startTime?: number;
      timeDeltas?: number[];
      cpuProfile?: { nodes?: ProfileNode[]; samples?: number[] };
    };
  };
}

interface ProfileNode {
  id: number;
  parent?: number;
  callFrame: { functionName: string; scriptId: string | number; url?: string };
}

interface Sample {
  ts: number;
  node: number;
}

/** What a test prints of tasks: those with most of our own work, and where it went. */
export function worstTasks(tasks: readonly Task[]): string {
  const longest = tasks.reduce((most, { ms }) => Math.max(most, ms), 0);
  const worst = tasks.slice(0, 3).map(({ ownMs, ms, where }) => {
    return `  ${ownMs.toFixed(0)} of ${ms.toFixed(0)} ms: ${where.join(', ')}`;
  });
  return `${tasks.length} tasks over 1 ms, the longest ${longest.toFixed(0)} ms; of our own at most:\n${worst.join('\n')}`;
}

/** One task of the main thread. */
export interface Task {
  /** Milliseconds of the processor. */
  ms: number;
  /** What of it was spent neither in MapLibre nor for the test: our scripts, layout, paint, garbage. */
  ownMs: number;
  /** Where its own time went: functions by their share of it, the largest first. */
  where: string[];
}

const isTiming = (cat = ''): boolean => cat.split(',').includes('blink.user_timing');

const NATIVE = new Set(['(root)', '(program)', '(garbage collector)', '(idle)']);

/**
 * The tasks of the page's main thread, those with most of our own work first. A sample of the
 * profile is MapLibre's where the nearest function that stands in a file stands in MapLibre's: what
 * MapLibre calls of ours is ours, what we call of MapLibre is MapLibre's. A script without a file is
 * the test's: the page has none (its CSP forbids them), Playwright looks for elements with one.
 */
export function mainThreadTasks(trace: Buffer, mapFile: RegExp): Task[] {
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { traceEvents: TraceEvent[] };
  const main = busiestMain(traceEvents);
  const begin = traceEvents.find(({ name, cat }) => name === BEGIN_MARK && isTiming(cat))?.ts;
  if (begin === undefined) throw new Error(`the trace has no mark "${BEGIN_MARK}"`);
  const tasks = traceEvents
    .filter(
      ({ name, ph, pid, tid, ts, dur }) =>
        ts >= begin &&
        ph === 'X' &&
        name === 'RunTask' &&
        `${pid}/${tid}` === main &&
        (dur ?? 0) > 1000,
    )
    .sort((a, b) => a.ts - b.ts);
  const { samples, frames } = profileOf(traceEvents, main);
  let at = 0;
  return tasks
    .map(({ ts, dur = 0, tdur }): Task => {
      while (at < samples.length && samples[at]!.ts < ts) at++;
      const own = new Map<string, number>();
      let [all, others] = [0, 0];
      for (; at < samples.length && samples[at]!.ts < ts + dur; at++) {
        const { url, test, what } = frames(samples[at]!.node);
        all++;
        if (test || mapFile.test(url)) others++;
        else own.set(what, (own.get(what) ?? 0) + 1);
      }
      const ms = (tdur ?? dur) / 1000;
      return {
        ms,
        ownMs: all > 0 ? (ms * (all - others)) / all : ms,
        where: [...own]
          .sort((a, b) => b[1] - a[1])
          .slice(0, 4)
          .map(([what, count]) => `${what} ${((ms * count) / all).toFixed(0)} ms`),
      };
    })
    .sort((a, b) => b.ownMs - a.ownMs);
}

/** `pid/tid` of the renderer's main thread with most events: the page's, not that of a blank one. */
function busiestMain(events: readonly TraceEvent[]): string {
  const counts = new Map<string, number>();
  for (const { name, pid, tid, args } of events)
    if (name === 'thread_name' && args?.name === 'CrRendererMain') counts.set(`${pid}/${tid}`, 0);
  for (const { pid, tid } of events) {
    const count = counts.get(`${pid}/${tid}`);
    if (count !== undefined) counts.set(`${pid}/${tid}`, count + 1);
  }
  const [busiest] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!busiest) throw new Error('the trace has no main thread');
  return busiest[0];
}

/** The samples of the main thread's profile, in time, and for each node the file it counts for. */
function profileOf(events: readonly TraceEvent[], main: string) {
  const start = events.find(({ name, pid, tid }) => name === 'Profile' && `${pid}/${tid}` === main);
  if (!start) throw new Error('the trace has no profile of the main thread');
  const nodes = new Map<number, ProfileNode>();
  const samples: Sample[] = [];
  let ts = start.args?.data?.startTime ?? start.ts;
  for (const event of events) {
    if (event.name !== 'ProfileChunk' || event.pid !== start.pid || event.id !== start.id) continue;
    const { cpuProfile, timeDeltas = [] } = event.args?.data ?? {};
    for (const node of cpuProfile?.nodes ?? []) nodes.set(node.id, node);
    (cpuProfile?.samples ?? []).forEach((node, i) => {
      ts += timeDeltas[i] ?? 0;
      // Garbage is collected for whoever was at work.
      const garbage = nodes.get(node)?.callFrame.functionName === '(garbage collector)';
      samples.push({ ts, node: garbage ? (samples.at(-1)?.node ?? node) : node });
    });
  }
  const known = new Map<number, Frame>();
  const frames = (id: number): Frame => {
    let found = known.get(id);
    if (!found) known.set(id, (found = frameOf(nodes, id)));
    return found;
  };
  return { samples: samples.sort((a, b) => a.ts - b.ts), frames };
}

interface Frame {
  url: string;
  test: boolean;
  what: string;
}

function frameOf(nodes: ReadonlyMap<number, ProfileNode>, id: number): Frame {
  const leaf = nodes.get(id);
  const name = leaf?.callFrame.functionName ?? '(unknown)';
  for (let node = leaf; node; node = nodes.get(node.parent ?? -1)) {
    const { url = '', scriptId, functionName } = node.callFrame;
    if (url || Number(scriptId) > 0)
      return {
        ...{ url, test: url === '' },
        what: `${functionName || 'anonymous'} of ${url.split('/').pop()}`,
      };
  }
  return { url: '', test: false, what: NATIVE.has(name) ? name : `(native) ${name}` };
}
