// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

// What a gateway stores. What is read together on the way of a message lies in one slot.

uint8 constant OUTBOUND_RETIRED = 1;
uint8 constant OUTBOUND_CLOSED = 2;
uint8 constant OUTBOUND_TERMS = 4;

/// @dev A chain that this one sends messages to; found by its chain id.
/// @param flags retired, closed, and whether a send must look for terms
struct Outbound {
    address gateway;
    uint48 count;
    uint40 pausedUntil;
    uint8 flags;
    bytes32 head;
}

uint8 constant INBOUND_HALTED = 1;
uint8 constant INBOUND_CLOSED = 2;

/// @dev Found by the inbound lane's id.
/// @param claimedAhead how many messages after `delivered` were claimed: while it is zero nobody looks for claims
struct Inbound {
    bytes32 head;
    uint48 delivered;
    uint16 anchor;
    uint64 originChainId;
    uint40 pausedUntil;
    uint32 claimedAhead;
    uint8 flags;
}

/// @param nextFrom when `next` counts; zero where no change was announced
struct PolicyChange {
    address current;
    uint40 nextFrom;
    address next;
}

/// @param lastEnd when the validator's last pause ends
/// @param spent seconds since the budget was last whole
/// @param nonce of its next signed pause
struct PauseBudget {
    uint40 lastEnd;
    uint24 spent;
    uint64 nonce;
}

struct WindDown {
    bytes32 root;
    uint40 claimableFrom;
}
