/** One zone of real processes, and what must hold in it. Blocks come four times a second: most of a crossing is waiting. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_SHAPE, type RunningZone, startZone } from "../src/index.ts";
import { badInput } from "./scenarios/bad-input.ts";
import { catchingUp } from "./scenarios/catching-up.ts";
import { endings } from "./scenarios/endings.ts";
import { endpointsBroken } from "./scenarios/endpoints-broken.ts";
import { nodesKilled } from "./scenarios/nodes-killed.ts";
import { permissioned } from "./scenarios/permissioned.ts";
import { thereAndBack } from "./scenarios/there-and-back.ts";
import { freePortBase } from "./support/free-port-base.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";
import type { ZoneAccess } from "./support/traveller.ts";

const folder = temporaryFolder("zone");
let zone: RunningZone;
let access: ZoneAccess;

beforeAll(async () => {
  const shape = { ...DEMO_SHAPE, hasMoney: false, blockTime: 0.25 };
  zone = await startZone({ folder: folder.path, portBase: await freePortBase(), shape });
  access = {
    zone: zone.zone,
    person: await zone.keys.person.open(),
    home: zone.provider("minato"),
    away: zone.provider("garan"),
  };
});

afterAll(async () => {
  access?.home.destroy();
  access?.away.destroy();
  await zone?.stop();
  folder.remove();
});

const theZone = () => zone;
const theAccess = () => access;

test("no chain of the zone has an unlocked account", async () => {
  expect(await access.home.send("eth_accounts", [])).toEqual([]);
  expect(await access.away.send("eth_accounts", [])).toEqual([]);
});

describe("crossing", () => thereAndBack(theAccess));
describe("a permissioned chain", () => permissioned(theAccess));
describe("nodes", () => nodesKilled(theZone, theAccess));
describe("catching up", () => catchingUp(theZone));
describe("endpoints", () => endpointsBroken(theZone, theAccess));
describe("bad input", () => badInput(theZone, theAccess));
// Last: it puts one chain's clock forward.
describe("endings", () => endings(theZone, theAccess));
