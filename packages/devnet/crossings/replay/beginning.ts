import { createModel, type Model, step } from "@ryugu/contracts/model";
import { protocolHashing } from "../../../sdk/test/model-hashing.ts";
import { zoneSettings } from "../../src/zone/plan.ts";
import { crossingShape } from "../stage/shape.ts";
import type { Stage } from "../stage/stage.ts";
import { formOf } from "../stage/uris.ts";
import { Weather } from "./weather.ts";

/** A model of the stage as it was before the first lane was opened: gateways, collections, and what people were given. */
export function modelOf(stage: Stage): { model: Model; weather: Weather } {
  const { zone, chains, collections } = stage;
  const weather = new Weather();
  const { epoch, quorum, validators } = zone.validatorSet;
  const model = createModel(
    {
      name: zone.manifest.name,
      chains: chains.map(({ id, gatewayAddress }) => ({ chain: id, gateway: gatewayAddress })),
      genesis: { epoch, quorum, validators: validators.map(lowerCase) },
      settings: zoneSettings(crossingShape([])),
    },
    {
      hashing: protocolHashing(zone.id),
      tokenBehaviour: (chain, token) => weather.behaviour(chain, token),
      chooseForm: (uri, id, standard) => formOf(uri, id, standard === "erc721" ? "cid" : ""),
    },
  );
  for (const { home, token, described, gifts } of collections) {
    step(model, { on: home.id, type: "create-token", token, as: described }, 0);
    for (const { to, id, amount } of gifts) {
      step(model, { on: home.id, type: "mint", token, asset: { id, amount }, to }, 0);
    }
  }
  return { model, weather };
}

/** The model puts signers in the order of their texts. */
export const lowerCase = (address: string) => address.toLowerCase() as `0x${string}`;
