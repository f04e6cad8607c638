import { appendHead, encodeMessage, type Message, type TransferMessage } from "@ryugu/sdk/lane";
import { address, type Bytes32, bytesToHex, type ChainId, chainId } from "@ryugu/sdk/primitives";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AWAY, accountOf, HOME, hashOf, TOKEN, word } from "../../../test/model/messages.ts";
import type { ArrivalLog } from "../../domain/gateway-log.ts";
import type { LaneRoute } from "../../domain/lane.ts";
import { extendLane, type LaneMessage } from "../../domain/lane-log.ts";
import type { LogPosition } from "../../domain/position.ts";
import type { Store } from "../../ports/store.ts";

const THIRD = chainId(3);
const CHAINS = [HOME, AWAY, THIRD];

const route = (originChain: ChainId, destinationChain: ChainId): LaneRoute => ({
  laneId: word(`lane ${originChain} ${destinationChain}`),
  originChain,
  originGateway: accountOf("gateway"),
  destinationChain,
  destinationGateway: accountOf("gateway"),
});

const FORWARD: TransferMessage = {
  kind: "forward",
  standard: "erc1155",
  deadline: 2_000_000_000,
  homeChain: HOME,
  homeToken: TOKEN,
  sourceChain: AWAY,
  sender: accountOf("sender"),
  refundAccount: accountOf("sender"),
  destinationChain: THIRD,
  recipient: accountOf("recipient"),
  reference: "0x",
  assets: [{ id: 7n, amount: 2n ** 70n, metadata: { form: "none" } }],
};
const OUT: TransferMessage = {
  ...FORWARD,
  kind: "transfer",
  sourceChain: HOME,
  destinationChain: AWAY,
};
const ONWARD: TransferMessage = { ...FORWARD, kind: "transfer" };
const returnOf = (returnedId: Bytes32): Message => {
  const { standard, homeChain, homeToken, sourceChain, refundAccount, assets } = FORWARD;
  const refund = { refundChain: sourceChain, refundAccount, returnedId, assets };
  return { kind: "return", reason: "expired", standard, homeChain, homeToken, ...refund };
};

/** How messages end: claimed, returned, sent on by home. Run over each implementation of the store. */
export function endingsContract(name: string, open: () => Promise<Store>): void {
  describe(`endings in the store: ${name}`, () => {
    let store: Store;
    let height: number;
    const lanes = new Map<Bytes32, LaneMessage[]>();

    beforeEach(async () => {
      store = await open();
      height = 0;
      lanes.clear();
      const start = { number: 0, hash: word("block 0") };
      await store.addLanes(
        CHAINS.flatMap((from) => CHAINS.filter((to) => to !== from).map((to) => route(from, to))),
      );
      for (const chain of CHAINS)
        await store.begin({ chain, final: start, seen: start, latest: { ...start, time: 0 } });
    });
    afterEach(() => store.close());

    type Step = { send: Message; to: ChainId } | { arrival: (at: LogPosition) => ArrivalLog };

    /** One final block of a chain with one transaction. Gives the ids of what it sent. */
    async function mine(chain: ChainId, ...steps: Step[]): Promise<Bytes32[]> {
      height += 1;
      const hash = word(`block ${height}`);
      const messages: LaneMessage[] = [];
      const arrivals: ArrivalLog[] = [];
      for (const [logIndex, step] of steps.entries()) {
        const transaction = word(`tx ${height}`);
        const at = { block: height, blockHash: hash, time: height, transaction, logIndex };
        if ("arrival" in step) arrivals.push(step.arrival(at));
        else messages.push(append(route(chain, step.to).laneId, step.send, at));
      }
      await store.record({
        chain,
        latest: { number: height, hash, time: height },
        scanned: { finality: "final", through: { number: height, hash }, messages, arrivals },
      });
      return messages.map(({ messageId }) => messageId);
    }

    function append(laneId: Bytes32, message: Message, at: LogPosition): LaneMessage {
      const lane = lanes.get(laneId) ?? [];
      lanes.set(laneId, lane);
      const body = bytesToHex(encodeMessage(message));
      const tip = { count: lane.length, head: lane.at(-1)?.messageId ?? laneId };
      const sequence = tip.count + 1;
      const log = { type: "sent" as const, laneId, sequence, body, at };
      const messageId = appendTo(tip.head, body);
      const [made] = extendLane(tip, [{ ...log, messageId }]);
      if (made === undefined) throw new Error("nothing was appended");
      lane.push(made);
      return made;
    }

    const delivered = (from: ChainId, to: ChainId, first: number, last = first): Step => ({
      arrival: (at) => {
        const { laneId } = route(from, to);
        return { type: "delivered", laneId, first, last, head: word("head"), at };
      },
    });
    const returned = (from: ChainId, to: ChainId, messageId: Bytes32, returnId: Bytes32): Step => ({
      arrival: (at) => ({
        type: "returned",
        laneId: route(from, to).laneId,
        messageId,
        returnId,
        at,
      }),
    });
    const status = async (id: Bytes32 | undefined) => {
      const found = await store.transfer(id ?? "0x");
      return found && { state: found.state, next: found.next };
    };
    const holdings = async () =>
      Object.fromEntries((await store.holdings()).map((h) => [h.counterpartChain, h.units]));

    test("a claimed message is delivered, and those before it are not", async () => {
      const ids = [
        ...(await mine(HOME, { send: OUT, to: AWAY })),
        ...(await mine(HOME, { send: OUT, to: AWAY })),
      ];
      const messageId = ids[1] ?? word("none");
      const { laneId } = route(HOME, AWAY);
      await mine(AWAY, {
        arrival: (at) => ({ type: "claimed", laneId, sequence: 2, messageId, at }),
      });
      expect(await status(ids[0])).toMatchObject({ state: "final" });
      expect(await status(ids[1])).toMatchObject({ state: "delivered" });
      expect((await store.lane(laneId))?.delivered).toBe(0);
    });

    test("a redirected message is delivered to whom its recipient named", async () => {
      const [messageId = word("none")] = await mine(HOME, { send: OUT, to: AWAY });
      const { laneId } = route(HOME, AWAY);
      const parked: Step = {
        arrival: (at) => ({ type: "parked", laneId, sequence: 1, messageId, reason: "0x", at }),
      };
      await mine(AWAY, delivered(HOME, AWAY, 1), parked);
      expect(await status(messageId)).toMatchObject({ state: "parked" });
      const recipient = address(accountOf("another"));
      await mine(AWAY, {
        arrival: (at) => ({ type: "retried", laneId, messageId, recipient, at }),
      });
      expect(await store.transfer(messageId)).toMatchObject({
        state: "delivered",
        redirectedTo: recipient,
      });
    });

    test("a Forward leads to its Transfer, each of two that say the same to its own", async () => {
      await mine(HOME, { send: OUT, to: AWAY });
      const [one] = await mine(AWAY, { send: FORWARD, to: HOME });
      const [two] = await mine(AWAY, { send: FORWARD, to: HOME });
      expect(await status(one)).toEqual({ state: "final", next: undefined });
      const [first, second] = await mine(
        HOME,
        delivered(AWAY, HOME, 1, 2),
        { send: ONWARD, to: THIRD },
        { send: ONWARD, to: THIRD },
      );
      expect(await status(one)).toEqual({ state: "delivered", next: first });
      expect(await status(two)).toEqual({ state: "delivered", next: second });
      expect(await status(first)).toEqual({ state: "final", next: undefined });
    });

    test("what came too late is returned, and home sends a Return on", async () => {
      await mine(HOME, { send: OUT, to: AWAY });
      await mine(HOME, { send: { ...OUT, assets: FORWARD.assets }, to: AWAY });
      const two = `${2n * 2n ** 70n}`;
      expect(await holdings()).toEqual({ [AWAY]: two });
      const [forward] = await mine(AWAY, { send: FORWARD, to: HOME });
      const [onward = word("none")] = await mine(HOME, delivered(AWAY, HOME, 1), {
        send: ONWARD,
        to: THIRD,
      });
      expect(await holdings()).toEqual({ [AWAY]: `${2n ** 70n}`, [THIRD]: `${2n ** 70n}` });
      const back = returnOf(onward);
      const id = appendTo(route(THIRD, HOME).laneId, bytesToHex(encodeMessage(back)));
      await mine(
        THIRD,
        delivered(HOME, THIRD, 1),
        { send: back, to: HOME },
        returned(HOME, THIRD, onward, id),
      );
      expect(await status(onward)).toEqual({ state: "returned", next: id });
      expect(await status(id)).toEqual({ state: "final", next: undefined });
      expect((await holdings())[THIRD]).toBe(`${2n ** 70n}`);
      const [passedOn] = await mine(HOME, delivered(THIRD, HOME, 1), { send: back, to: AWAY });
      expect(await status(id)).toEqual({ state: "delivered", next: passedOn });
      expect(await status(forward)).toEqual({ state: "delivered", next: onward });
      expect(await holdings()).toEqual({ [AWAY]: two });
      await mine(AWAY, delivered(HOME, AWAY, 3));
      expect(await status(passedOn)).toEqual({ state: "delivered", next: undefined });
    });

    test("what home sends back because it came too late never left its vault", async () => {
      await mine(HOME, { send: OUT, to: AWAY });
      const [forward = word("none")] = await mine(AWAY, { send: FORWARD, to: HOME });
      const back = returnOf(forward);
      const lane = lanes.get(route(HOME, AWAY).laneId) ?? [];
      const id = appendTo(lane.at(-1)?.messageId ?? word("none"), bytesToHex(encodeMessage(back)));
      await mine(
        HOME,
        delivered(AWAY, HOME, 1),
        { send: back, to: AWAY },
        returned(AWAY, HOME, forward, id),
      );
      expect(await status(forward)).toEqual({ state: "returned", next: id });
      expect(await holdings()).toEqual({ [AWAY]: `${2n ** 70n}` });
    });
  });
}

const appendTo = (head: Bytes32, body: `0x${string}`): Bytes32 => appendHead(head, hashOf(body));
