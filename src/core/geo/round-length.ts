/** The largest of 1, 2, 3 and 5 times a power of ten that is not above `km`. */
export function roundLength(km: number): number {
  const power = 10 ** Math.floor(Math.log10(km));
  const first = [5, 3, 2, 1].find((digit) => digit * power <= km * (1 + 1e-9)) ?? 1;
  return first * power;
}
