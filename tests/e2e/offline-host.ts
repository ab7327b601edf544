import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { policyOf } from '../../src/setup/csp.mjs';

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
};

/** A host of a built page, below a path, that can be switched off and get another build. */
export class Host {
  readonly dir = mkdtempSync(join(tmpdir(), 'nv-host-'));
  #server: Server | undefined;
  #port = 0;

  constructor(built: string) {
    this.exchange(built);
  }

  /** Another build in place of the one that was served. */
  exchange(built: string): void {
    rmSync(this.dir, { recursive: true });
    cpSync(built, this.dir, { recursive: true });
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}/deep/down/`;
  }

  async start(): Promise<void> {
    this.#server = createServer((request, response) => {
      const asked = new URL(request.url!, 'http://host').pathname.replace('/deep/down/', '');
      const path = asked || 'index.html';
      try {
        const bytes = readFileSync(join(this.dir, path));
        response.setHeader('content-type', TYPES[extname(path)] ?? 'font/woff2');
        response.setHeader('content-security-policy', policyOf(request.url!));
        response.end(bytes);
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>((done) => this.#server!.listen(this.#port, '127.0.0.1', done));
    this.#port = (this.#server.address() as { port: number }).port;
  }

  async stop(): Promise<void> {
    this.#server!.closeAllConnections();
    await new Promise((done) => this.#server!.close(done));
  }
}
