import type { Command } from '../command';
import { catchmentCommand } from './catchment';
import { corridorCommand } from './corridor';
import { measureCommand } from './measure';
import { placesCommand } from './places';
import { validateCommand } from './validate';

/** Every command of `nv`, in the order in which the help lists them. */
export const COMMANDS: readonly Command[] = [
  placesCommand,
  measureCommand,
  corridorCommand,
  catchmentCommand,
  validateCommand,
];
