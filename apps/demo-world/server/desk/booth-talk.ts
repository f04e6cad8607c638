import type { BoothTalk, TalkEntry } from "../people/booth-talk.ts";

/** What is said at the booths, and heard at the desks. */
export interface DeskTalk extends BoothTalk {
  /** Staff speak at their booth. */
  answer(organisation: string, entry: TalkEntry): void;
  /** What was said at a booth lately, oldest first. */
  recent(organisation: string): readonly TalkEntry[];
  /** Hears everything, people's questions too. */
  follow(listener: (organisation: string, entry: TalkEntry) => void): () => void;
}

/** How much of each booth's talk is remembered, until the server stops. */
const REMEMBERED = 100;

/** Opens the way between booths and desks. It lives in memory alone: talk is not kept. */
export function openDeskTalk(organisations: readonly string[]): DeskTalk {
  const said = new Map<string, TalkEntry[]>(organisations.map((slug) => [slug, []]));
  const staffHeard = new Set<(organisation: string, entry: TalkEntry) => void>();
  const allHeard = new Set<(organisation: string, entry: TalkEntry) => void>();

  function remember(organisation: string, entry: TalkEntry): boolean {
    const entries = said.get(organisation);
    if (entries === undefined) return false;
    entries.push(entry);
    if (entries.length > REMEMBERED) entries.shift();
    for (const listener of allHeard) listener(organisation, entry);
    return true;
  }
  const listen = (listeners: typeof allHeard) => (listener: (o: string, e: TalkEntry) => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    tell: remember,
    answer(organisation, entry) {
      if (!remember(organisation, entry)) return;
      for (const listener of staffHeard) listener(organisation, entry);
    },
    recent: (organisation) => said.get(organisation) ?? [],
    subscribe: listen(staffHeard),
    follow: listen(allHeard),
  };
}
