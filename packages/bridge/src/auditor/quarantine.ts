import { gatewayAbi } from "@ryugu/contracts";
import {
  type Address,
  bytes32,
  type ChainId,
  chainNumber,
  type Hex,
  ZERO_ADDRESS,
} from "@ryugu/sdk/primitives";
import { Interface, id } from "ethers";
import { quarantineSeconds } from "../domain/quarantine.ts";
import type { Shortfall } from "../domain/shortfall.ts";
import { isMyTurn, rankOf } from "../domain/turn.ts";
import type { ReserveReader } from "../ports/reserve-reader.ts";
import type { AuditorContext } from "./context.ts";

const gateway = new Interface(gatewayAbi);
/** How long each next validator waits for those before it, in milliseconds: pauses at one time would be spent in vain. */
const TURN = 30_000;

/** Stops every collection that stands short, once for each shortfall and chain, for as long as this validator alone may. */
export async function quarantine(context: AuditorContext): Promise<void> {
  if (context.act === "report") return;
  const { store } = context;
  const before = await store.shortfalls();
  const after: Shortfall[] = [];
  for (const shortfall of before) {
    const standing = await standingActs(context, shortfall);
    const asked = isDue(context, shortfall)
      ? await askBothChains(context, shortfall, standing)
      : [];
    after.push({ ...shortfall, quarantines: [...standing, ...asked] });
  }
  if (JSON.stringify(before) !== JSON.stringify(after)) await store.saveShortfalls(after);
}

type Quarantines = Shortfall["quarantines"];

/** Without those that came to nothing: they may be asked for again. */
async function standingActs({ store }: AuditorContext, { quarantines }: Shortfall) {
  const standing: Quarantines[number][] = [];
  for (const quarantine of quarantines) {
    const end = await store.actEnd(quarantine.act);
    if (end?.state !== "refused") standing.push(quarantine);
  }
  return standing;
}

/** Validators take turns, in an order of their own for each shortfall. */
function isDue({ council, signer, exchange, clock }: AuditorContext, shortfall: Shortfall) {
  const { homeChain, counterpartChain, homeToken, since } = shortfall;
  const piece = bytes32(id(`${homeChain}/${counterpartChain}/${homeToken.toLowerCase()}`));
  const turn = { laneId: piece, delivered: 0 };
  const rank = rankOf(
    turn,
    council.on(homeChain).validators,
    signer.validator,
    exchange.isAnswering,
  );
  return isMyTurn(rank, clock.now() - since, TURN);
}

async function askBothChains(
  context: AuditorContext,
  shortfall: Shortfall,
  standing: Quarantines,
): Promise<Quarantines> {
  const { homeChain, counterpartChain } = shortfall;
  const asked: Quarantines[number][] = [];
  for (const chain of [homeChain, counterpartChain]) {
    const reader = context.readers.get(chain);
    if (reader === undefined || standing.some((quarantine) => quarantine.chain === chain)) continue;
    const act = await askFor(context, reader, shortfall);
    if (act !== undefined) asked.push({ chain, act });
  }
  return asked;
}

/**
 * What is stopped on one chain: the collection there, or the lanes between the two: after a forgery, and for listed money
 * where the partner wants it so. A gateway takes an ERC-20 only when the council listed it.
 */
async function scopeOf(
  { act }: AuditorContext,
  reader: ReserveReader,
  shortfall: Shortfall,
): Promise<{ counterpartChain: ChainId | null; token: Address }> {
  const { state, homeChain, counterpartChain, homeToken, standard } = shortfall;
  const isHome = reader.chain === homeChain;
  if (state === "forged" || (act === "pause-lanes" && standard === "erc20")) {
    return { counterpartChain: isHome ? counterpartChain : homeChain, token: ZERO_ADDRESS };
  }
  const token = isHome ? homeToken : await reader.representationOf(shortfall);
  return { counterpartChain: null, token };
}

async function askFor(
  context: AuditorContext,
  reader: ReserveReader,
  shortfall: Shortfall,
): Promise<string | undefined> {
  const { signer, store, report, clock } = context;
  const { validator } = signer;
  const { chain, gateway: to } = reader;
  const { counterpartChain, token } = await scopeOf(context, reader, shortfall);
  const what = counterpartChain === null ? { token } : { lanesTo: counterpartChain };
  const view = await reader.pauseOf(what, validator);
  const duration = quarantineSeconds(shortfall.standard, view);
  if (duration === undefined) return undefined;
  const { nonce } = view;
  const pause = { validator, counterpartChain, token, duration, nonce };
  const signature = await signer.signDocument("pause", { on: { chain, gateway: to }, pause });
  const lanesTo = counterpartChain === null ? 0n : chainNumber(counterpartChain);
  const values = [validator, lanesTo, token, duration, signature];
  // The gateway takes a nonce once: of two pauses signed for it, after a crash, one comes to nothing.
  const scope = counterpartChain ?? token.toLowerCase();
  const act = `quarantine/${chain}/${scope}/${nonce}/${clock.now()}`;
  await store.wantAct({
    id: act,
    chain,
    to,
    data: gateway.encodeFunctionData("pause", values) as Hex,
    expires: clock.now() + duration * 1_000,
  });
  report({ type: "quarantine-asked", chain, token, seconds: duration });
  return act;
}
