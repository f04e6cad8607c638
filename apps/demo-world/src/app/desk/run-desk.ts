import type { StoreApi } from "zustand/vanilla";
import { followDesk } from "../../services/desk/desk-client.ts";
import { PlatformRefusedError } from "../../services/errors.ts";
import { wait } from "../../services/wait.ts";
import { askText } from "../../services/world/ask-platform.ts";
import { backoff } from "../../sim/backoff.ts";
import type { DeskKey } from "../../sim/desk/desk-address.ts";
import { type DeskApplication, tellDesk } from "../../sim/desk/desk-book.ts";
import type { Desk } from "../../sim/protocol/http.ts";
import { type Platform, readPlatform } from "../../sim/protocol/platform.ts";
import type { DeskState } from "../../stores/desk/desk-store.ts";

const UNAUTHORISED = 401;

/** Opens the desk and follows what happens there, for as long as the page is open. */
export async function runDesk(
  store: StoreApi<DeskState>,
  key: DeskKey,
  read: (key: DeskKey, signal: AbortSignal) => Promise<Desk>,
): Promise<void> {
  const { signal } = new AbortController();
  let platform: Platform | undefined;
  for (let failures = 1; ; failures++) {
    try {
      platform ??= readPlatform(await askText(location.origin, "/platform.json", { signal }));
      const organisation = platform.organisations.find(({ slug }) => slug === key.slug);
      const chain = platform.chain;
      const check = (applications: readonly DeskApplication[]) =>
        verify(store, applications, { chain, did: organisation?.did ?? "" });
      // The stream is open before the desk is read, so that nothing falls between the two.
      const news = followDesk(key, signal);
      await news.next();
      const desk = await read(key, signal);
      store.setState({ phase: "open", organisation, desk });
      failures = 1;
      await check(desk.applications);
      for await (const some of news) {
        for (const one of some) {
          store.setState(({ desk: known, hasLost }) => {
            const next = tellDesk(known, one);
            return { desk: next, hasLost: hasLost || next.withdrawn > known.withdrawn };
          });
          if (one.kind === "application") await check([one.application]);
        }
      }
    } catch (error) {
      if (error instanceof PlatformRefusedError && error.status === UNAUTHORISED) {
        return store.setState({ phase: "locked" });
      }
      store.setState({ phase: "lost" });
      await wait(backoff(failures), signal);
    }
  }
}

/** Checks signatures here; the cryptography is loaded with the first. */
async function verify(
  store: StoreApi<DeskState>,
  applications: readonly DeskApplication[],
  company: { chain: string; did: string },
): Promise<void> {
  if (applications.length === 0) return;
  const { isGenuine } = await import("../../services/desk/verify-application.ts");
  const verdicts = Object.fromEntries(
    applications.map((one) => [one.id, isGenuine(one, company) ? "verified" : "false"] as const),
  );
  store.setState((state) => ({ verdicts: { ...state.verdicts, ...verdicts } }));
}
