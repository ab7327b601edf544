import type { Component } from 'svelte';
import type { Panel } from '../state/choices';

const PARTS: Partial<Record<Panel, () => Promise<{ default: Component }>>> = {
  routes: () => import('./routes/RoutesPanel.svelte'),
  reach: () => import('./reach/ReachPanel.svelte'),
  matrix: () => import('./matrix/MatrixPanel.svelte'),
  measure: () => import('./measure/MeasurePanel.svelte'),
  scenario: () => import('./scenario/ScenarioPanel.svelte'),
  regions: () => import('./regions/RegionsPanel.svelte'),
  stories: () => import('./stories/StoriesPanel.svelte'),
  layers: () => import('./layers/LayersPanel.svelte'),
  data: () => import('./data/DataPanel.svelte'),
};

/** Panels that are not open at first are loaded when they are; the first is part of the page. */
export const loadPanel = (panel: Panel): Promise<{ default: Component }> | undefined =>
  PARTS[panel]?.();
