import { createMinato } from "../minato/scenery.ts";
export const createGaran = createMinato;
