/** What the page remembers for the test; these functions run in it and may use nothing from outside. */
type Remembering = typeof globalThis & { lights?: string[]; opened?: number | undefined };

/** Remembers the corridor's lights in the order in which they go on, and when the far door opened. */
export function recordLights(): void {
  const memory = globalThis as Remembering;
  memory.lights = [];
  const lit = new Set<string>();
  new MutationObserver(() => {
    const stages = [...document.querySelectorAll<HTMLElement>(".stages li")];
    // Another crossing begins with every light off.
    if (stages.every(({ dataset }) => dataset.phase !== "done")) lit.clear();
    for (const [index, { dataset }] of stages.entries()) {
      const name = dataset.stage === "signature" ? `signature ${index - 1}` : (dataset.stage ?? "");
      if (dataset.phase !== "done" || lit.has(name)) continue;
      lit.add(name);
      memory.lights?.push(name);
    }
    const isOpen = document.querySelector('[data-door="open"]') !== null;
    memory.opened = isOpen ? (memory.opened ?? performance.now()) : undefined;
  }).observe(document, { subtree: true, childList: true, attributes: true });
}

/** Answers and forgets what was remembered. */
export function takeLights(): string[] {
  return (globalThis as Remembering).lights?.splice(0) ?? [];
}

/** When one stepped into the gate the last time, and when the far door opened then. */
export function crossingTimes(): (number | undefined)[] {
  const entered = performance.getEntriesByName("ryugu:gate").at(-1)?.startTime;
  return [entered, (globalThis as Remembering).opened];
}
