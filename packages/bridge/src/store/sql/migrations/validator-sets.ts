import type { Dialect } from "../dialect.ts";

/** The validator set that each chain's gateway obeys now: what a quorum on a lane towards it is. */
export const validatorSets = ({ integer, keyedTable }: Dialect): string => `
  CREATE TABLE validator_set (
    chain TEXT PRIMARY KEY, epoch ${integer} NOT NULL, quorum ${integer} NOT NULL
  )${keyedTable};

  CREATE TABLE validator (
    chain TEXT NOT NULL, address TEXT NOT NULL,
    PRIMARY KEY (chain, address)
  )${keyedTable};
`;
