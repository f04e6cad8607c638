/** A failure to set up, told in sentences for the person at the terminal; no stack is printed. */
export class BootError extends Error {}
