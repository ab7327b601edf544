import { proxy } from 'comlink';
import { UserError } from '../core/errors';
import type { Manifest } from '../formats/manifest';
import { otherInputs, type OtherInput } from '../formats/manifest-inputs';
import type { Parsed } from '../cli/execute';
import { analysis, atlas } from './atlas.svelte';
import { app } from './app.svelte';
import { addressOfCommand } from './replay-address';
import type { Result } from './results.svelte';

/** What came of running a manifest's command again. */
export interface Replayed {
  manifest: Manifest;
  /** The answer has the manifest's bytes. */
  same: boolean;
  /** Where it has not: whether data or program are others than the manifest's. */
  otherData: boolean;
  otherProgram: boolean;
  /** A panel shows the question. */
  shown: boolean;
}

const NONE = { status: 'none' } as const;

/** A manifest of `nv` or of the page, opened or dropped, and run again. */
export class Replay {
  result = $state.raw<Result<Replayed>>(NONE);
  /** Files that the command reads, and that are not the manifest's. */
  otherInputs = $state.raw<readonly OtherInput[]>([]);
  /** Of manifests opened one soon after the other, the last is shown. */
  #turn = 0;

  /**
   * Runs the first manifest among the files again; the others are what its command may read. False
   * where none of them is a manifest: they are someone else's.
   */
  async open(files: readonly File[]): Promise<boolean> {
    const small = files.filter(({ size }) => size < MAX_MANIFEST_BYTES);
    const texts = await Promise.all(
      small.map(async (file) => ({ name: file.name, text: await file.text() })),
    );
    const found = texts.find(({ text }) => /"outputSha256"/.test(text));
    if (!found) return false;
    const turn = ++this.#turn;
    this.result = { status: 'computing' };
    this.otherInputs = [];
    try {
      const { parseManifest } = await import('../formats/manifest');
      const manifest = parseManifest(found.text, found.name);
      const inputs = Object.fromEntries(files.map((file) => [file.name, file]));
      const result = await this.#run(manifest, inputs, turn);
      if (turn === this.#turn) this.result = result;
    } catch (cause) {
      if (!(cause instanceof UserError)) throw cause;
      if (turn !== this.#turn) return true;
      this.result = { status: 'failed', message: cause.message, code: cause.code };
    }
    return true;
  }

  async #run(
    manifest: Manifest,
    files: Record<string, Blob>,
    turn: number,
  ): Promise<Result<Replayed>> {
    // Told first: the command may not get far with a file that has changed.
    const found = await analysis.inputHashes(Object.keys(manifest.inputs), files);
    if (turn !== this.#turn) return NONE;
    this.otherInputs = otherInputs(manifest, found);
    const answer = await analysis.command(
      manifest.command,
      files,
      proxy(() => {}),
    );
    if (!answer.ok) {
      const { message, code, what } = answer;
      return { status: 'failed', message, code, what };
    }
    if (turn !== this.#turn) return NONE;
    const now = answer.value.manifest;
    const same = now.outputSha256 === manifest.outputSha256;
    const shown = await this.#show(answer.value.parsed);
    // The panel that shows the question hides what is said of it here.
    if (shown) {
      app.notify(same ? 'replay.same' : 'replay.other');
      for (const { path } of this.otherInputs) app.notify('replay.other-input', { file: path });
    }
    return {
      status: 'ready',
      value: {
        manifest,
        same,
        otherData: now.dataVersion !== manifest.dataVersion,
        otherProgram: now.programVersion !== manifest.programVersion,
        shown,
      },
    };
  }

  /** Puts the question to the panel that asks it. False where none does. */
  async #show(parsed: Parsed): Promise<boolean> {
    const idsOf = (wanted: string): string[] =>
      atlas.findables.filter(({ kind }) => kind === wanted).map(({ id }) => id);
    const borders = (atlas.layers.borders?.features ?? []).map((each) =>
      String(each.properties?.id),
    );
    const known = { hubs: idsOf('hub'), corridors: idsOf('corridor'), borders };
    const address = addressOfCommand(parsed, placeOf, known);
    if (!address) return false;
    const { lang, theme, projection, layers, embed } = app.address;
    const kept = Object.entries({ lang, theme, projection, layers, embed });
    await app.restore(
      { ...Object.fromEntries(kept.filter(([, value]) => value !== undefined)), ...address },
      [],
    );
    return true;
  }
}

/** A larger file is no manifest. */
const MAX_MANIFEST_BYTES = 1_000_000;

/** A place as a command names it, as the address does: by id, or by its name in any language. */
function placeOf(typed: string): string | undefined {
  if (/^-?\d+(\.\d+)?,-?\d+(\.\d+)?$/.test(typed)) return typed;
  const wanted = typed.toLowerCase();
  const places = atlas.findables.filter(({ kind }) => kind !== 'corridor' && kind !== 'region');
  return (
    places.find(({ id }) => id === typed) ??
    places.find(({ name }) =>
      Object.values(name).some((text) => typeof text === 'string' && text.toLowerCase() === wanted),
    )
  )?.id;
}

export const replay = new Replay();
