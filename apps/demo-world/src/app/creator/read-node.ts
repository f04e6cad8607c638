import { safeLine } from "@ryugu/sdk/primitives";
import { askPayouts } from "../../services/creator/ask-node.ts";
import { findPayoutNode } from "../../services/creator/find-node.ts";
import { type Receiver, readOnTheWay } from "../../services/creator/read-on-the-way.ts";
import { readPayments } from "../../services/creator/read-payments.ts";
import { chartStart } from "../../sim/creator/earnings.ts";
import { type CreatorDesk, heavy, type Look, payingPlatforms, ready } from "./desk.ts";

const MAX_NAME = 48;

/** Reads payments, and what is on its way, from a node; looks for another where it falls silent. */
export async function readNode(desk: CreatorDesk, look: Look): Promise<void> {
  const { money } = desk.stores;
  const { signal } = look.end;
  try {
    const node = await nodeOf(desk, look);
    const now = Math.floor(Date.now() / 1_000);
    const { account, book } = look;
    const where = { node, account, from: chartStart(now) };
    const [told, payments] = await Promise.all([
      askPayouts(node, account, signal),
      readPayments(book, where, signal),
    ]);
    const onTheWay = await readComing(desk, look, node);
    if (signal.aborted) return;
    look.sums = told.sums;
    money.setState({ payments, onTheWay, isCut: book.isCut, nodePhase: "live", readAt: now });
  } catch {
    // What was told before is shown still: it has happened.
    if (!signal.aborted) money.setState({ node: undefined, nodePhase: "none" });
  }
}

/** The node that is asked: the same as before, for as long as it answers. */
async function nodeOf(desk: CreatorDesk, look: Look): Promise<string> {
  const { money } = desk.stores;
  const known = money.getState().node;
  if (known !== undefined) return known.url;
  const { partners, platforms } = ready(desk).zone.manifest;
  const url = await findPayoutNode(
    partners.map(({ nodeUrl }) => nodeUrl),
    [...new Set(platforms.map(({ chain }) => chain))],
    look.account,
    look.end.signal,
  );
  const partner = partners.find(({ nodeUrl }) => nodeUrl === url)?.name ?? "";
  if (!look.end.signal.aborted)
    money.setState({ node: { url, partner: safeLine(partner, MAX_NAME) } });
  return url;
}

function readComing(desk: CreatorDesk, look: Look, node: string) {
  const { chains } = ready(desk);
  const paying = payingPlatforms(desk);
  const { entries, sales } = look.book;
  const likely: Receiver[] = [
    ...paying.map(({ chain }) => ({ chain, account: look.account })),
    ...[...entries.values()].map(({ chain, source }) => ({ chain, account: source })),
    ...[...sales.values()].map(({ chain, payee }) => ({ chain, account: payee })),
  ];
  return readOnTheWay(
    node,
    look.parts,
    likely,
    async ({ chain, account }) => {
      const platform = paying.find((one) => one.chain === chain);
      if (platform === undefined) return undefined;
      const { partOf } = await heavy();
      return await partOf(chains, platform, account, look.account);
    },
    look.end.signal,
  );
}
