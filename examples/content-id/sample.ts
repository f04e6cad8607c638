/** What the example keeps when it is given no file. */
export const SAMPLE_BYTES = new TextEncoder().encode("the palace under the sea");
