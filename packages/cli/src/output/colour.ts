/** What decides about colour: a stream and the environment (https://no-color.org). */
export interface ColourQuestion {
  isTTY: boolean;
  env: Readonly<Record<string, string | undefined>>;
}

/** Whether to write colours: only to a terminal, never against NO_COLOR; FORCE_COLOR asks for them elsewhere. */
export function wantsColour({ isTTY, env }: ColourQuestion): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0";
  return isTTY && env.TERM !== "dumb";
}
