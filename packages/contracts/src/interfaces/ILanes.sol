// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title What a gateway says about its zone and its lanes
interface ILanes {
    /// @notice The log of messages that leave this chain for one gateway.
    /// @param head the hash chain's value at `count`
    /// @param count how many messages were sent
    /// @param pausedUntil unix seconds until which nothing is sent
    /// @param retired whether home tokens are not sent any more
    /// @param closed whether nothing is sent any more: the chain is being wound down
    struct OutboundLane {
        bytes32 head;
        uint64 count;
        uint40 pausedUntil;
        bool retired;
        bool closed;
    }

    /// @notice What has arrived from one gateway.
    /// @param head the hash chain's value at `delivered`
    /// @param delivered the sequence up to which every message was consumed
    /// @param anchor how often the lane was re-anchored
    /// @param originChainId the chain at the other end; zero where no such lane is open
    /// @param claimedAhead how many messages after `delivered` were claimed since the lane was last anchored
    /// @param pausedUntil unix seconds until which nothing is consumed
    /// @param halted whether nothing is consumed until the lane is re-anchored
    /// @param closed whether nothing is consumed any more: the chain is being wound down
    struct InboundLane {
        bytes32 head;
        uint64 delivered;
        uint64 anchor;
        uint64 originChainId;
        uint32 claimedAhead;
        uint40 pausedUntil;
        bool halted;
        bool closed;
    }

    /// @notice No lane is open to this chain.
    error LaneNotOpen(uint64 chainId);

    /// @notice No inbound lane has this id.
    error LaneUnknown(bytes32 laneId);

    /// @notice Validators paused the lanes to and from this chain.
    error LaneIsPaused(uint64 chainId, uint40 until);

    /// @notice The lane's origin was rewritten; it waits to be re-anchored.
    error LaneIsHalted(bytes32 laneId);

    /// @notice The lane takes no home tokens any more. Representations still go home over it.
    error LaneIsRetired(uint64 chainId);

    /// @notice The chain is being wound down.
    error LaneIsClosed(uint64 chainId);

    /// @notice The zone's id.
    function zoneId() external view returns (bytes32);

    /// @notice The validator set that counts now: its epoch, hash, quorum and members in ascending order.
    function validatorSet()
        external
        view
        returns (uint64 epoch, bytes32 setHash, uint16 quorum, address[] memory validators);

    /// @notice The lane ids to and from a chain; zero where no lane is open.
    function lanesOf(uint64 counterpartChainId)
        external
        view
        returns (bytes32 outboundLaneId, bytes32 inboundLaneId);

    /// @notice An outbound lane's count, head and state.
    function outboundLane(bytes32 laneId) external view returns (OutboundLane memory);

    /// @notice An inbound lane's delivered sequence, head, anchor and state.
    function inboundLane(bytes32 laneId) external view returns (InboundLane memory);

    /// @notice Whether the message at a sequence was consumed, in order or by claim (which its id tells).
    function isConsumed(bytes32 laneId, uint64 sequence, bytes32 messageId) external view returns (bool);

    /// @notice Not zero while a message is parked under this id: `keccak(laneId ‖ messageHash)`.
    function parkedMessage(bytes32 messageId) external view returns (bytes32 commitment);

    /// @notice The vault that holds home tokens of this chain which are on a counterpart chain.
    function vaultOf(uint64 counterpartChainId) external view returns (address);

    /// @notice The representation on this chain of a collection born elsewhere: its deterministic address, made or not.
    /// @param standard 1 = ERC-721, 2 = ERC-1155, 3 = ERC-20
    function representationOf(uint64 homeChainId, address homeToken, uint8 standard)
        external
        view
        returns (address);

    /// @notice The home of a representation made by this zone on this chain; zeros for any other address.
    function homeOf(address representation)
        external
        view
        returns (uint64 homeChainId, address homeToken, uint8 standard);

    /// @notice The contract that makes and ends representations and lets vaults release, for this gateway only.
    function custody() external view returns (address);
}
