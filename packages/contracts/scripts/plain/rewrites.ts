/** One place in a source, said in another way that means the same. */
export interface Rewrite {
  /** Relative to this package. */
  file: string;
  /** What stands there, exactly once. */
  from: string;
  /** What stands there instead, in as many lines, so that reports name the real ones. */
  to: string;
}

/**
 * The optimizing pipeline moves locals to memory where the stack is full; the plain one gives up. These functions have
 * too many locals for it, and are told here with fewer.
 */
export const REWRITES: readonly Rewrite[] = [
  // The loop gets its own stack.
  {
    file: "src/gateway/Inbox.sol",
    from: "        address policy_ = _currentPolicy();\n",
    to:
      "        _carryOutAll(laneId, lane, firstSequence, messages, ids); } " +
      "function _carryOutAll(bytes32 laneId, Inbound memory lane, uint64 firstSequence, " +
      "bytes[] calldata messages, bytes32[] memory ids) private { address policy_ = _currentPolicy();\n",
  },
  // One local for the head, and then for the digest.
  {
    file: "src/gateway/Endings.sol",
    from: `        QuorumLib.check(
            _sets.current(),
            DigestLib.checkpoint(ZONE_DOMAIN, laneId, lane.anchor, checkpointSequence, head),
            signatures
        );
`,
    to: `        head =
            DigestLib.checkpoint(ZONE_DOMAIN, laneId, lane.anchor, checkpointSequence, head);
        QuorumLib.check(
            _sets.current(), head, signatures
        );
`,
  },
  // Ids and amounts are read from the request, which they came from.
  {
    file: "src/gateway/Outbox.sol",
    from: "return _enter(request, transfer, holder, ids, amounts);",
    to: "return _enter(request, transfer, holder);",
  },
  {
    file: "src/gateway/Outbox.sol",
    from: `        address holder,
        uint256[] calldata ids,
        uint256[] calldata amounts
`,
    to: `        address holder


`,
  },
  {
    file: "src/gateway/Outbox.sol",
    from: `        (uint64 to, address token, uint8 standard) =
            (transfer.destinationChainId, transfer.homeToken, transfer.standard);
        uint8 flags = _movingOutbound(to);
        if (flags != 0) {
            if (flags & OUTBOUND_RETIRED != 0) revert ILanes.LaneIsRetired(to);
            if (flags & OUTBOUND_TERMS != 0) fee = _toll(to, transfer.sender, true);
        }
`,
    to: `        (uint64 to, address token) =
            (transfer.destinationChainId, transfer.homeToken);
        { uint8 flags = _movingOutbound(to);
        if (flags != 0) {
            if (flags & OUTBOUND_RETIRED != 0) revert ILanes.LaneIsRetired(to);
            if (flags & OUTBOUND_TERMS != 0) fee = _toll(to, transfer.sender, true);
        } }
`,
  },
  {
    file: "src/gateway/Outbox.sol",
    from: `        uint8 class = _admitted(transfer, EscrowLib.units(standard, ids, amounts));
        bytes memory assets = _described(to, token, standard, class, ids, amounts);
        EscrowLib.pull(standard, token, holder, _vaultOf(to), ids, amounts);
`,
    to: `        uint8 class = _admitted(transfer, EscrowLib.units(transfer.standard, request.ids, request.amounts));
        bytes memory assets = _described(to, token, transfer.standard, class, request.ids, request.amounts);
        EscrowLib.pull(transfer.standard, token, holder, _vaultOf(to), request.ids, request.amounts);
`,
  },
  // A class that is used once.
  {
    file: "src/gateway/Sending.sol",
    from: `        uint8 class = _admitted(transfer, EscrowLib.units(transfer.standard, ids, amounts));
        bytes memory assets = _described(to, token, transfer.standard, class, ids, amounts);
`,
    to: `        bytes memory assets = _described(to, token, transfer.standard, _admitted(transfer,
            EscrowLib.units(transfer.standard, ids, amounts)), ids, amounts);
`,
  },
  // Three locals in one.
  {
    file: "src/gateway/Describing.sol",
    from: "abstract contract Describing is Appending {",
    to: "abstract contract Describing is Appending { struct Walk { bytes32 last; uint16 number; uint256 texts; }",
  },
  {
    file: "src/gateway/Describing.sol",
    from: "        bytes32 last;\n        uint16 number;\n        uint256 texts;\n",
    to: "        Walk memory w;\n\n\n",
  },
  {
    file: "src/gateway/Describing.sol",
    from: `if (t.cut.form == FORM_EXACT) texts += t.uri.length;
            bytes32 hash = MetadataLib.recordHash(t);
            // Tokens of one collection nearly always agree.
            if (hash != last) {
                bool isNew;
                (number, isNew) = _number(chainId, token, hash);
                if (isNew) _announceRecord(chainId, token, standard, class, ids[i], number);
                last = hash;
            }
            bytes memory asset = standard == STANDARD_ERC721
                ? MetadataLib.asset(ids[i], t, number)
                : MetadataLib.units(ids[i], amounts[i], t, number);
`,
    to: `if (t.cut.form == FORM_EXACT) w.texts += t.uri.length;
            bytes32 hash = MetadataLib.recordHash(t);
            // Tokens of one collection nearly always agree.
            if (hash != w.last) {
                bool isNew;
                (w.number, isNew) = _number(chainId, token, hash);
                if (isNew) _announceRecord(chainId, token, standard, class, ids[i], w.number);
                w.last = hash;
            }
            bytes memory asset = standard == STANDARD_ERC721
                ? MetadataLib.asset(ids[i], t, w.number)
                : MetadataLib.units(ids[i], amounts[i], t, w.number);
`,
  },
  {
    file: "src/gateway/Describing.sol",
    from: "if (texts > MAX_EXACT_URIS) revert MetadataLib.UrisTooLong(texts);",
    to: "if (w.texts > MAX_EXACT_URIS) revert MetadataLib.UrisTooLong(w.texts);",
  },
];
