/** Which desk somebody opens, and with what. */
export interface DeskKey {
  readonly slug: string;
  readonly token: string;
}

const ADDRESS = /^#?([a-z][a-z0-9-]{0,31})\.([A-Za-z0-9_-]{16,256})$/;

/** Reads a desk's key from an address's fragment, `#<slug>.<token>`; undefined for anything else. */
export function readDeskAddress(fragment: string): DeskKey | undefined {
  const [, slug, token] = ADDRESS.exec(fragment) ?? [];
  return slug === undefined || token === undefined ? undefined : { slug, token };
}

/** The fragment of a desk's address. */
export const deskAddress = ({ slug, token }: DeskKey): string => `#${slug}.${token}`;
