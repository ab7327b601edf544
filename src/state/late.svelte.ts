/** For so long an answer may be awaited without a sign of it: what comes sooner would only flicker. */
const PATIENCE_MS = 150;

/**
 * Whether an answer keeps a person waiting. To be called while a component is set up.
 * @param awaited whether an answer is awaited now
 */
export function lateness(awaited: () => boolean): { readonly late: boolean } {
  let late = $state(false);
  $effect(() => {
    if (!awaited()) return;
    const timer = setTimeout(() => (late = true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      late = false;
    };
  });
  return {
    get late() {
      return late;
    },
  };
}
