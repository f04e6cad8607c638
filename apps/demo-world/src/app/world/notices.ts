import { addLine, type TalkLine } from "../../sim/talk/log.ts";
import type { Notice } from "../../stores/world/talk-store.ts";
import type { Visit } from "./visit.ts";

const SHOWN = 7_000;
const MOST = 3;
let next = 1;

/** Tells the person something for a moment. */
export function notice(
  { stores }: Visit,
  code: string,
  tone: Notice["tone"] = "info",
  about?: string,
): void {
  const key = next++;
  const one: Notice = { key, code, tone, ...(about === undefined ? {} : { about }) };
  stores.talk.setState(({ notices }) => ({
    notices: [...notices.filter((other) => other.code !== code), one].slice(-MOST),
  }));
  setTimeout(() => {
    stores.talk.setState(({ notices }) => ({ notices: notices.filter((n) => n.key !== key) }));
  }, SHOWN);
}

/** Adds a line to what was said here. */
export function line({ stores }: Visit, said: Omit<TalkLine, "key">): void {
  stores.talk.setState(({ lines }) => ({ lines: addLine(lines, said) }));
}
