import type { Attestation } from "@ryugu/sdk/lane";
import { peersToConsult } from "../domain/signing.ts";
import type { Peer } from "../ports/exchange.ts";
import type { AttesterContext } from "./context.ts";

/** Learns from peers what this validator signed before it forgot. */
export interface Recovery {
  /** Asks peers that were not asked yet. @returns whether enough have answered */
  proceed(): Promise<boolean>;
  isDone(): boolean;
}

const PAGE = 512;

/** Makes the recovery: once per process, before the first signature. */
export function createRecovery(context: AttesterContext): Recovery {
  const { store, signer, exchange, report } = context;
  const asked = new Set<string>();
  let done = false;
  /** Sets and peers may change until then; what was learnt once stays learnt. */
  const isDone = () => {
    const quorum = Math.max(...context.council.sets().map((set) => set.quorum));
    done ||= asked.size >= Math.min(peersToConsult(quorum), exchange.peers.length);
    return done;
  };

  const remember = async (attestations: readonly Attestation[], from: string): Promise<void> => {
    if (attestations.length === 0) return;
    const answers = await store.reserve(attestations);
    const agreed = attestations.filter((_, i) => answers[i]?.free === true);
    await store.addOwnAttestations(agreed);
    report({ type: "attestations-recovered", count: agreed.length, from });
    for (const [i, { laneId, sequence, head }] of attestations.entries()) {
      const answer = answers[i];
      if (answer?.free !== false) continue;
      report({ type: "signature-refused", laneId, sequence, signed: head, asked: answer.head });
    }
  };

  const askPeer = async (peer: Peer): Promise<void> => {
    for (const { laneId, anchor } of await store.lanes()) {
      let from = (await store.lastReserved(laneId, anchor)) + 1;
      for (;;) {
        const page = await exchange.pull(peer, {
          laneId,
          from,
          limit: PAGE,
          validator: signer.validator,
        });
        await remember(page, peer.name);
        const last = page.at(-1);
        if (last === undefined || page.length < PAGE || last.sequence < from) break;
        from = last.sequence + 1;
      }
    }
    asked.add(peer.name);
  };

  return {
    isDone,
    async proceed() {
      if (isDone()) return true;
      const waiting = exchange.peers.filter(({ name }) => !asked.has(name));
      // A peer that does not answer is reported by the exchange and asked again next time.
      await Promise.allSettled(waiting.map(askPeer));
      return isDone();
    },
  };
}
