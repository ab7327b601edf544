import { expose } from 'comlink';
import { Atlas } from '../data/atlas';
import { atlasOperations } from './atlas-operations';
import type { Analysis, CommandOperations, NetworkOperations } from './messages';
import { readFile } from './read-file';

const atlas = new Atlas(readFile);

/** The network's part of the program comes when it is first asked for: the first map needs none of it. */
let networkPart: Promise<NetworkOperations> | undefined;
const network = (): Promise<NetworkOperations> =>
  (networkPart ??= import('./network-operations').then((part) => part.networkOperations(atlas)));

/** So does the command. */
let commandPart: Promise<CommandOperations> | undefined;
const command = (): Promise<CommandOperations> =>
  (commandPart ??= import('./command-operations').then((part) => part.commandOperations(atlas)));

const analysis: Analysis = {
  ...atlasOperations(atlas),
  assumptions: async () => (await network()).assumptions(),
  presets: async () => (await network()).presets(),
  switches: async () => (await network()).switches(),
  scenario: async (...question) => (await network()).scenario(...question),
  route: async (...question) => (await network()).route(...question),
  reach: async (...question) => (await network()).reach(...question),
  greatCircles: async (...question) => (await network()).greatCircles(...question),
  matrixFigures: async (...question) => (await network()).matrixFigures(...question),
  changedPairs: async (...question) => (await network()).changedPairs(...question),
  ranking: async (...question) => (await network()).ranking(...question),
  helpingLinks: async (...question) => (await network()).helpingLinks(...question),
  strip: async (...question) => (await network()).strip(...question),
  scenarioTable: async (...question) => (await network()).scenarioTable(...question),
  compare: async (...question) => (await network()).compare(...question),
  inputHashes: async (...question) => (await command()).inputHashes(...question),
  command: async (...question) => (await command()).command(...question),
  figures: async (...question) => (await network()).figures(...question),
};

expose(analysis);
