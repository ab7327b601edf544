import type { Feature, LineString, MultiLineString, Point } from 'geojson';
import type {
  CrossingProps,
  EdgeProps,
  HubProps,
  NodeProps,
  PortProps,
} from '../../../src/core/types';

export type NodeFeature = Feature<Point, NodeProps>;
export type EdgeFeature = Feature<LineString | MultiLineString, EdgeProps>;

/** The places that edges may end on and that are built before any edge. */
export interface Places {
  hubs: Feature<Point, HubProps>[];
  ports: Feature<Point, PortProps>[];
  crossings: Feature<Point, CrossingProps>[];
}

/** What one builder adds to the network: its own nodes, and edges between any nodes. */
export interface NetworkPart {
  nodes: NodeFeature[];
  edges: EdgeFeature[];
}

/** A builder of a part of the network. Registered in geodata/build/main.ts. */
export type NetworkBuilder = (places: Places) => NetworkPart;
