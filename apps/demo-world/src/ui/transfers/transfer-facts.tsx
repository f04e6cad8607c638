import type { TransferStatus } from "@ryugu/sdk/transfer";
import type { ReactNode } from "react";
import type { SafeUri } from "../../sim/content-url.ts";
import type { Item } from "../../sim/item.ts";
import { Copyable } from "../parts/copyable.tsx";
import { Moment } from "../parts/moment.tsx";
import { useWords } from "../world-context.tsx";

/** Every id of a transfer, each to be copied. */
export function TransferFacts({ status, item }: { status: TransferStatus; item: Item }) {
  const words = useWords();
  const { fields } = words.transfer;
  const id = (
    name: keyof typeof fields,
    value: string | undefined,
  ): [string, ReactNode] | undefined =>
    value === undefined
      ? undefined
      : [fields[name], <Copyable key={name} value={value} what={fields[name]} />];
  const facts = [
    id("messageId", status.messageId),
    id("sender", status.sender),
    id("recipient", status.recipient),
    id("refundAccount", status.refundAccount),
    id("homeToken", status.homeToken),
    tokenIds(fields.tokenIds, status),
    id("lane", status.laneId),
    [fields.sequence, status.sequence] as [string, ReactNode],
    id("sentHash", status.sent.hash),
    id("deliveredHash", status.delivered?.hash),
    status.deadline === undefined
      ? undefined
      : ([fields.deadline, <Moment key="deadline" time={status.deadline} as="date" />] as [
          string,
          ReactNode,
        ]),
    status.parkedReason === undefined
      ? undefined
      : ([fields.reason, <bdi key="reason">{status.parkedReason}</bdi>] as [string, ReactNode]),
  ].filter((fact) => fact !== undefined);
  return (
    <>
      <h3>{words.transfer.facts}</h3>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="links">
        <UriLink uri={item.source}>{words.transfer.metadata}</UriLink>
        <UriLink uri={item.model}>{words.transfer.model}</UriLink>
      </p>
    </>
  );
}

function tokenIds(name: string, { assets }: TransferStatus): [string, ReactNode] | undefined {
  if (assets.length === 0) return undefined;
  const list = assets.map(({ id, amount }) => (amount === "1" ? id : `${id} × ${amount}`));
  return [
    name,
    <span key="ids" className="token-ids">
      {list.join(", ")}
    </span>,
  ];
}

/** A link to content or to an https address; a URI of any other kind is no link. */
function UriLink({ uri, children }: { uri: SafeUri | undefined; children: ReactNode }) {
  if (uri === undefined) return null;
  return (
    <a
      href={uri.kind === "ipfs" ? uri.path : uri.uri}
      target="_blank"
      rel="noreferrer noopener nofollow"
    >
      {children}
    </a>
  );
}
