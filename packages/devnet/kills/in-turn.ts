/** Lets what befalls one thing wait until what befell it before is over. */
export type InTurn = (thing: string, work: () => Promise<void>) => Promise<void>;

/** Makes the lines in which things wait. A work that fails ends the run. */
export function lines(): InTurn {
  const last = new Map<string, Promise<void>>();
  return (thing, work) => {
    const done = (last.get(thing) ?? Promise.resolve()).then(work);
    last.set(thing, done);
    return done;
  };
}
