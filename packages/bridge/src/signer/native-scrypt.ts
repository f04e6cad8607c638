import { scrypt as nodeScrypt } from "node:crypto";
import { scrypt } from "ethers";

/** What a keystore's key derivation may take, in bytes; the SDK refuses keystores that ask for more. */
const MAX_MEMORY = 640 * 1_024 * 1_024;

/** Node's own scrypt runs on another thread and five times as fast as the portable one. */
export function useNativeScrypt(): void {
  scrypt.register(
    (password, salt, N, r, p, length) =>
      new Promise<string>((resolve, reject) => {
        nodeScrypt(password, salt, length, { N, r, p, maxmem: MAX_MEMORY }, (error, key) => {
          if (error === null) resolve(`0x${key.toString("hex")}`);
          else reject(error);
        });
      }),
  );
}
