import { createMinato } from "../minato/scenery.ts";
export const createCorridor = createMinato;
