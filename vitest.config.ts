import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const project = (name: string, extra = {}) => ({
  plugins: [svelte({ configFile: false })],
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    environment: 'node' as const,
    setupFiles: ['tests/property-seed.ts'],
    // Modules are read once a process, not once a file: a third of the time of units.
    isolate: false,
    // Vitest leaves one core to others.
    maxWorkers: '100%',
    ...extra,
  },
});

export default defineConfig({
  test: {
    projects: [
      // Judged by what they say, not by how fast a busy machine says it.
      project('unit', { testTimeout: 30_000 }),
      project('geodata', { testTimeout: 120_000 }),
      project('cli', { testTimeout: 60_000, hookTimeout: 120_000 }),
      // One browser and one server for all browser tests; software rendering is slow.
      project('e2e', {
        // What is polled has to come; how soon is said by the bench.
        expect: { poll: { timeout: 30_000 } },
        testTimeout: 180_000,
        hookTimeout: 180_000,
        globalSetup: ['tests/e2e/global-setup.ts'],
      }),
      // Long, or in need of other programs.
      project('all', {
        testTimeout: 1_800_000,
        hookTimeout: 300_000,
        globalSetup: ['tests/e2e/global-setup.ts'],
        fileParallelism: false,
        // What one leaves in memory another would be measured with.
        isolate: true,
      }),
    ],
  },
});
