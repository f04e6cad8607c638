import { address, type Bytes32, type ChainId } from "../src/primitives/index.ts";
import type { ClaimCertificateBody, ReserveStatementBody } from "../src/reserves/index.ts";
import { readZone, type Zone, zoneLanes } from "../src/zone/index.ts";
import { buildManifestBody, signedManifest, trustOf, validatorWallets } from "./example-zone.ts";

const TOKEN = address(`0x${"22".repeat(20)}`);
const word = (byte: string) => `0x${byte.repeat(32)}` as Bytes32;
/** Whose documents the examples are. */
export const issuer = validatorWallets[0] ?? raise();

function raise(): never {
  throw new Error("not in the example");
}

/** The zone that the examples are of. */
export async function exampleZone(): Promise<Zone> {
  const body = buildManifestBody();
  return readZone(await signedManifest(body, 3), trustOf(body));
}

/** The zone's first two chains. */
function chainsOf({ manifest }: Zone): [home: ChainId, away: ChainId] {
  const [home, away] = manifest.chains;
  return home === undefined || away === undefined ? raise() : [home.id, away.id];
}

function common(zone: Zone) {
  const [home, away] = chainsOf(zone);
  return {
    zoneId: zone.id,
    validator: address(issuer.address),
    issuedAt: "2026-11-22T00:00:07Z",
    chains: [
      { id: home, block: 120, hash: word("a1") },
      { id: away, block: 340, hash: word("b2") },
    ],
  };
}

function collection(zone: Zone) {
  const [homeChain, counterpartChain] = chainsOf(zone);
  return { homeChain, counterpartChain, homeToken: TOKEN, standard: "erc20" } as const;
}

/** A day's statement of one collection that is covered, with a surplus of 5. */
export function exampleStatement(zone: Zone): ReserveStatementBody {
  return {
    schema: "ryugu-reserve-statement/1",
    ...common(zone),
    day: "2026-11-22",
    reserves: [
      {
        ...collection(zone),
        state: "covered",
        outstanding: "70",
        issued: "70",
        inFlightOut: "20",
        inFlightBack: "10",
        parkedOut: "3",
        parkedBack: "2",
        claimed: "0",
        owed: "105",
        vault: "110",
        difference: "5",
      },
    ],
    unread: [],
    lanes: zoneLanes(zone).map(({ id, origin, destination }) => ({
      laneId: id,
      originChain: origin.chain,
      destinationChain: destination.chain,
      anchor: 0,
      count: 4,
      head: word("c3"),
      delivered: 3,
    })),
  };
}

/** What one holder has. */
export function exampleCertificate(zone: Zone): ClaimCertificateBody {
  return {
    schema: "ryugu-claim-certificate/1",
    ...common(zone),
    holder: address(`0x${"33".repeat(20)}`),
    holdings: [
      {
        ...collection(zone),
        outstanding: "7",
        inFlightOut: "2",
        inFlightBack: "0",
        parkedOut: "1",
        parkedBack: "0",
      },
    ],
    atHome: [{ homeChain: chainsOf(zone)[0], homeToken: TOKEN, standard: "erc20", units: "40" }],
  };
}
