import type { Feature, LineString, MultiLineString, MultiPolygon, Point, Polygon } from 'geojson';
import type { GenericSchema, InferOutput } from 'valibot';
import { UserError, type Issue } from '../core/errors';
import type {
  Corridor,
  CountryCode,
  CrossingProps,
  EdgeProps,
  HubProps,
  NodeProps,
  PortProps,
  RegionProps,
  SettlementProps,
} from '../core/types';
import { loadCorridors, loadLayer, loadList, type Loaded, type Reader } from './load';

export type Line = LineString | MultiLineString;

/** Which features a layer holds; layers not named here are only drawn. */
interface LayerFeatures {
  hubs: Feature<Point, HubProps>;
  ports: Feature<Point, PortProps>;
  crossings: Feature<Point, CrossingProps>;
  nodes: Feature<Point, NodeProps>;
  railways: Feature<Line, EdgeProps>;
  roads: Feature<Line, EdgeProps>;
  'sea-routes': Feature<Line, EdgeProps>;
  countries: Feature<Polygon | MultiPolygon, { country: CountryCode }>;
  regions: Feature<Polygon | MultiPolygon, RegionProps>;
  settlements: Feature<Point, SettlementProps>;
}
type FeatureOf<Id extends string> = Id extends keyof LayerFeatures ? LayerFeatures[Id] : Feature;

/**
 * The data of the product, each file read and checked once, when it is first asked for; one that
 * could not be read is tried again whenever it is asked for again. The worker and the command `nv`
 * hold one each and put the same questions to it (src/data/questions).
 */
export class Atlas {
  /** Defects found in the files read so far. */
  issues: Issue[] = [];
  readonly #read: Reader;
  readonly #loaded = new Map<string, Promise<unknown>>();

  constructor(read: Reader) {
    this.#read = read;
  }

  /** The sound features of a layer; none of a file that cannot be read, so that the rest is drawn. */
  layer<Id extends string>(id: Id): Promise<FeatureOf<Id>[]> {
    return this.#file(`${id}.geojson`, () => loadLayer(id, this.#read)) as Promise<FeatureOf<Id>[]>;
  }

  /**
   * The same for a figure: of a file that cannot be read, none would be a wrong answer.
   * @throws UserError `data-unread`
   */
  async needed<Id extends string>(id: Id): Promise<FeatureOf<Id>[]> {
    const features = await this.layer(id);
    this.#refuseUnread(`${id}.geojson`);
    return features;
  }

  corridors(): Promise<Corridor[]> {
    return this.#file('corridors.json', () => loadCorridors(this.#read));
  }

  /**
   * The same for a figure.
   * @throws UserError `data-unread`
   */
  async neededCorridors(): Promise<Corridor[]> {
    const corridors = await this.corridors();
    this.#refuseUnread('corridors.json');
    return corridors;
  }

  /** Any other list of geodata/ whose items have a schema. */
  list<S extends GenericSchema>(file: string, schema: S): Promise<InferOutput<S>[]> {
    return this.#file(file, () => loadList(file, schema, this.#read));
  }

  /**
   * The same for a figure.
   * @throws UserError `data-unread`
   */
  async neededList<S extends GenericSchema>(file: string, schema: S): Promise<InferOutput<S>[]> {
    const items = await this.list(file, schema);
    this.#refuseUnread(file);
    return items;
  }

  /**
   * What `make` gives, made at the first call: indexes, networks, prepared grounds. What fails is
   * made anew at the next one.
   *
   * @param of files that it is made of as far as they can be read: while one cannot, it is not kept
   */
  once<T>(key: string, make: () => Promise<T>, of: readonly string[] = []): Promise<T> {
    const known = this.#loaded.get(key) as Promise<T> | undefined;
    if (known) return known;
    const made = make();
    this.#loaded.set(key, made);
    const forget = (): void => void this.#loaded.delete(key);
    made.then(() => {
      if (of.some((file) => this.#unread(file))) forget();
    }, forget);
    return made;
  }

  /** Any other JSON file of geodata/. */
  json(file: string): Promise<unknown> {
    return this.once(`json ${file}`, () => this.#read(file));
  }

  #unread(file: string): Issue | undefined {
    return this.issues.find(({ code, place }) => code === 'file-unreadable' && place === file);
  }

  #refuseUnread(file: string): void {
    const issue = this.#unread(file);
    if (issue) throw new UserError('data-unread', `${issue.message}; ${issue.fix} is needed`);
  }

  #file<T>(file: string, load: () => Promise<Loaded<T>>): Promise<T> {
    return this.once(
      `file ${file}`,
      async () => {
        const { value, issues } = await load();
        const before = this.#unread(file);
        this.issues = [...this.issues.filter((issue) => issue !== before), ...issues];
        return value;
      },
      [file],
    );
  }
}
