// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IInbox} from "../interfaces/IInbox.sol";
import {IIntents} from "../interfaces/IIntents.sol";
import {IOutbox} from "../interfaces/IOutbox.sol";
import {IZoneFactory} from "../interfaces/IZoneFactory.sol";

/// @title What the gateway's modules carry out
/// @dev What people call is declared one by one, so that explorers show it.
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
    function claim(bytes32, uint64, bytes32, bytes calldata, bytes32[] calldata, bytes calldata) external {
        _handOver(MODULE);
    }

    /// @inheritdoc IInbox
    function retry(bytes32, bytes32, bytes calldata) external {
        _handOver(MODULE);
    }

    /// @inheritdoc IInbox
    function redirect(bytes32, bytes32, bytes calldata, address, uint40, bytes calldata) external {
        _handOver(MODULE);
    }

    /// @inheritdoc IIntents
    function sendBySignature(
        IOutbox.SendRequest calldata,
        IIntents.Intent calldata,
        bytes calldata,
        bytes calldata
    ) external payable returns (bytes32) {
        _handOver(MODULE);
    }

    /// @inheritdoc IIntents
    function voidNonce(uint256) external {
        _handOver(MODULE);
    }

    /// @inheritdoc IOutbox
    function announce(uint64, address, uint8, uint256) external payable returns (bytes32) {
        _handOver(MODULE);
    }

    /// @inheritdoc IOutbox
    function collectFees(uint64) external {
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
