import type { TransferStatus } from "@ryugu/sdk/transfer";
import { ItemPicture } from "./item-picture.tsx";
import { useItem } from "./use-item.ts";

/** Every token of a transfer that carries several, each with its picture and name. */
export function ItemStrip({ status }: { status: TransferStatus }) {
  if (status.assets.length < 2) return null;
  return (
    <ul className="item-strip">
      {status.assets.map(({ id }, index) => (
        <OneItem key={id} status={status} index={index} />
      ))}
    </ul>
  );
}

function OneItem({ status, index }: { status: TransferStatus; index: number }) {
  const item = useItem(status, index);
  return (
    <li>
      <ItemPicture picture={item.picture} seed={item.seed} waiting={item.waiting} />
      <bdi>{item.title}</bdi>
    </li>
  );
}
