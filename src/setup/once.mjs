import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** How often a run that waits looks whether the other is done. */
const LOOK_MS = 200;
/** A lock that names no process yet is being written; after this it never will be. */
const UNNAMED_MS = 10_000;

/**
 * Does what is needed once, though several runs of a program begin at the same time: the first does
 * it, the others wait for it. A lock left by a run that was killed is taken over.
 *
 * @param {string} lock the file that says that it is being done, with the id of the process
 * @param {() => boolean} isNeeded
 * @param {() => void | Promise<void>} work
 */
export async function once(lock, isNeeded, work) {
  while (existsSync(lock) || isNeeded()) {
    if (!take(lock)) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    else
      try {
        if (isNeeded()) await work();
        return;
      } finally {
        rmSync(lock, { force: true });
      }
  }
}

function take(lock) {
  mkdirSync(dirname(lock), { recursive: true });
  if (isLeft(lock)) rmSync(lock, { force: true });
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (cause) {
    if (cause.code === 'EEXIST') return false;
    throw cause;
  }
}

/** Whether nobody holds it any more. */
function isLeft(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    if (pid === 0) return Date.now() - statSync(lock).mtimeMs > UNNAMED_MS;
    process.kill(pid, 0);
    return false;
  } catch (cause) {
    return cause.code === 'ESRCH';
  }
}
