import { expose } from 'comlink';
import { Atlas } from '../data/atlas';
import { atlasOperations } from './atlas-operations';
import type { Analysis } from './messages';
import { networkOperations } from './network-operations';

/** geodata/ lies beside the page; the worker's own script lies in assets/. */
const atlas = new Atlas(async (file) => {
  const response = await fetch(new URL(`geodata/${file}`, pageFolder()));
  if (!response.ok) throw new Error(`the host answers ${response.status}`);
  return response.json() as Promise<unknown>;
});

function pageFolder(): string {
  return import.meta.env.DEV ? `${self.location.origin}/` : new URL('..', self.location.href).href;
}

const analysis: Analysis = { ...atlasOperations(atlas), ...networkOperations(atlas) };

expose(analysis);
