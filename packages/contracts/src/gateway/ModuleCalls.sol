// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IInbox} from "../interfaces/IInbox.sol";
import {IIntents} from "../interfaces/IIntents.sol";
import {IOutbox} from "../interfaces/IOutbox.sol";
import {IZoneFactory} from "../interfaces/IZoneFactory.sol";

/// @title What the gateway's modules carry out
/// @dev What people call is declared one by one and with its arguments' names, so that explorers show a form for it.
abstract contract ModuleCalls is IInbox, IIntents, IOutbox {
    address private immutable MODULE;
    address private immutable COUNCIL_MODULE;

    constructor() {
        address[] memory parts = IZoneFactory(msg.sender).parameters().parts;
        MODULE = parts[uint256(IZoneFactory.Part.GatewayModule)];
        COUNCIL_MODULE = parts[uint256(IZoneFactory.Part.CouncilModule)];
    }

    // -------------------------------------------------------------------------------------------------------- PEOPLE

    /// @inheritdoc IInbox
    function claim(
        bytes32 laneId,
        uint64 checkpointSequence,
        bytes32 priorHead,
        bytes calldata message,
        bytes32[] calldata tailHashes,
        bytes calldata signatures
    ) external {
        _handOver(MODULE);
    }

    /// @inheritdoc IInbox
    function retry(bytes32 laneId, bytes32 messageId, bytes calldata message) external {
        _handOver(MODULE);
    }

    /// @inheritdoc IInbox
    function redirect(
        bytes32 laneId,
        bytes32 messageId,
        bytes calldata message,
        address recipient,
        uint40 expiry,
        bytes calldata signature
    ) external {
        _handOver(MODULE);
    }

    /// @inheritdoc IIntents
    function sendBySignature(
        IOutbox.SendRequest calldata request,
        IIntents.Intent calldata intent,
        bytes calldata signature,
        bytes calldata permit
    ) external payable returns (bytes32 messageId) {
        _handOver(MODULE);
    }

    /// @inheritdoc IIntents
    function voidNonce(uint256 nonce) external {
        _handOver(MODULE);
    }

    /// @inheritdoc IOutbox
    function announce(uint64 destinationChainId, address token, uint8 standard, uint256 sampleId)
        external
        payable
        returns (bytes32 messageId)
    {
        _handOver(MODULE);
    }

    /// @inheritdoc IOutbox
    function collectFees(uint64 counterpartChainId) external {
        _handOver(MODULE);
    }

    // ------------------------------------------------------------------------------------------------------ COUNCIL

    /// @dev Everything else is the council's, or a view: {ICouncil}, {IWindDown}, {ILanes}. What its module does not have
    /// reverts there.
    fallback() external {
        _handOver(COUNCIL_MODULE);
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    /// @dev Hands the call over as it came, and back what came of it.
    function _handOver(address module) private {
        assembly ("memory-safe") {
            let free := mload(0x40)
            calldatacopy(free, 0, calldatasize())
            let ok := delegatecall(gas(), module, free, calldatasize(), 0, 0)
            returndatacopy(free, 0, returndatasize())
            if ok { return(free, returndatasize()) }
            revert(free, returndatasize())
        }
    }
}
