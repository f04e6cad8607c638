import { randomUUID } from "node:crypto";
import type { StoreTopic } from "../../ports/store.ts";
import type { StandingEvents } from "./standing.ts";

/** Tells the node's other processes what changed, and hears it from them. */
export interface Messenger extends StandingEvents {
  announce(topic: StoreTopic): void;
  listen(hear: (topic: StoreTopic) => void): void;
}

const TOPICS: readonly StoreTopic[] = ["facts", "attestations", "submissions"];

/**
 * Makes it. One notice at a time is under way, and says everything that changed since the one before; what gets lost is
 * found by those who look now and then.
 *
 * @param say - sends a notice to every process, this one too
 */
export function createMessenger(say: (payload: string) => Promise<unknown>): Messenger {
  const self = randomUUID();
  const waiting = new Set<StoreTopic>();
  const listeners: ((topic: StoreTopic) => void)[] = [];
  let saying = false;

  const hear = (topics: readonly string[]) => {
    for (const topic of TOPICS) {
      if (topics.includes(topic)) for (const listener of listeners) listener(topic);
    }
  };

  const flush = async () => {
    if (saying) return;
    saying = true;
    while (waiting.size > 0) {
      const topics = [...waiting];
      waiting.clear();
      await say(`${self} ${topics.join(" ")}`).catch(() => undefined);
    }
    saying = false;
  };

  return {
    announce(topic) {
      waiting.add(topic);
      void flush();
    },
    listen: (listener) => void listeners.push(listener),
    // Whatever was said while there was no connection was not heard.
    onConnected: () => hear(TOPICS),
    onNotice(payload) {
      const [sender, ...topics] = payload.split(" ");
      if (sender !== self) hear(topics);
    },
  };
}
