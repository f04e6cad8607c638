/** The simulated bank's program: `main.ts <settings file>`. */
import { readFileSync } from "node:fs";
import { parseJson, parseShape } from "@ryugu/sdk/primitives";
import * as z from "zod/mini";
import { openDatabase } from "../database.ts";
import { runUntilEnded } from "../http/run-until-ended.ts";
import { createAnnouncer } from "./announcer.ts";
import { BANK_TABLES, openBank } from "./bank.ts";
import { openBankClock } from "./clock.ts";
import { nationalHolidays } from "./holidays.ts";
import { bankApi } from "./http.ts";
import { bankSettingsSchema } from "./settings.ts";

/** Milliseconds between two looks at what is due. */
const TICK = 50;

const fileSchema = z.strictObject({
  port: z.int().check(z.minimum(1), z.maximum(65_535)),
  database: z.string().check(z.minLength(1)),
  token: z.string().check(z.minLength(16), z.maxLength(512)),
  webhook: z.optional(
    z.strictObject({
      url: z.url(),
      secret: z.string().check(z.regex(/^whsec_[A-Za-z0-9+/=]{32,}$/)),
    }),
  ),
  clock: z.strictObject({
    start: z.iso.datetime({ offset: true }),
    speed: z.number().check(z.positive()),
  }),
  bank: bankSettingsSchema,
});

const [path = ""] = process.argv.slice(2);
const file = parseJson(readFileSync(path, "utf8"));
const settings = parseShape(fileSchema, file, "The bank's settings file");
const database = openDatabase(settings.database, BANK_TABLES);
const { start, speed } = settings.clock;
const clock = openBankClock(
  database,
  { start: Math.floor(Date.parse(start) / 1_000), speed },
  Date.now,
);
const bank = openBank({ database, clock, settings: settings.bank, holidays: nationalHolidays() });
const faults = settings.bank.faults;
const announcer = settings.webhook && createAnnouncer(database, settings.webhook, faults);

await runUntilEnded({
  server: bankApi(bank, { port: settings.port, token: settings.token, faults }),
  interval: TICK,
  async tick() {
    bank.tick();
    await announcer?.tick();
  },
  close: () => database.close(),
});
