/** The environment variables that the command reads, for help and the reference. */
export const ENVIRONMENT: readonly (readonly [name: string, meaning: string])[] = [
  [
    "RYUGU_ZONE",
    "The folder of the zone, or its `ready.json`; else it is looked for from here upwards.",
  ],
  ["RYUGU_KEYSTORE", "The encrypted key that signs."],
  ["RYUGU_PASSPHRASE_FILE", "The file with its passphrase."],
  ["NO_COLOR, FORCE_COLOR", "Never, or always, write in colour."],
  ["LANG", "Findings are written in Japanese where it begins with `ja`."],
];
