import type { GatewayArgument, GatewayCall } from "@ryugu/sdk/transfer";
import { type Zone, zoneChain } from "@ryugu/sdk/zone";
import { EXIT } from "../exit-code.ts";
import type { Outcome } from "../outcome.ts";
import { type Block, fields, lines } from "../output/blocks.ts";
import { accent, faint, type Line, type Span, title } from "../output/style.ts";

/** What is said of calls that somebody sends themselves. Nothing was sent. */
export function callsReport(zone: Zone, calls: readonly GatewayCall[]): Outcome {
  const count = calls.length === 1 ? "One call" : `${calls.length} calls, in this order`;
  return {
    json: { calls },
    view: [
      lines([title(`${count}. `), faint("Nothing was sent; whoever sends it pays for its gas.")]),
      ...calls.flatMap((call, i) => callView(zone, call, calls.length > 1 ? i + 1 : undefined)),
    ],
    exitCode: EXIT.ok,
  };
}

function callView(zone: Zone, call: GatewayCall, number: number | undefined): Block[] {
  const { name } = zoneChain(zone, call.chain);
  return [
    fields(
      ["call", number === undefined ? undefined : String(number)],
      ["chain", [name, faint(`  ${call.chain}`)]],
      ["contract", accent(call.to)],
      ["function", call.function],
      ["who", WHO[call.function]],
      // Numbered, because an explorer may know only the types of a call that the gateway hands to its module.
      ...call.args.map((arg, at): [string, Line] => [
        `${at + 1} ${arg.name} (${arg.type})`,
        whole(formValue(arg)),
      ]),
      ["data", whole(call.data)],
    ),
  ];
}

const WHO: Record<GatewayCall["function"], string> = {
  claim: "anyone",
  deliver: "anyone",
  retry: "anyone",
  redirect: "only the account that it was for: for a Return, who is given back",
};

/** As a block explorer's form takes it: arrays as JSON. */
function formValue({ value }: GatewayArgument): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

const CHUNK = 1_000;

/** A text that must not be cut, in pieces that are short enough to be shown whole. */
function whole(text: string): Span[] {
  const count = Math.ceil(text.length / CHUNK);
  return Array.from({ length: count }, (_, i) => accent(text.slice(i * CHUNK, (i + 1) * CHUNK)));
}
