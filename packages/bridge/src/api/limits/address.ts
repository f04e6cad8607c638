import { BlockList, isIPv4, isIPv6 } from "node:net";

const MAPPED = "::ffff:";

/**
 * What counts as one address: an IPv4 address, or an IPv6 network of 64 bits, of which any one customer
 * has at least one whole.
 */
export function addressGroup(address: string): string {
  const plain = unmapped(address);
  if (!isIPv6(plain)) return plain;
  const [left = "", right = ""] = (plain.split("%")[0] ?? "").split("::");
  const words = left === "" ? [] : left.split(":");
  const rest = right === "" ? [] : right.split(":");
  const zeros = plain.includes("::") ? Math.max(0, 8 - words.length - rest.length) : 0;
  const all = [...words, ...new Array<string>(zeros).fill("0"), ...rest];
  return `${all
    .slice(0, 4)
    .map((word) => Number.parseInt(word, 16).toString(16))
    .join(":")}::/64`;
}

/** Whether an address is one of those listed: addresses and networks (`10.0.0.0/8`). */
export function addressMatcher(list: readonly string[]): (address: string) => boolean {
  const block = new BlockList();
  for (const entry of list) {
    const [address = "", prefix] = entry.split("/");
    const family = isIPv6(address) ? "ipv6" : "ipv4";
    if (prefix === undefined) block.addAddress(address, family);
    else block.addSubnet(address, Number(prefix), family);
  }
  return (address) => {
    const plain = unmapped(address);
    if (!isIPv4(plain) && !isIPv6(plain)) return false;
    return block.check(plain, isIPv6(plain) ? "ipv6" : "ipv4");
  };
}

function unmapped(address: string): string {
  const rest = address.toLowerCase().startsWith(MAPPED) ? address.slice(MAPPED.length) : address;
  return isIPv4(rest) ? rest : address;
}
