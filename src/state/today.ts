/** The day it is, in UTC: `2026-11-26`. */
export const today = (): string => new Date().toISOString().slice(0, 10);
