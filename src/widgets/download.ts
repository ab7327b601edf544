/** Hands a text to the person as a file. */
export function downloadText(fileName: string, mediaType: string, text: string): void {
  download(fileName, `${mediaType};charset=utf-8`, text);
}

/** Hands a text or bytes to the person as a file. */
export function download(
  fileName: string,
  type: string,
  content: string | Uint8Array<ArrayBuffer> | Blob,
): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // Safari reads the address some time after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
