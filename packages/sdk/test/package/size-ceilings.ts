/** What a browser may be made to load for one use of the SDK. */
export interface SizeCeiling {
  /** Names imported from the sub-path; all of them when left out. */
  names?: readonly string[];
  subPath: string;
  /** Bytes loaded at once, minified and gzipped. Raised only with a reason. */
  ceiling: number;
  /** What the bytes are spent on. */
  why: string;
  /** Bytes of code that is loaded only when it is needed; none unless told. */
  lazyCeiling?: number;
  /** Texts of which none may be in the code that is loaded at once or later: see {@link MARKS}. */
  without: readonly (keyof typeof MARKS)[];
}

/** Texts that minifying leaves alone, and that give away what is in a bundle. */
export const MARKS = {
  provider: "eth_getTransactionReceipt",
  keystore: "scrypt",
  curve: "baaedce6af48a03bbfd25e8cd0364141",
  zod: "~standard",
  jsonSchema: "https://json-schema.org/draft/2020-12/schema",
  gatewayAbi: "MessageParked",
  ipfsRpc: "block/stat",
} as const;

const NO_CHAIN = ["provider", "keystore", "gatewayAbi", "ipfsRpc", "jsonSchema"] as const;

/** Each sub-path whole, and the uses that pages have most often. */
export const SIZE_CEILINGS: readonly SizeCeiling[] = [
  {
    subPath: "errors",
    ceiling: 600,
    why: "one class",
    without: [...NO_CHAIN, "curve", "zod"],
  },
  {
    subPath: "primitives",
    ceiling: 9_300, // 7,700 before logs from endpoints that cap them were read here, for transfers and payouts alike
    why: "Keccak-256 for address checksums, RFC 8785, sentences for what a schema finds, reading logs in ranges",
    without: [...NO_CHAIN, "curve", "zod"],
  },
  {
    subPath: "content",
    ceiling: 8_000,
    lazyCeiling: 35_000,
    why: "CIDs; the tree of a file over 256 KiB comes when there is one",
    without: [...NO_CHAIN, "curve", "zod"],
  },
  {
    subPath: "content/ipfs",
    ceiling: 21_000,
    lazyCeiling: 108_000,
    why: "reading blocks of a node; ipfs-http-client comes with the first request",
    without: ["provider", "keystore", "gatewayAbi", "curve", "zod"],
  },
  {
    subPath: "lane",
    ceiling: 33_500, // 25,000 before the council's acts, intents, and holdings, whose leaves are ABI-encoded
    why: "secp256k1, EIP-712 and the ABI coder of ethers",
    without: [...NO_CHAIN, "zod"],
  },
  {
    subPath: "lane",
    names: ["decodeMessage", "verifyAttestation", "joinSignatures"],
    ceiling: 25_000,
    why: "secp256k1 and EIP-712 of ethers",
    without: [...NO_CHAIN, "zod"],
  },
  {
    subPath: "lane",
    names: ["decodeMessage"],
    ceiling: 6_500,
    why: "the codec alone",
    without: [...NO_CHAIN, "curve", "zod"],
  },
  {
    subPath: "lane",
    names: ["appendHead", "headsAfter"],
    ceiling: 3_300,
    why: "Keccak-256",
    without: [...NO_CHAIN, "curve", "zod"],
  },
  {
    subPath: "wallet",
    ceiling: 139_000, // 128,000 before a person's key, its locks and passkeys
    lazyCeiling: 6_000,
    why: "ethers' BrowserProvider, and its keystores; the list of words comes with the first key",
    without: ["gatewayAbi", "ipfsRpc", "jsonSchema"],
  },
  {
    subPath: "wallet",
    names: ["discoverWallets"],
    ceiling: 7_500,
    why: "events of the page (EIP-6963), one schema and its sentences",
    without: [...NO_CHAIN, "curve"],
  },
  {
    subPath: "wallet",
    names: ["createKeyWallet"],
    ceiling: 31_000,
    why: "secp256k1, EIP-712, transactions",
    without: NO_CHAIN,
  },
  {
    subPath: "wallet",
    names: ["createPersonKey", "lockKey", "readLockedKey", "unlockKey"],
    ceiling: 43_500,
    lazyCeiling: 6_000,
    why: "createKeyWallet, one schema and its sentences, common passphrases",
    without: NO_CHAIN,
  },
  {
    subPath: "wallet",
    names: ["exportBackup", "restoreBackup"],
    ceiling: 35_500,
    lazyCeiling: 37_000,
    why: "createKeyWallet, passphrases; scrypt, AES and the words come when a backup is made",
    without: ["provider", "gatewayAbi", "ipfsRpc", "jsonSchema"],
  },
  {
    subPath: "wallet",
    names: ["checkPasskeySupport", "createPasskey", "passkeyHost", "usePasskey"],
    ceiling: 2_100,
    why: "questions to the browser",
    without: [...NO_CHAIN, "curve", "zod"],
  },
  {
    subPath: "asset",
    ceiling: 25_300,
    why: "zod/mini, CIDs, Keccak-256, findings in two languages",
    without: [...NO_CHAIN, "curve"],
  },
  {
    subPath: "avatar",
    ceiling: 19_000,
    why: "zod/mini, findings in two languages",
    without: [...NO_CHAIN, "curve"],
  },
  {
    subPath: "avatar",
    names: ["inspectAvatar"],
    ceiling: 16_000,
    why: "the checks, without the schema of their report",
    without: [...NO_CHAIN, "curve"],
  },
  {
    subPath: "zone",
    ceiling: 32_500, // 32,000 before a manifest carried rotations
    why: "lane, and zod/mini for the manifest",
    without: NO_CHAIN,
  },
  {
    subPath: "zone/council",
    ceiling: 32_500,
    why: "lane, and zod/mini for the files",
    without: NO_CHAIN,
  },
  {
    subPath: "passport",
    ceiling: 21_000,
    why: "secp256k1 of ethers, to see who signed",
    without: [...NO_CHAIN, "zod"],
  },
  {
    subPath: "passport",
    names: ["createSiweMessage"],
    ceiling: 5_800,
    why: "Keccak-256 for the address, the grammar of ERC-4361",
    without: [...NO_CHAIN, "curve", "zod"],
  },
  {
    subPath: "transfer",
    // 42,000 before anybody could claim, which takes secp256k1; 58,500 before anybody could deliver; 60,000 before calls could be
    // had without sending them, and logs from endpoints that cap them; 61,000 before a node's webhooks could be verified
    ceiling: 62_000,
    why: "zone, ethers' ABI coder and contracts, and checking partners' signatures; the caller brings the provider",
    without: ["provider", "keystore", "ipfsRpc", "jsonSchema"],
  },
  {
    subPath: "transfer",
    names: ["chainSource", "followTransfer", "nodeSource", "sendTransfer"],
    ceiling: 44_200, // 43,500 before logs could be had from endpoints that cap them
    why: "what a page needs that sends and follows: no signature is checked there",
    without: ["provider", "keystore", "ipfsRpc", "jsonSchema", "curve"],
  },
  {
    subPath: "transfer",
    names: ["followTransfer", "nodeSource"],
    ceiling: 9_400,
    why: "fetch, one schema and its sentences, and what legs add up to",
    without: [...NO_CHAIN, "curve"],
  },
  {
    subPath: "payout",
    // 55,000 before cashing out and words for payments; 64,500 before rails, splits and credits; 69,000 before an account's splits and
    // royalties could be found, and these sent home
    ceiling: 71_300,
    why: "ethers' ABI coder and contracts, secp256k1, zod/mini, the errors of all contracts; the caller brings the provider",
    without: ["provider", "keystore", "gatewayAbi", "ipfsRpc", "jsonSchema"],
  },
  {
    subPath: "payout",
    names: ["parseBankAccount", "signCashOut"],
    ceiling: 10_600,
    why: "what a page needs to let a person cash out: EIP-712, and the characters that banks write",
    without: [...NO_CHAIN, "zod"],
  },
  {
    subPath: "payout",
    names: ["erc20Rail", "prepaidRail", "signPayment"],
    ceiling: 37_000,
    why: "what a page needs that pays and shows what was paid; secp256k1 for the word",
    without: ["provider", "keystore", "gatewayAbi", "ipfsRpc", "jsonSchema", "zod"],
  },
  {
    subPath: "payout",
    names: ["createSplit", "readSplit", "distribute", "splitAddress"],
    ceiling: 29_000,
    why: "ethers' ABI coder and contracts; the caller brings the provider",
    without: ["provider", "keystore", "gatewayAbi", "ipfsRpc", "jsonSchema", "zod"],
  },
  {
    subPath: "payout",
    names: ["divide", "divideNested", "splitAddress"],
    ceiling: 6_200,
    why: "Keccak-256, and arithmetic",
    without: [...NO_CHAIN, "curve", "zod"],
  },
  {
    subPath: "payout",
    names: ["claimEverything"],
    ceiling: 30_000,
    why: "ethers' ABI coder and contracts, logs from endpoints that cap them",
    without: ["provider", "keystore", "gatewayAbi", "ipfsRpc", "jsonSchema", "zod"],
  },
  {
    subPath: "payout",
    names: ["parseSignedClaim", "verifySignedClaim"],
    ceiling: 27_500,
    why: "secp256k1, EIP-712, one schema and its sentences",
    without: NO_CHAIN,
  },
  {
    subPath: "payout",
    names: ["formatYen", "parseYen"],
    ceiling: 4_500,
    why: "exact decimals",
    without: [...NO_CHAIN, "curve", "zod"],
  },
  {
    subPath: "payout/statement",
    ceiling: 44_000,
    why: "zone, zod/mini for the statement, deriving, reconciling, CSV",
    without: NO_CHAIN,
  },
  {
    subPath: "payout/statement",
    names: ["verifyStatement"],
    ceiling: 37_000,
    why: "zone, and zod/mini for the statement",
    without: NO_CHAIN,
  },
  {
    subPath: "payout/statement/pdf",
    ceiling: 28_000,
    lazyCeiling: 222_000,
    why: "setting the pages; pdfkit and fontkit come with the first PDF",
    without: NO_CHAIN,
  },
  {
    subPath: "market",
    ceiling: 68_100, // 60,000 before facts from logs, which know the lanes' messages too
    why: "payout's contracts and signatures, the market's, two schemas, the names of errors, the logs of all of them",
    without: ["provider", "keystore", "ipfsRpc", "jsonSchema"],
  },
  {
    subPath: "market",
    names: ["orderMarket", "signPurchase"],
    ceiling: 37_600,
    why: "what a page needs to show an order and let a person buy without gas",
    without: ["provider", "keystore", "gatewayAbi", "ipfsRpc", "jsonSchema"],
  },
  {
    subPath: "market",
    names: ["parseSignedOrder", "verifyOrder", "parseSignedPurchase", "verifyPurchase"],
    ceiling: 31_500,
    why: "secp256k1, EIP-712, two schemas and their sentences",
    without: NO_CHAIN,
  },
  {
    subPath: "reserves",
    ceiling: 38_500, // 34,000 before issuers' reports, whose findings are in two languages
    why: "zone, zod/mini for statement, certificate and issuer's report, findings in two languages",
    without: NO_CHAIN,
  },
  {
    subPath: "reserves",
    names: ["verifyStatement"],
    ceiling: 31_500,
    why: "zone, and zod/mini for the statement",
    without: NO_CHAIN,
  },
  {
    subPath: "reserves",
    names: ["checkIssuerReserveReport", "readIssuerReserveReport", "readOutstanding"],
    ceiling: 36_000,
    why: "secp256k1 and EIP-712, zod/mini for the report, findings in two languages; the caller brings the provider",
    without: NO_CHAIN,
  },
];
