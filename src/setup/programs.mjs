import { spawnSync } from 'node:child_process';

const found = (program) =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

/**
 * A program that the long tests set beside ours. It is installed from the system's packages where
 * that is possible; otherwise this throws and says what is missing. LibreOffice is named by its part
 * (`localc`, `loimpress`): with one of them alone `soffice` is there, but opens no file of the other.
 */
export function ensureProgram(program, debianPackage) {
  if (found(program)) return;
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', debianPackage], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  if (!found(program))
    throw new Error(`the program ${program} is missing; install the package ${debianPackage}`);
}
