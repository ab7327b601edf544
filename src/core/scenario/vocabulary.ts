import { ASSUMPTION_IDS } from '../network/assumptions';
import type { NetworkData } from '../network/types';

/** The ids that a scenario may speak of. */
export interface ScenarioVocabulary {
  /** Lines, edges, crossings and ports: what can be switched. */
  links: Set<string>;
  /** Hubs, ports, crossings and nodes: where an added link may end. */
  nodes: Set<string>;
  crossings: Set<string>;
  assumptions: Set<string>;
}

/** Collected once from the data; passed to `parseScenario`. */
export function scenarioVocabulary(data: NetworkData): ScenarioVocabulary {
  const ids = (features: { properties: { id: string } }[]): string[] =>
    features.map((feature) => feature.properties.id);
  const crossings = ids(data.crossings);
  const ports = ids(data.ports);
  const lines = data.edges.map((edge) => edge.properties.line);
  return {
    links: new Set([...lines, ...ids(data.edges), ...crossings, ...ports]),
    nodes: new Set([...ids(data.hubs), ...ports, ...crossings, ...ids(data.nodes)]),
    crossings: new Set(crossings),
    assumptions: new Set([
      ASSUMPTION_IDS.gaugeChange,
      ...data.assumptions.map((assumption) => assumption.id),
    ]),
  };
}
