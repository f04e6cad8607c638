import type { AssetMetadata } from "../src/asset/index.ts";

/** Metadata in the shapes that marketplaces and contracts write, made for the tests. */
export interface MetadataCase {
  input: string | Uint8Array;
  /** What must be read, as far as it is named. */
  metadata: Partial<AssetMetadata>;
  /** The code of every finding, in order. */
  findings: string[];
}

export const CID_V0 = "QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG";
export const CID_V1 = "bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi";
const CREATOR = "eip155:1:0x52908400098527886E0F7030069857D2E4169EE7";

const json = (value: unknown) => JSON.stringify(value);
const base64 = (text: string) => Buffer.from(text).toString("base64");

export const MARKETPLACE_METADATA: Readonly<Record<string, MetadataCase>> = {
  "opensea: traits with display types": {
    input: json({
      description: "A friendly turtle that lives in the palace under the sea.",
      external_url: "https://example.com/turtles/3",
      image: `ipfs://${CID_V1}/3.png`,
      name: "Turtle #3",
      background_color: "1a2b3c",
      attributes: [
        { trait_type: "Shell", value: "Emerald" },
        { trait_type: "Level", value: 5, max_value: 10 },
        { display_type: "boost_percentage", trait_type: "Swim", value: 10 },
        { display_type: "date", trait_type: "Hatched", value: 1546360800 },
        { value: "Wise" },
      ],
    }),
    metadata: {
      name: "Turtle #3",
      image: `ipfs://${CID_V1}/3.png`,
      background_color: "1a2b3c",
      attributes: [
        { trait_type: "Shell", value: "Emerald" },
        { trait_type: "Level", value: 5, max_value: 10 },
        { trait_type: "Swim", value: 10, display_type: "boost_percentage" },
        { trait_type: "Hatched", value: 1546360800, display_type: "date" },
        { value: "Wise" },
      ],
    },
    findings: [],
  },
  "opensea: numbers written as text": {
    input: json({
      name: "Turtle #4",
      image: `ipfs://${CID_V0}`,
      attributes: [
        { trait_type: "Age", display_type: "number", value: "120", max_value: "300" },
        { trait_type: "Ghost", value: null },
      ],
      background_color: "#FFEEDD",
    }),
    metadata: {
      attributes: [{ trait_type: "Age", value: 120, display_type: "number", max_value: 300 }],
      background_color: "FFEEDD",
    },
    findings: [
      "metadata-colour-invalid",
      "metadata-field-coerced",
      "metadata-field-coerced",
      "metadata-attribute-invalid",
    ],
  },
  "rarible: ipfs://ipfs/ and keys": {
    input: json({
      name: "Coral lamp",
      description: "",
      image: `ipfs://ipfs/${CID_V0}/image.jpeg`,
      external_url: "https://market.example/token/0x1:2",
      attributes: [{ key: "Colour", value: "Red" }],
    }),
    metadata: {
      image: `ipfs://${CID_V0}/image.jpeg`,
      attributes: [{ trait_type: "Colour", value: "Red" }],
    },
    findings: ["metadata-link-prefix", "metadata-field-alias"],
  },
  "zora: content beside image": {
    input: json({
      name: "Tide",
      description: "A loop of the tide.",
      image: `ipfs://${CID_V1}`,
      animation_url: `ipfs://${CID_V1}`,
      content: { mime: "video/mp4", uri: `ipfs://${CID_V1}` },
    }),
    metadata: { name: "Tide", animation_url: `ipfs://${CID_V1}` },
    findings: ["metadata-field-unknown"],
  },
  "manifold: image and image_url, details, creator": {
    input: json({
      created_by: "Urashima",
      name: "The casket",
      description: "Do not open.",
      image: `https://arweave.net/${"a".repeat(43)}`,
      image_url: `https://arweave.net/${"a".repeat(43)}`,
      image_details: { bytes: 2048, format: "PNG", sha256: "00", width: 10, height: 10 },
      animation: `https://arweave.net/${"b".repeat(43)}`,
      attributes: [{ trait_type: "Artist", value: "Urashima" }],
    }),
    metadata: {
      image: `https://arweave.net/${"a".repeat(43)}`,
      animation_url: `https://arweave.net/${"b".repeat(43)}`,
    },
    findings: ["metadata-field-alias", "metadata-field-unknown", "metadata-field-unknown"],
  },
  "ens: dates, flags and a hosted image": {
    input: json({
      is_normalized: true,
      name: "otohime.eth",
      description: "otohime.eth, an ENS name.",
      attributes: [
        { trait_type: "Created Date", display_type: "date", value: 1580803395000 },
        { trait_type: "Length", display_type: "number", value: 7 },
      ],
      url: "https://app.ens.example/name/otohime.eth",
      version: 0,
      background_image: "https://metadata.ens.example/mainnet/avatar/otohime.eth",
      image_url: "https://metadata.ens.example/mainnet/0x57f1/0x1234/image",
    }),
    metadata: { image: "https://metadata.ens.example/mainnet/0x57f1/0x1234/image" },
    findings: [
      "metadata-field-alias",
      "metadata-field-unknown",
      "metadata-field-unknown",
      "metadata-field-unknown",
      "metadata-field-unknown",
    ],
  },
  "on chain: base64 data link with an SVG inside": {
    input: `data:application/json;base64,${base64(
      json({
        name: "Wave 7",
        image: `data:image/svg+xml;base64,${base64("<svg xmlns='http://www.w3.org/2000/svg'/>")}`,
      }),
    )}`,
    metadata: { name: "Wave 7" },
    findings: ["metadata-link-svg"],
  },
  "on chain: utf8 data link, unescaped": {
    input: 'data:application/json;utf8,{"name":"Loot #1","description":"100% on chain"}',
    metadata: { name: "Loot #1", description: "100% on chain" },
    findings: [],
  },
  "on chain: percent-encoded data link": {
    input: `data:application/json,${encodeURIComponent(json({ name: "竜宮城" }))}`,
    metadata: { name: "竜宮城" },
    findings: [],
  },
  "on chain: SVG as text in image_data": {
    input: json({ name: "Bubble", image_data: "<svg><circle r='4'/></svg>" }),
    metadata: { image: "data:image/svg+xml,%3Csvg%3E%3Ccircle%20r%3D'4'%2F%3E%3C%2Fsvg%3E" },
    findings: ["metadata-field-alias", "metadata-link-svg"],
  },
  "minting tool: edition fields, gateway link": {
    input: json({
      name: "Squid #77",
      description: "One of 5,000",
      image: `https://gateway.pinata.example/ipfs/${CID_V0}/77.png?token=secret`,
      dna: "5a1e8f",
      edition: 77,
      date: 1659312000000,
      attributes: [{ trait_type: "Eyes", value: "Wide" }],
      compiler: "HashLips Art Engine",
    }),
    metadata: { image: `ipfs://${CID_V0}/77.png` },
    findings: [
      "metadata-link-gateway",
      "metadata-field-unknown",
      "metadata-field-unknown",
      "metadata-field-unknown",
      "metadata-field-unknown",
    ],
  },
  "game: attributes as an object, number as name": {
    input: json({
      name: 1024,
      image: `https://${CID_V1}.ipfs.gateway.example/sword.png`,
      attributes: { Power: 12, Element: "Water", Rare: true },
    }),
    metadata: {
      name: "1024",
      image: `ipfs://${CID_V1}/sword.png`,
      attributes: [
        { trait_type: "Power", value: 12 },
        { trait_type: "Element", value: "Water" },
        { trait_type: "Rare", value: true },
      ],
    },
    findings: ["metadata-field-coerced", "metadata-link-gateway", "metadata-attributes-map"],
  },
  "erc-1155: id template, decimals as text, localization": {
    input: json({
      name: "Pearl",
      decimals: "18",
      description: "Currency of the palace",
      image: "https://token-cdn.example/{id}.png",
      properties: { simple: "value", rich: { name: "Name", value: 123, display_value: "123" } },
      localization: {
        uri: `ipfs://${CID_V1}/{locale}.json`,
        default: "en",
        locales: ["en", "ja"],
      },
    }),
    metadata: {
      decimals: 18,
      image: "https://token-cdn.example/{id}.png",
      properties: { simple: "value", rich: { name: "Name", value: 123, display_value: "123" } },
      localization: {
        uri: `ipfs://${CID_V1}/{locale}.json`,
        default: "en",
        locales: ["en", "ja"],
      },
    },
    findings: ["metadata-field-coerced"],
  },
  "web server: byte-order mark, bare content id, spaces": {
    input: new TextEncoder().encode(
      `\ufeff${json({ title: "Anemone", image: CID_V0, external_url: " https://example.com/my page " })}`,
    ),
    metadata: {
      name: "Anemone",
      image: `ipfs://${CID_V0}`,
      external_url: "https://example.com/my%20page",
    },
    findings: [
      "metadata-bom",
      "metadata-field-alias",
      "metadata-link-prefix",
      "metadata-link-spaces",
    ],
  },
  "attacker: script links, lying names, polluting members": {
    input: `{"__proto__":{"polluted":true},"name":"Free\u202egpj.exe","image":"javascript:alert(1)",
      "animation_url":"data:text/html;base64,PHNjcmlwdD4=","external_url":"file:///etc/passwd",
      "properties":{"constructor":{"prototype":{"polluted":true}},"ok":1}}`,
    metadata: { name: "Freegpj.exe", properties: { ok: 1 } },
    findings: [
      "metadata-text-unsafe",
      "metadata-link-scheme",
      "metadata-link-media-type",
      "metadata-link-scheme",
      "metadata-field-dangerous",
      "metadata-field-dangerous",
    ],
  },
  "ryugu: every portable field": {
    input: json({
      name: "Turtle shell",
      image: `ipfs://${CID_V1}/shell.png`,
      ryugu: {
        version: 1,
        class: "nft",
        models: [
          {
            use: "wear",
            format: "glb",
            uri: `ipfs://${CID_V1}`,
            mediaType: "model/gltf-binary",
            cid: CID_V1,
            size: 120_000,
          },
          {
            use: "view",
            format: "image",
            uri: "https://example.com/shell.png",
            mediaType: "image/png",
            sha256: "ab".repeat(32),
          },
        ],
        creators: [
          { account: CREATOR, name: "Otohime", share: 7_000 },
          { account: "eip155:31337:0x1111111111111111111111111111111111111111", share: 3_000 },
        ],
        licence: { spdx: "CC-BY-4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
      },
    }),
    metadata: {
      ryugu: {
        version: 1,
        class: "nft",
        models: [
          {
            use: "wear",
            format: "glb",
            uri: `ipfs://${CID_V1}`,
            mediaType: "model/gltf-binary",
            cid: CID_V1,
            size: 120_000,
          },
          {
            use: "view",
            format: "image",
            uri: "https://example.com/shell.png",
            mediaType: "image/png",
            sha256: "ab".repeat(32),
          },
        ],
        creators: [
          { account: CREATOR, name: "Otohime", share: 7_000 },
          { account: "eip155:31337:0x1111111111111111111111111111111111111111", share: 3_000 },
        ],
        licence: { spdx: "CC-BY-4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
      },
    },
    findings: [],
  },
};
