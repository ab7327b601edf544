/** Most scenarios that stand side by side: with today as many networks as are remembered. */
export const MAX_SCENARIOS = 5;
/** Most pairs of places that are looked at in each. */
export const MAX_PAIRS = 8;
