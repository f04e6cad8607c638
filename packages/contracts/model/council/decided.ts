/**
 * Refuses unless a quorum signed this act with the gateway's next nonce, which it uses up. Each act calls it where a
 * gateway does: after what can be told from the call alone, before anything changes.
 */
export type Decided = () => void;
