import { gatewayAbi } from "@ryugu/contracts";
import { deployZone, planZone } from "@ryugu/contracts/deploy";
import {
  type CouncilActName,
  type CouncilActs,
  decodeMessage,
  joinSignatures,
  laneId,
  signCheckpoint,
  signCouncilAct,
  type ValidatorSet,
  validatorSet,
  zoneId,
} from "@ryugu/sdk/lane";
import { type Address, address, bytes32, chainNumber, type Hex } from "@ryugu/sdk/primitives";
import { Contract, concat, type TransactionReceipt, type Wallet } from "ethers";
import { across, SIDES, type Side } from "../model/words.ts";
import type { Chain } from "./chain.ts";
import type { Keys } from "./keys.ts";

const NAME = "ryugu-books";
export const QUORUM = 2;
const DAY = 86_400;
const SETTINGS = {
  ...{ minDeadline: 60, maxDeadline: 30 * DAY, defaultDeadline: 30 * DAY },
  ...{ policyNotice: 60, reanchorNotice: 60, windDownNotice: 60 },
};
/** The largest cap, which means no limit. */
const NO_LIMIT = 2n ** 88n - 1n;
const PAYMENT = 2;
const AN_HOUR = 60;

interface SentMessage {
  readonly id: string;
  readonly sequence: number;
  readonly message: string;
  /** Whether it carries anything. */
  readonly isTransfer: boolean;
}

/** A zone on two chains with every validator's key in the run's hands. */
export class BooksZone {
  readonly #chains: Readonly<Record<Side, Chain>>;
  readonly #keys: Keys;
  readonly #quorum: readonly Wallet[];
  readonly #set: ValidatorSet;
  readonly gateway: Address;
  readonly custody: Address;
  readonly id = zoneId(NAME);

  private constructor(chains: Readonly<Record<Side, Chain>>, keys: Keys, plan: Plan) {
    this.#chains = chains;
    this.#keys = keys;
    const validators = ascending(keys.validators);
    this.#quorum = validators.slice(0, QUORUM);
    this.#set = validatorSet(
      0,
      QUORUM,
      validators.map((key) => address(key.address)),
    );
    this.gateway = address(plan.gateway);
    this.custody = address(plan.custody);
  }

  static async deploy(chains: Readonly<Record<Side, Chain>>, keys: Keys): Promise<BooksZone> {
    const validators = ascending(keys.validators).map((key) => key.address);
    const plan = planZone({ name: NAME, validators, quorum: QUORUM, settings: SETTINGS });
    for (const side of SIDES) await deployZone(keys.relayer.connect(chains[side].provider), plan);
    const zone = new BooksZone(chains, keys, plan);
    for (const side of SIDES) {
      const other = chains[across(side)].id;
      const act = { epoch: 0, counterpartChain: other, counterpartGateway: zone.gateway };
      await zone.#act(side, "OpenLane", "openLane", act, [0, chainNumber(other), zone.gateway]);
    }
    return zone;
  }

  gatewayOn(side: Side, by: Wallet = this.#keys.relayer): Contract {
    return new Contract(this.gateway, gatewayAbi, by.connect(this.#chains[side].provider));
  }

  list(side: Side, token: Address): Promise<void> {
    const act = { token, class: PAYMENT, cap: NO_LIMIT, windowMinutes: AN_HOUR };
    return this.#act(side, "ListToken", "listToken", act, [token, PAYMENT, NO_LIMIT, AN_HOUR]);
  }

  laneFrom(side: Side): Hex {
    const end = (on: Side) => ({ chain: this.#chains[on].id, gateway: this.gateway });
    return laneId({ zoneId: this.id, origin: end(side), destination: end(across(side)) });
  }

  /** How many messages were delivered of those that came from a chain. */
  async delivered(from: Side): Promise<number> {
    const lane = await this.gatewayOn(across(from)).getFunction("inboundLane")(this.laneFrom(from));
    return Number(lane.delivered);
  }

  /** The messages that a chain sent, in order, each as its bytes. */
  async sent(from: Side): Promise<SentMessage[]> {
    const gateway = this.gatewayOn(from);
    const filter = gateway.getEvent("MessageSent")(this.laneFrom(from));
    const logs = await gateway.queryFilter(await filter, 0, "latest");
    return logs.flatMap((log) => {
      if (!("args" in log)) return [];
      const { messageId, sequence, message } = log.args;
      const isTransfer = decodeMessage(message).kind !== "collection";
      return [{ id: messageId, sequence: Number(sequence), message, isTransfer }];
    });
  }

  /** What delivering everything takes: proven by a quorum's signatures on the lane's head. */
  async delivery(from: Side): Promise<unknown[]> {
    const lane = this.laneFrom(from);
    const { count, head } = await this.gatewayOn(from).getFunction("outboundLane")(lane);
    const checkpoint = {
      laneId: bytes32(lane),
      anchor: 0,
      sequence: Number(count),
      head: bytes32(head),
    };
    const attestations = await Promise.all(
      this.#quorum.map((key) => signCheckpoint(key, this.id, checkpoint)),
    );
    const first = (await this.delivered(from)) + 1;
    const bodies = (await this.sent(from)).filter(({ sequence }) => sequence >= first);
    return [
      lane,
      first,
      bodies.map(({ message }) => message),
      [],
      joinSignatures(this.#set, attestations),
    ];
  }

  async deliver(from: Side): Promise<TransactionReceipt> {
    const args = await this.delivery(from);
    const sent = await this.gatewayOn(across(from)).getFunction("deliver")(...args);
    return sent.wait();
  }

  async #act<Name extends CouncilActName>(
    on: Side,
    name: Name,
    call: string,
    body: CouncilActs[Name],
    args: readonly unknown[],
  ): Promise<void> {
    const gateway = this.gatewayOn(on);
    const nonce = Number(await gateway.getFunction("councilNonce")());
    const there = { chain: this.#chains[on].id, gateway: this.gateway };
    const signatures = await Promise.all(
      this.#quorum.map((key) => signCouncilAct(key, this.id, there, nonce, name, body)),
    );
    await (await gateway.getFunction(call)(...args, concat(signatures))).wait();
  }
}

type Plan = ReturnType<typeof planZone>;

/** Validators in the order in which a set has them. */
export const ascending = (keys: readonly Wallet[]): Wallet[] =>
  [...keys].sort((a, b) => (BigInt(a.address) < BigInt(b.address) ? -1 : 1));
