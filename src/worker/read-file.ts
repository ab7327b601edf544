import { TAKEN } from '../formats/asset';
import { pageFolder } from './page-folder';

/** Reads a file of geodata/ in the worker. */
export async function readFile(file: string): Promise<unknown> {
  const response = await fetch(
    TAKEN ? await takenFile(file) : new URL(`geodata/${file}`, pageFolder()),
  );
  if (!response.ok) throw new Error(`the host answers ${response.status}`);
  if (!TAKEN) return response.json();
  const text = response.body!.pipeThrough(new DecompressionStream('gzip'));
  return new Response(text).json();
}

/** In a file that was taken along, the page's first message is its files. */
const files = TAKEN
  ? new Promise<Record<string, string>>((resolve) =>
      addEventListener(
        'message',
        (event) => {
          // It is no question that the worker could answer.
          event.stopImmediatePropagation();
          resolve(event.data as Record<string, string>);
        },
        { once: true },
      ),
    )
  : undefined;

async function takenFile(file: string): Promise<string> {
  const url = (await files)?.[`geodata/${file}`];
  if (!url) throw new Error('it was not taken along');
  return url;
}
