import { type Declared, idsOf, missingFrom, readArtifact, readInterface } from "./natspec.ts";
import { type Group, renderPage } from "./page.ts";

/** From where the page is found by its readers, relative to this package. */
export const REFERENCE = "../../docs/reference/solidity.md";

const GROUPS: readonly Group[] = [
  {
    title: "The gateway",
    about: "One contract at one address on each chain; `IGateway` is all of these together.",
    interfaces: [
      "IOutbox",
      "IIntents",
      "IInbox",
      "ILanes",
      "ICouncil",
      "IWindDown",
      "IHub",
      "IGateway",
    ],
  },
  {
    title: "Custody, vaults and representations",
    about: "What holds and makes assets. Only the gateway reaches it, for what a lane brought.",
    interfaces: [
      "ICustody",
      "IVault",
      "IRepresentation",
      "IRepresentedNft",
      "IRepresentation1155",
      "IRepresentation20",
      "IRoyaltyRouter",
    ],
  },
  {
    title: "What the gateway asks",
    about: "Contracts without rights.",
    interfaces: ["IPolicy", "IMetadataReader", "ISignatureChecker"],
  },
  { title: "Deploying", about: "Once for each zone and chain.", interfaces: ["IZoneFactory"] },
  {
    title: "Payouts",
    about:
      "Paying, and dividing money among creators. Not a part of the bridge; one factory on each chain.",
    interfaces: ["ISplitFactory", "ISplit", "ICredits", "IPaymentRail", "IPrepaidRail"],
  },
  {
    title: "The market",
    about: "Selling by signed orders. Not a part of the bridge; one market on each chain.",
    interfaces: ["IMarket", "ISalePolicy", "IPerBuyerCap", "IVoucherCollection"],
  },
  {
    title: "Samples",
    about: "What the demo world and the tests use.",
    interfaces: ["ICreatorCollection", "ITestYen"],
  },
];

/** Interfaces of standards, which say themselves what they mean. */
const STANDARDS: readonly [file: string, name: string][] = [
  ["IERC7572", "IERC7572"],
  ["IERC721Metadata", "IERC721Metadata"],
  ["IERC1155MetadataURI", "IERC1155MetadataURI"],
  ["IERC1155Receiver", "IERC1155Receiver"],
  ["IERC20Metadata", "IERC20Metadata"],
  ["IERC20Permit", "IERC20Permit"],
  ["IERC2981", "IERC2981"],
  ["IERC5267", "IERC5267"],
  ["Ownable", "Ownable"],
];

const CONTRACTS = [
  "Gateway",
  "GatewayModule",
  "CouncilModule",
  "Custody",
  "Vault",
  "Representation721",
  "Representation1155",
  "Representation20",
  "RoyaltyRouter",
  "MetadataReader",
  "SignatureChecker",
  "ZoneFactory",
  "ClassPolicy",
  "SplitFactory",
  "Split",
  "Erc20Rail",
  "PrepaidRail",
  "Market",
  "PerBuyerCap",
];

/** The reference page. Throws where a function says too little, or is in no interface. */
export function referencePage(): string {
  const declared = readAll();
  const gaps = [...declared.values()].flatMap(({ name, entries }) =>
    entries.flatMap((entry) => {
      const missing = missingFrom(entry);
      return missing.length > 0 ? [`${name}.${entry.name}: ${missing.join(", ")}`] : [];
    }),
  );
  gaps.push(...undeclared(declared));
  if (gaps.length > 0) throw new Error(`NatSpec is missing:\n${gaps.join("\n")}`);
  const find = (name: string): Declared => {
    const found = declared.get(name);
    if (found === undefined) throw new Error(`no interface ${name}`);
    return found;
  };
  const quorum = readInterface("QuorumLib", new Set());
  return renderPage(GROUPS, find, [quorum]);
}

/** In an order in which what is inherited comes first. */
function readAll(): Map<string, Declared> {
  const declared = new Map<string, Declared>();
  const standard = STANDARDS.flatMap(idsOf);
  for (const name of GROUPS.flatMap(({ interfaces }) => interfaces)) {
    const bases = [...declared.values()].filter((other) => isBase(name, other.name));
    const inherited = bases.flatMap(({ entries }) => entries.map(({ id }) => id));
    declared.set(name, readInterface(name, new Set([...standard, ...inherited])));
  }
  return declared;
}

function isBase(name: string, other: string): boolean {
  return name === "IGateway" || (name.startsWith("IRepresent") && other.startsWith("IRepresent"));
}

/** What a contract answers to that no interface of ours or of a standard declares. */
function undeclared(declared: ReadonlyMap<string, Declared>): string[] {
  const known = new Set([
    ...[...declared.values()].flatMap(({ entries }) => entries.map(({ selector }) => selector)),
    ...STANDARDS.flatMap(([file, name]) =>
      Object.values(readArtifact(file, name).methodIdentifiers).map((id) => `0x${id}`),
    ),
  ]);
  return CONTRACTS.flatMap((contract) =>
    Object.entries(readArtifact(contract).methodIdentifiers)
      .filter(([, id]) => !known.has(`0x${id}`))
      .map(([signature]) => `${contract}.${signature} is in no interface`),
  );
}
