import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Way } from '../../../src/layers/ways';
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

  it('shows no way that another panel drew before: a scene without a route has none of the last scene', async () => {
    const { drawn } = await import('../../../src/state/drawn.svelte');
    const ways: Way[] = [
      {
        geometry: {
          type: 'LineString',
          coordinates: [
            [87, 43],
            [83, 55],
          ],
        },
        role: 'route',
      },
    ];
    drawn.show('routes', ways);
    await app.restore({ panel: 'routes' }, []);
    expect(drawn.waysUnder('routes')).toBe(ways);
    await app.restore({ panel: 'layers' }, []);
    expect(drawn.waysUnder('layers')).toEqual([]);
  });
});
