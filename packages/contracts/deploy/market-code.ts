import { dataLength, dataSlice } from "ethers";
import { marketBytecode } from "../abi/artifacts.ts";

/** The constructor, in front of the code that it leaves: it takes no arguments and fills nothing in. In bytes. */
const MOST_CONSTRUCTOR = 64;

/**
 * Whether code that lies on a chain is the market's as this release was built, byte for byte. A market of another release is none by
 * this test, though it may be as good.
 *
 * @param code - what `eth_getCode` answers
 */
export function isMarketCode(code: string): boolean {
  const [all, told] = [dataLength(marketBytecode), dataLength(code)];
  if (told > all || told < all - MOST_CONSTRUCTOR) return false;
  return dataSlice(marketBytecode, all - told) === code.toLowerCase();
}
