import type { Command } from '../command';
import { areasCommand } from './areas';
import { catchmentCommand } from './catchment';
import { compareCommand } from './compare';
import { corridorCommand } from './corridor';
import { layerCommand } from './layer';
import { matrixCommand } from './matrix';
import { measureCommand } from './measure';
import { placesCommand } from './places';
import { rankingCommand } from './ranking';
import { reachCommand } from './reach';
import { routeCommand } from './route';
import { scenariosCommand } from './scenarios';
import { validateCommand } from './validate';

/** Every command of `nv`, in the order in which the help lists them. */
export const COMMANDS: readonly Command[] = [
  placesCommand,
  measureCommand,
  routeCommand,
  matrixCommand,
  reachCommand,
  corridorCommand,
  catchmentCommand,
  compareCommand,
  rankingCommand,
  scenariosCommand,
  areasCommand,
  layerCommand,
  validateCommand,
];
