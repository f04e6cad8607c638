import { heldKey } from "../../sim/input/keys.ts";
import type { Emote } from "../../sim/protocol/references.ts";
import { bodyActions } from "./act.ts";
import type { Visit } from "./visit.ts";

const EMOTES: Readonly<Record<string, Emote>> = { Digit1: "wave", Digit2: "bow", Digit3: "nod" };

/** Hears the keys, unless somebody is writing. */
export function hearKeys(visit: Visit): void {
  const { stores, down } = visit;
  const act = bodyActions(visit);
  const isInside = () => stores.arrival.getState().stage === "inside";

  window.addEventListener("keydown", (event) => {
    if (!isInside() || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.code === "Escape") act.open(undefined);
    if (isWriting(event.target)) return;
    const held = heldKey(event.code);
    // Arrow keys move what has the focus, where that is something that they move.
    if (held !== undefined && !(event.code.startsWith("Arrow") && isChoosing(event.target))) {
      down.add(held);
      if (event.code.startsWith("Arrow")) event.preventDefault();
      return;
    }
    if (!event.repeat) press(event);
  });
  window.addEventListener("keyup", ({ code }) => {
    const held = heldKey(code);
    if (held !== undefined) down.delete(held);
  });
  // A key that is let go elsewhere is not heard.
  window.addEventListener("blur", () => down.clear());
  window.addEventListener("focusin", ({ target }) => {
    if (isWriting(target)) down.clear();
  });

  function press(event: KeyboardEvent) {
    const emote = EMOTES[event.code];
    if (emote !== undefined) return act.emote(emote);
    if (event.code === "KeyT") {
      event.preventDefault();
      return document.getElementById("say")?.focus();
    }
    const { open } = stores.panel.getState();
    if (event.code === "KeyB") {
      return act.open(open?.kind === "belongings" ? undefined : { kind: "belongings" });
    }
    // Enter on a button is the button's own.
    const isOwn = event.code === "Enter" && isPressable(event.target);
    if ((event.code === "KeyE" || event.code === "Enter") && open === undefined && !isOwn) {
      event.preventDefault();
      act.actHere();
    }
  }
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    target.isContentEditable ||
    (target instanceof HTMLInputElement && !["checkbox", "radio", "button"].includes(target.type)));

const isChoosing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target instanceof HTMLInputElement || target.closest('[role="log"], .panel-body') !== null);

const isPressable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("button, a, summary, label") !== null;
