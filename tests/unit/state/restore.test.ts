import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { AppState } from '../../../src/state/app.svelte';

/** The page's state, without the worker that it would start. */
let app: AppState;

beforeAll(async () => {
  vi.stubGlobal(
    'Worker',
    class extends EventTarget {
      postMessage(): void {}
    },
  );
  ({ app } = await import('../../../src/state/app.svelte'));
});

describe('an address that is opened', () => {
  it('shows the usual layers where it names none, whatever was shown before', async () => {
    const usual = Object.keys(app.visible);
    await app.restore({ layers: ['land', 'hubs'] }, []);
    expect(Object.keys(app.visible)).toEqual(['land', 'hubs']);
    await app.restore({}, []);
    expect(Object.keys(app.visible)).toEqual(usual);
  });
});
