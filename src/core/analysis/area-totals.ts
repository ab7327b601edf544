import type { RailKm } from './region-rail';

/** A region of an area; `part`: only a part of it belongs to the area. */
export interface AreaMember {
  id: string;
  part: boolean;
}

/** What is added up over the regions of an area. */
export interface AreaGround {
  regions: ReadonlyMap<
    string,
    { areaKm2: number; population?: { value: number; year: number } | undefined }
  >;
  /** In the order in which they are to be listed. */
  hubs: readonly { id: string; region?: string | undefined }[];
  ports: readonly { id: string; region?: string | undefined }[];
  /** The regions on both sides of each crossing. */
  crossings: readonly { id: string; regions: readonly string[] }[];
  railKm: RailKm;
}

export interface AreaTotals {
  regions: AreaMember[];
  areaKm2: number;
  /** People by census. */
  population: number;
  /** First and last year of the censuses; absent where no region has a figure. */
  populationYears?: [min: number, max: number] | undefined;
  /** Regions that have no census figure: they count as none. */
  uncounted: string[];
  hubs: string[];
  ports: string[];
  crossings: string[];
  /** Km of operating railway by gauge in mm, `1435+1520` for dual-gauge track. */
  railKm: Record<string, number>;
}

/**
 * Totals over whole regions: one of which only a part belongs to the area counts in full, since no
 * figures of the part are at hand. A crossing counts where either of its sides lies in the area.
 * Members that are no region of the ground are left out.
 */
export function areaTotals(members: readonly AreaMember[], ground: AreaGround): AreaTotals {
  const regions = members.filter(({ id }) => ground.regions.has(id));
  const ids = new Set(regions.map(({ id }) => id));
  const inside = ({ region }: { region?: string | undefined }): boolean =>
    region !== undefined && ids.has(region);
  const totals: AreaTotals = {
    regions,
    areaKm2: 0,
    population: 0,
    uncounted: [],
    hubs: ground.hubs.filter(inside).map(({ id }) => id),
    ports: ground.ports.filter(inside).map(({ id }) => id),
    crossings: ground.crossings
      .filter((crossing) => crossing.regions.some((id) => ids.has(id)))
      .map(({ id }) => id),
    railKm: {},
  };
  for (const id of ids) {
    const { areaKm2, population } = ground.regions.get(id)!;
    totals.areaKm2 += areaKm2;
    if (population) {
      const { value, year } = population;
      const [min, max] = totals.populationYears ?? [year, year];
      totals.population += value;
      totals.populationYears = [Math.min(min, year), Math.max(max, year)];
    } else totals.uncounted.push(id);
    for (const [gauge, km] of Object.entries(ground.railKm.get(id) ?? {}))
      totals.railKm[gauge] = (totals.railKm[gauge] ?? 0) + km;
  }
  return totals;
}
