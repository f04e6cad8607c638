import { PlatformUnreachableError } from "../../services/errors.ts";
import type { WaitingCredit } from "../../sim/creator/credit.ts";
import type { Claiming } from "../../stores/creator/money-store.ts";
import { problemOf } from "../world/problem-code.ts";
import { type CreatorDesk, heavy, openKey, platformOn, ready } from "./desk.ts";
import { readAll } from "./look.ts";
import { withSession } from "./sessions.ts";

/** Taking what is credited. */
export function claimActions(desk: CreatorDesk) {
  const { money } = desk.stores;
  return {
    claim(key: string, to: string) {
      const credit = money.getState().credits.find((one) => one.key === key);
      const { phase = "idle" } = money.getState().claims[key] ?? {};
      if (credit === undefined || phase === "signing" || phase === "sending") return;
      void claim(desk, credit, to);
    },
    /** Puts away what became of a claim. */
    forgetClaim(key: string) {
      setClaim(desk, key, undefined);
    },
  };
}

async function claim(desk: CreatorDesk, credit: WaitingCredit, to: string): Promise<void> {
  const { key, chain, amount } = credit;
  const { look } = desk;
  setClaim(desk, key, { phase: "signing", to, amount });
  try {
    const { isBlocked, sendClaim, signCreditClaim } = await heavy();
    const { chains } = ready(desk);
    // The chain would refuse it, after a session and a signature.
    if (await isBlocked(chains, credit, to)) {
      return setClaim(desk, key, failed("recipient-blocked", to, amount));
    }
    const signed = await signCreditClaim(chains, openKey(desk), credit, to);
    setClaim(desk, key, { phase: "sending", to, amount });
    const platform = platformOn(desk, chain);
    const transaction = await withSession(desk, platform, (token) =>
      sendClaim(platform.url, token, signed),
    );
    setClaim(desk, key, { phase: "done", to, amount, transaction });
  } catch (error) {
    setClaim(desk, key, { ...failed("", to, amount), problem: problemOf(error) });
    if (error instanceof PlatformUnreachableError) await askChain(desk, credit, to);
  }
  if (look !== undefined) await readAll(desk, look);
}

/** An answer was lost: what is credited no more was paid. */
async function askChain(desk: CreatorDesk, credit: WaitingCredit, to: string): Promise<void> {
  const { key, chain, place, amount } = credit;
  const { chains } = ready(desk);
  const { readCredits } = await heavy();
  try {
    const { address } = openKey(desk).wallet;
    const left = await readCredits(chains, platformOn(desk, chain), address, [place]);
    if (left.some((one) => one.key === key)) return;
    setClaim(desk, key, { phase: "done", to, amount });
  } catch {
    // The chain is silent too: the credit stays in the list until it says otherwise.
  }
}

const failed = (code: string, to: string, amount: string): Claiming => ({
  ...{ phase: "failed", problem: { code }, to, amount },
});

function setClaim({ stores }: CreatorDesk, key: string, claiming: Claiming | undefined): void {
  stores.money.setState(({ claims }) => {
    const { [key]: _, ...others } = claims;
    return { claims: claiming === undefined ? others : { ...others, [key]: claiming } };
  });
}
