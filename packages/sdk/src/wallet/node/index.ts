/** Keystore files, for Node. */
export {
  readKeystoreFile,
  type WriteKeystoreOptions,
  writeKeystoreFile,
} from "./keystore-file.ts";
