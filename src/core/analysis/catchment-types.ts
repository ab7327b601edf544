import type { MultiPolygon, Polygon } from 'geojson';
import type { CountryCode, LngLat, Name } from '../types';

/** A hub or crossing as a catchment asks for it. */
export interface CatchmentPlace {
  id: string;
  name: Name;
  /** Absent for crossings, which lie in two countries. */
  country?: CountryCode | undefined;
  lng: number;
  lat: number;
}

/** A settlement as a catchment asks for it. */
export interface CatchmentSettlement {
  id: string;
  name: Name;
  country: CountryCode;
  region?: string | undefined;
  lng: number;
  lat: number;
  population: number;
  /** Year of the population figure. */
  year: number;
}

/** A region (or a country drawn as one piece) as a catchment asks for it. */
export interface CatchmentRegion {
  id: string;
  name: Name;
  country: CountryCode;
  /** Census population; regions without one do not count towards the coverage. */
  population?: number | undefined;
  geometry: Polygon | MultiPolygon;
}

/** What stays the same while radius and line change: prepared once by `prepareGround`. */
export interface CatchmentGround {
  settlements: readonly CatchmentSettlement[];
  hubs: readonly CatchmentPlace[];
  crossings: readonly CatchmentPlace[];
  /** Must not overlap each other: shares and areas are added up. */
  regions: readonly CatchmentRegion[];
}

export interface CatchmentInput extends CatchmentGround {
  /** Lines between whose vertices the way is the geodesic; a line of one point is a place. */
  lines: readonly (readonly LngLat[])[];
  /** Above 0, at most 2,000. */
  radiusKm: number;
}

/** Where a place lies with respect to the line. */
export interface LinePosition {
  /** Geodesic distance to the nearest point of the lines. */
  distanceKm: number;
  /** Geometry length from the start of the first line to that point, gaps not counted. */
  chainageKm: number;
}

export interface PlaceInside extends LinePosition {
  id: string;
  name: Name;
  /** Absent for crossings, which lie in two countries. */
  country?: CountryCode | undefined;
  lng: number;
  lat: number;
}

export interface SettlementInside extends LinePosition {
  id: string;
  name: Name;
  country: CountryCode;
  lng: number;
  lat: number;
  population: number;
  year: number;
}

export interface RegionInside {
  id: string;
  name: Name;
  country: CountryCode;
  /** Part of the region that lies inside. */
  areaKm2: number;
  /** That part over the whole region, 0 to 1. */
  shareOfRegion: number;
  /** That part over the whole catchment, 0 to 1. */
  shareOfCatchment: number;
}

export interface CountryInside {
  /** Sum over the country's regions; what lies in no region is in `unassignedKm2`. */
  areaKm2: number;
  population: number;
  settlements: number;
}

export interface CatchmentResult {
  radiusKm: number;
  areaKm2: number;
  /** People of the settlements inside. */
  population: number;
  /** First and last year of their figures; absent where no settlement lies inside. */
  populationYears?: [min: number, max: number] | undefined;
  /**
   * Population of all listed settlements of the regions touched over the census population of these
   * regions; absent where no region touched has a census figure.
   */
  populationCoverage?: number | undefined;
  /** By population, largest first. */
  settlements: SettlementInside[];
  /** By chainage. */
  hubs: PlaceInside[];
  /** By chainage. */
  crossings: PlaceInside[];
  /** By area inside, largest first. */
  regions: RegionInside[];
  byCountry: Record<CountryCode, CountryInside>;
  /** Area inside that belongs to none of the regions given: sea, or land without regions. */
  unassignedKm2: number;
  /** RFC 7946, cut at 180 degrees. */
  geometry: Polygon | MultiPolygon;
}

/** One corridor among those whose catchments are told apart. */
export interface NamedLines {
  id: string;
  lines: readonly (readonly LngLat[])[];
}

export interface ExclusivePart {
  areaKm2: number;
  population: number;
  settlementCount: number;
  settlements: SettlementInside[];
}

export interface ExclusiveResult {
  radiusKm: number;
  /** Two corridors run together where their distances differ by no more than this. */
  toleranceKm: number;
  /** In the order of the corridors given: what is nearest to each. */
  corridors: (ExclusivePart & { id: string })[];
  /** What is equally near to two corridors or more. */
  shared: ExclusivePart;
  /** All together: the parts sum to it. */
  union: { areaKm2: number; population: number; settlementCount: number };
  /** Largest error of the split of the area (the union's own area is exact), as a share of it. */
  areaErrorShare: number;
}
