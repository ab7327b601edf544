import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './install.mjs';

/** The newest change under the given files and folders, as milliseconds. */
function newest(paths) {
  let latest = 0;
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) continue;
    latest = Math.max(latest, stat.mtimeMs);
    if (stat.isDirectory())
      latest = Math.max(latest, newest(readdirSync(path).map((name) => join(path, name))));
  }
  return latest;
}

/** Whether `product` is missing or older than what it is made from (paths from the root). */
export function isStale(product, madeFrom) {
  const file = join(ROOT, product);
  if (!existsSync(file)) return true;
  return newest(madeFrom.map((path) => join(ROOT, path))) > statSync(file).mtimeMs;
}
