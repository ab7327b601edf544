import type { EdgeProps, FullName, Mode, Status } from '../../core/types';
import type { Atlas } from '../atlas';
import { neededEdges } from './edges';

/** A line that a scenario can switch as a whole. */
export interface Switch {
  /** Line id. */
  id: string;
  name: FullName;
  mode: Mode;
  /** The statuses of its edges, without repetition. */
  statuses: Status[];
  /** Whether any of it can be used today. */
  built: boolean;
  edges: number;
}

const usable = (edge: EdgeProps): boolean =>
  edge.status === 'operating' || edge.status === 'seasonal';

/** Every line, those that are not built first, then by name. */
export function switches(atlas: Atlas): Promise<Switch[]> {
  return atlas.once('switches', async () => {
    const lines = new Map<string, EdgeProps[]>();
    for (const { properties } of await neededEdges(atlas)) {
      const line = lines.get(properties.line);
      if (line) line.push(properties);
      else lines.set(properties.line, [properties]);
    }
    return [...lines]
      .map(([id, edges]): Switch => ({
        id,
        name: edges[0]!.name,
        mode: edges[0]!.mode,
        statuses: [...new Set(edges.map((edge) => edge.status))],
        built: edges.some(usable),
        edges: edges.length,
      }))
      .sort((a, b) => Number(a.built) - Number(b.built) || (a.name.en < b.name.en ? -1 : 1));
  });
}
