import { custodyAbi, gatewayAbi } from "@ryugu/contracts";
import { type Chain, collectionKey, type ValidatorSet } from "@ryugu/contracts/model";
import { chainId, type Hex } from "@ryugu/sdk/primitives";
import { Interface } from "ethers";
import { custodyAddress, representationAddress, vaultAddress } from "./addresses.ts";
import { nameAsWord } from "./block.ts";
import { word } from "./logs.ts";
import { RpcRefusal } from "./refusal.ts";

const gateway = new Interface(gatewayAbi);
const selector = (name: string) => gateway.getFunction(name)?.selector;
const OUTBOUND = selector("outboundLane");
const INBOUND = selector("inboundLane");
const VAULT = selector("vaultOf");
const VALIDATORS = selector("validatorSet");
const CUSTODY = selector("custody");
const REPRESENTATION = selector("representationOf");
const WIND_DOWN = selector("windDownOf");
const METER = new Interface(custodyAbi).getFunction("meterOf")?.selector;

/** Answers a question to a chain's gateway. */
export function gatewayCall(state: Chain, data: Hex): Hex {
  const argument = `0x${data.slice(10)}`;
  switch (data.slice(0, 10)) {
    case OUTBOUND: {
      const lane = [...state.outgoing.values()].find((each) => each.id === argument);
      return words(lane?.head ?? 0, lane?.log.length ?? 0, 0, lane?.retired, lane?.closed);
    }
    case INBOUND: {
      const lane = [...state.incoming.values()].find((each) => each.id === argument);
      const { head = 0, delivered = 0, anchor = 0, claimedAhead = 0 } = lane ?? {};
      const halted = lane?.haltedAt !== undefined;
      return words(head, delivered, anchor, 0, claimedAhead, 0, halted, lane?.closed);
    }
    case VAULT:
      return word(BigInt(vaultAddress(chainId(Number(argument)))));
    case VALIDATORS:
      return setOf(state.council.current);
    case CUSTODY:
      return word(BigInt(custodyAddress(state.id)));
    case REPRESENTATION: {
      const homeChain = chainId(Number(`0x${data.slice(10, 74)}`));
      const homeToken = `0x${data.slice(98, 138)}` as const;
      return word(BigInt(representationAddress(collectionKey({ homeChain, homeToken }))));
    }
    case WIND_DOWN: {
      const found = state.windDowns.get(chainId(Number(argument)));
      return words(found?.root, found?.claimableFrom);
    }
    default:
      throw new RpcRefusal("execution reverted", "0x");
  }
}

/** Answers a question to a chain's custody: until when a collection stands still. */
export function custodyCall(state: Chain, data: Hex): Hex {
  if (data.slice(0, 10) !== METER) throw new RpcRefusal("execution reverted", "0x");
  const homeToken = `0x${data.slice(34, 74)}` as const;
  const until = state.quarantinedUntil.get(collectionKey({ homeChain: state.id, homeToken }));
  return words(0, until, 0, 0, 0);
}

const sets = new WeakMap<ValidatorSet, Hex>();

/** Encoding a set takes longer than a whole block; there are few of them. */
function setOf(set: ValidatorSet): Hex {
  const { epoch, quorum, validators } = set;
  const known =
    sets.get(set) ??
    (gateway.encodeFunctionResult("validatorSet", [
      epoch,
      nameAsWord(epoch),
      quorum,
      validators,
    ]) as Hex);
  sets.set(set, known);
  return known;
}

function words(...values: readonly (string | number | boolean | undefined)[]): Hex {
  const texts = values.map((value) =>
    typeof value === "string" ? value.slice(2) : word(Number(value ?? 0)).slice(2),
  );
  return `0x${texts.join("")}`;
}
