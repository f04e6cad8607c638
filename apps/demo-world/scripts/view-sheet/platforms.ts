import type { Platform } from "../../src/sim/protocol/platform.ts";

const ACCOUNT = `0x${"1".repeat(40)}`;
const CID = "b".padEnd(59, "a");

const COMPANIES = [
  ["Kaito Robotics", "海斗ロボティクス", "#2f7f8f", "海"],
  ["Akane Foods", "あかね食品", "#d9644a", "茜"],
  ["Midori Build", "みどり建設", "#6f9a4b", "緑"],
  ["Sumire Care", "すみれケア", "#8a6bb0", "菫"],
  ["Yuzu Energy", "柚子エナジー", "#d99a2b", "柚"],
  ["Aoi Logistics", "葵ロジスティクス", "#4a76b8", "葵"],
] as const;

const JOBS = [
  ["Robot engineer", "ロボットの設計者"],
  ["Shop helper, weekends", "店のお手伝い(土日)"],
  ["Summer intern", "夏の実習生"],
] as const;

const shared = {
  schema: "ryugu-platform/1",
  partner: "Aoi Bank",
  url: "http://localhost/",
} as const;

/** What two platforms might say of themselves. */
export const PLATFORMS: { minato: Platform; garan: Platform } = {
  minato: {
    ...shared,
    slug: "minato",
    name: { en: "Minato", ja: "みなと" },
    chain: "eip155:1",
    gifts: {
      collection: ACCOUNT,
      kinds: ["turtle", "lantern", "nautilus", "pearl", "coral", "jewel-box"].map((kind) => ({
        kind,
        name: { en: kind, ja: kind },
        model: `bgift${kind}`,
        image: CID,
      })),
    },
    organisations: COMPANIES.map(([en, ja, colour, mark], i) => ({
      slug: `company-${i}`,
      did: `did:web:company-${i}.example`,
      name: { en, ja },
      about: { en, ja },
      booth: i + 1,
      colour,
      mark,
      jobs: JOBS.map(([title, titleJa], n) => ({
        slug: `job-${n}`,
        title: { en: title, ja: titleJa },
        description: { en: title, ja: titleJa },
        employmentType: "FULL_TIME" as const,
        place: { en: "Tokyo", ja: "東京" },
        salary: { min: 1, max: 2, unit: "YEAR" as const },
        datePosted: "2026-01-01",
        validThrough: "2027-01-01",
      })),
      fields: [],
    })),
  },
  garan: {
    ...shared,
    slug: "garan",
    name: { en: "Garan", ja: "伽藍" },
    chain: "eip155:2",
    organisations: [],
    market: { address: ACCOUNT, rail: ACCOUNT, splits: ACCOUNT, yen: ACCOUNT },
    gallery: {
      // Two frames stay empty.
      artworks: [1, 2, 3, 4, 5, 6, 8].map((n) => ({
        spot: String(n),
        title: {
          en: ["The wave that waits", "Moon over the reef", "Nine lanterns"][n - 1] ?? `Work ${n}`,
          ja: ["待つ波", "礁の月", "九つの灯"][n - 1] ?? `作品その${n}`,
        },
        about: { en: "A picture", ja: "絵" },
        creators: [
          { name: { en: "Shiori", ja: "栞" }, account: ACCOUNT, basisPoints: 7_000 },
          { name: { en: "Ren", ja: "蓮" }, account: ACCOUNT, basisPoints: 3_000 },
        ],
        image: CID.padEnd(59 + n, "a"),
        ...(n === 1 ? { sale: { collection: ACCOUNT, tokenId: "1", order: null } } : {}),
      })),
    },
  },
};
