import {
  type Action,
  actOf,
  type CouncilAct,
  type Model,
  rotationText,
  setAt,
  signAll,
} from "@ryugu/contracts/model";
import { type Address, isSameAddress, ZERO_ADDRESS } from "@ryugu/sdk/primitives";
import type { LogDescription } from "ethers";
import { type Stage, type StageChain, tokenOn } from "../stage/stage.ts";
import { lowerCase } from "./beginning.ts";
import type { Happening } from "./happening.ts";

/** What validators decided in a transaction; none where it is of another kind. */
export function councilActions(stage: Stage, model: Model, happening: Happening): Action[] {
  const { chain, time, events } = happening;
  const [first] = events;
  const limit = events.find(({ event }) => event.name === "LimitChanged")?.event;
  switch (first?.event.name) {
    case "LaneOpened": {
      const { counterpartChainId, counterpartGateway } = first.event.args;
      const counterpart = `eip155:${counterpartChainId}` as const;
      return decided({ kind: "open-lane", epoch: 0, counterpart, counterpartGateway });
    }
    case "TokenListed": {
      const { token } = first.event.args;
      return decided({ kind: "list-token", token, class: "payment", ...limitOf(limit) });
    }
    case "LimitChanged": {
      const collection = collectionAt(stage, chain, first.event.args.token);
      return decided({ kind: "set-limit", collection, ...limitOf(limit) });
    }
    case "Paused":
      return [paused(stage, happening, first.event)];
    case "ValidatorsRotated":
      return [rotated(model, happening, first.event)];
    default:
      return [];
  }

  function decided(act: CouncilAct): Action[] {
    return [actOf(model, chain.id, act, time)];
  }
}

const limitOf = (event: LogDescription | undefined) => ({
  cap: BigInt(event?.args.cap ?? 0),
  windowMinutes: Number(event?.args.windowMinutes ?? 0),
});

function collectionAt(stage: Stage, on: StageChain, token: string) {
  const found = stage.collections.find((each) => isSameAddress(tokenOn(each, on), token));
  if (found === undefined) throw new RangeError(`The stage has no token ${token} on ${on.id}.`);
  return { homeChain: found.home.id, homeToken: found.token };
}

function paused(stage: Stage, { chain, time }: Happening, { args }: LogDescription): Action {
  const { counterpartChainId, token, until, validator } = args;
  const all =
    counterpartChainId === 0n ? ("all" as const) : (`eip155:${counterpartChainId}` as const);
  const subject = isSameAddress(token, ZERO_ADDRESS) ? all : collectionAt(stage, chain, token);
  const by = lowerCase(validator);
  const pause = { validator: by, subject, duration: Number(until) - time, nonce: 0 };
  return { on: chain.id, type: "pause", by, pause };
}

function rotated(model: Model, { chain, time }: Happening, { args }: LogDescription): Action {
  const { epoch, validFrom, quorum, validators } = args;
  const rotation = {
    ...{ zone: model.zone.name, from: Number(epoch) - 1, validFrom: Number(validFrom) },
    to: {
      ...{ epoch: Number(epoch), quorum: Number(quorum) },
      validators: (validators as Address[]).map(lowerCase),
    },
  };
  const here = model.zone.chains.get(chain.id);
  if (here === undefined) throw new RangeError(`The model has no chain ${chain.id}.`);
  const signers = setAt(here, time).validators.slice(0, rotation.to.quorum);
  return {
    on: chain.id,
    type: "rotate",
    rotation,
    signatures: signAll(signers, rotationText(rotation)),
  };
}
