/** Does it once a frame, with the last arguments, however often it is called for. */
export function oncePerFrame<A extends unknown[]>(act: (...args: A) => void): (...args: A) => void {
  let waiting: A | undefined;
  return (...args) => {
    if (!waiting)
      requestAnimationFrame(() => {
        const last = waiting!;
        waiting = undefined;
        act(...last);
      });
    waiting = args;
  };
}
