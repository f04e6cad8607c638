import type { CouncilActName } from "@ryugu/sdk/lane";
import { address, type ChainId } from "@ryugu/sdk/primitives";
import {
  ACT_NAMES,
  type ActsFile,
  type ActWords,
  CouncilActError,
  openMissingLanes,
  type ProposedAct,
  readAct,
} from "@ryugu/sdk/zone/council";
import type { Cli } from "../cli.ts";
import { UsageError } from "../errors.ts";
import { EXIT } from "../exit-code.ts";
import type { Outcome } from "../outcome.ts";
import { type CouncilState, inspectChain } from "../zone/deploy/inspect-chain.ts";
import { type OpenChain, withOpenChains } from "../zone/founding/open-chains.ts";
import {
  chosenChains,
  counterpartsOf,
  type FoundedZone,
  readZoneFile,
} from "../zone/founding/zone-file.ts";
import { writeActsFile } from "./acts-file.ts";
import { actsTable, actsView } from "./view.ts";

/** What a person typed after `zone act propose`. */
export interface ProposeOptions {
  zone: string;
  out: string;
  on?: string[];
  value?: string[];
}

/** `ryugu zone act propose` */
export async function proposeCommand(
  cli: Cli,
  name: string,
  options: ProposeOptions,
): Promise<Outcome> {
  const act = actName(name);
  const words = readWords(options.value ?? []);
  const zone = await readZoneFile(cli, options.zone);
  const chosen = chosenChains(zone, options.on);
  const isEveryLane = act === "OpenLane" && Object.keys(words).length === 0;
  if (!isEveryLane) readAct(act, words);
  const acts = await withOpenChains(zone.file.chains, async (open) => {
    const councils = await readCouncils(zone, open);
    const mine = councils.filter(({ id }) => chosen.some((chain) => chain.id === id));
    return isEveryLane
      ? missingLanes(zone, councils, mine)
      : mine.map(({ id, nonce }) => ({ chain: id, nonce, act, values: words, signatures: [] }));
  });
  if (acts.length === 0) return nothingToDo();
  const file: ActsFile = {
    schema: "ryugu-council-acts/1",
    zoneId: zone.plan.zoneId as ActsFile["zoneId"],
    acts,
  };
  await writeActsFile(cli, options.out, file);
  return {
    json: { file: options.out, acts: actsTable(zone, acts) },
    view: actsView(zone, acts, `Written to ${options.out}, for the validators to sign.`),
    exitCode: EXIT.ok,
  };
}

interface ChainCouncil extends CouncilState {
  id: ChainId;
}

async function readCouncils(
  { plan }: FoundedZone,
  open: readonly OpenChain[],
): Promise<ChainCouncil[]> {
  return Promise.all(
    open.map(async (each) => {
      const { chain, council, steps } = await inspectChain(plan, each);
      if (council !== undefined) return { id: chain.id, ...council };
      // A lane to a gateway whose zone is not whole could carry tokens to where nothing mints them.
      throw new CouncilActError(`The zone is not yet complete on ${chain.name}.`, {
        details: [
          `Missing: ${steps.map(({ name }) => name).join(", ")}`,
          "First: ryugu zone deploy <zone file>",
        ],
      });
    }),
  );
}

/** Every lane that the zone file wants and the chosen gateways have not. Throws CouncilActError while one is behind. */
function missingLanes(
  zone: FoundedZone,
  councils: readonly ChainCouncil[],
  on: readonly ChainCouncil[],
): ProposedAct[] {
  const gateways = councils.map(({ id, epoch, nonce, counterparts }) => ({
    ...{ chain: id, gateway: address(zone.plan.gateway), epoch, nonce, counterparts },
    wanted: counterpartsOf(zone, id),
  }));
  return openMissingLanes(
    gateways,
    on.map(({ id }) => id),
  );
}

function readWords(pairs: readonly string[]): ActWords {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      if (at > 0) return [pair.slice(0, at), pair.slice(at + 1)];
      throw new UsageError(`--value is no field=value: ${pair}`);
    }),
  );
}

function nothingToDo(): Outcome {
  return {
    json: { acts: [] },
    view: [{ kind: "lines", lines: ["Every lane of the zone file is open. Nothing was written."] }],
    exitCode: EXIT.ok,
  };
}

/** The act of a name. Throws UsageError. */
function actName(text: string): CouncilActName {
  const found = ACT_NAMES.find((name) => name === text);
  if (found !== undefined) return found;
  throw new UsageError(`The council has no act of this name: ${text}`, {
    details: [`Its acts: ${ACT_NAMES.join(", ")}`],
  });
}
