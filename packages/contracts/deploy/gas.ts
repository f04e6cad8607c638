import { dataLength, getBytes } from "ethers";
import { zoneFactoryBytecode } from "../abi/artifacts.ts";
import type { ZonePlan } from "./plan.ts";
import { type DeployStep, stepCall } from "./steps.ts";

const TRANSACTION = 21_000;
const ZERO_BYTE = 4;
const OTHER_BYTE = 16;
/** EIP-3860. */
const INIT_WORD = 2;
const CREATE = 32_000;
const CODE_BYTE = 200;
/** What the factory does besides: it hashes the code and the zone, and tells the part about them. */
const FACTORY_CALL = 20_000;
/** Per validator of the genesis set, which the gateway writes down. */
const SEAT = 2_500;

/**
 * About how much gas a step takes, computed where no chain can be asked: a part cannot be estimated before its factory is
 * there. Meant for ordinary EVM chains, and a little too high there; a rollup may count data otherwise.
 */
export function expectedGas(plan: ZonePlan, step: DeployStep): number {
  const { data } = stepCall(plan, step);
  const bytes = getBytes(data);
  const zeros = bytes.filter((byte) => byte === 0).length;
  const calldata = zeros * ZERO_BYTE + (bytes.length - zeros) * OTHER_BYTE;
  const part = plan.parts.find(({ name }) => name === step.name);
  const code = dataLength(part?.bytecode ?? zoneFactoryBytecode);
  const creation = CREATE + code * CODE_BYTE + Math.ceil(code / 32) * INIT_WORD;
  const seats = step.name === "Gateway" ? plan.spec.validators.length * SEAT : 0;
  return TRANSACTION + calldata + creation + (part === undefined ? 0 : FACTORY_CALL) + seats;
}
