import type { WorldStores } from "../stores/index.ts";

/** The address of a transfer's details on this page: `#transfer=0x…`. */
const ADDRESS = /^#transfer=(0x[0-9a-f]{64})$/;

/** Keeps the open transfer and the page's address the same, so that it can be linked and gone back from. */
export function linkSelection({ transfers }: WorldStores): void {
  const follow = () => {
    const selected = ADDRESS.exec(location.hash)?.[1];
    transfers.setState(
      ({ selected: _, ...rest }) => ({ ...rest, ...(selected && { selected }) }),
      true,
    );
  };
  follow();
  window.addEventListener("hashchange", follow);
  transfers.subscribe(({ selected }, before) => {
    if (selected === before.selected) return;
    const hash = selected === undefined ? "" : `#transfer=${selected}`;
    if (location.hash === hash || (hash === "" && !ADDRESS.test(location.hash))) return;
    history.replaceState(null, "", hash === "" ? location.pathname : hash);
  });
}
