/** The content store of files, for Node. */
export { fileContentStore } from "./file-content-store.ts";
