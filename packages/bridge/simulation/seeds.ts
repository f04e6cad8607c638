/** Seeds that once failed, with what they found. They are played first, and always. */
export const FAILED_SEEDS: readonly { seed: number; found: string }[] = [];
