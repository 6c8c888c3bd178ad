/** Waits about so many milliseconds, a little more or less by chance: those who lost together must not come back together. */
export type Pause = (ms: number) => Promise<void>;
