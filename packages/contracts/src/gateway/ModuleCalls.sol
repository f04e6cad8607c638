// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICouncil} from "../interfaces/ICouncil.sol";
import {IGateway} from "../interfaces/IGateway.sol";
import {IInbox} from "../interfaces/IInbox.sol";
import {IIntents} from "../interfaces/IIntents.sol";
import {IOutbox} from "../interfaces/IOutbox.sol";
import {IWindDown} from "../interfaces/IWindDown.sol";
import {IZoneFactory} from "../interfaces/IZoneFactory.sol";

/// @title The gateway's functions that its module carries out
/// @dev Declared one by one, so that explorers show them and nothing undeclared reaches the module.
abstract contract ModuleCalls is IGateway {
    address private immutable MODULE;

    constructor() {
        MODULE = IZoneFactory(msg.sender).parameters().parts[uint256(IZoneFactory.Part.GatewayModule)];
    }

    /// @dev Hands the call over as it came, and back what came of it.
    function _toModule() private {
        address module = MODULE;
        assembly ("memory-safe") {
            let free := mload(0x40)
            calldatacopy(free, 0, calldatasize())
            let ok := delegatecall(gas(), module, free, calldatasize(), 0, 0)
            returndatacopy(free, 0, returndatasize())
            if ok { return(free, returndatasize()) }
            revert(free, returndatasize())
        }
    }

    // -------------------------------------------------------------------------------------------------------- PEOPLE

    /// @inheritdoc IInbox
    function claim(bytes32, uint64, bytes32, bytes calldata, bytes32[] calldata, bytes calldata) external {
        _toModule();
    }

    /// @inheritdoc IInbox
    function retry(bytes32, bytes32, bytes calldata) external {
        _toModule();
    }

    /// @inheritdoc IInbox
    function redirect(bytes32, bytes32, bytes calldata, address, uint40, bytes calldata) external {
        _toModule();
    }

    /// @inheritdoc IIntents
    function sendBySignature(
        IOutbox.SendRequest calldata,
        IIntents.Intent calldata,
        bytes calldata,
        bytes calldata
    ) external payable returns (bytes32) {
        _toModule();
    }

    /// @inheritdoc IIntents
    function voidNonce(uint256) external {
        _toModule();
    }

    /// @inheritdoc IOutbox
    function announce(uint64, address, uint8, uint256) external returns (bytes32) {
        _toModule();
    }

    /// @inheritdoc IOutbox
    function collectFees(uint64) external {
        _toModule();
    }

    // ------------------------------------------------------------------------------------------------------ COUNCIL

    /// @inheritdoc ICouncil
    function rotate(address[] calldata, uint16, uint40, bytes calldata) external {
        _toModule();
    }

    /// @inheritdoc ICouncil
    function openLane(uint64, uint64, address, bytes calldata) external {
        _toModule();
    }

    /// @inheritdoc ICouncil
    function retireLane(uint64, bytes calldata) external {
        _toModule();
    }

    /// @inheritdoc ICouncil
    function setTerms(uint64, uint96, address, uint32, bytes calldata) external {
        _toModule();
    }

    /// @inheritdoc ICouncil
    function setLimit(address, uint88, uint16, bytes calldata) external {
        _toModule();
    }

    /// @inheritdoc ICouncil
    function setDefaultLimit(uint88, uint16, bytes calldata) external {
        _toModule();
    }

    /// @inheritdoc ICouncil
    function listToken(address, uint8, uint88, uint16, bytes calldata) external {
        _toModule();
    }

    /// @inheritdoc ICouncil
    function proposePolicy(address, bytes calldata) external {
        _toModule();
    }

    /// @inheritdoc ICouncil
    function pause(address, uint64, address, uint24, bytes calldata) external {
        _toModule();
    }

    /// @inheritdoc ICouncil
    function extendPause(uint64, address, uint40, bytes calldata) external {
        _toModule();
    }

    /// @inheritdoc ICouncil
    function liftPause(uint64, address, bytes calldata) external {
        _toModule();
    }

    /// @inheritdoc ICouncil
    function halt(bytes32, uint64, bytes32, bytes calldata) external {
        _toModule();
    }

    /// @inheritdoc ICouncil
    function reanchor(bytes32, uint64, bytes32, bytes32, bytes32[] calldata, bytes calldata) external {
        _toModule();
    }

    // --------------------------------------------------------------------------------------------------- WINDING DOWN

    /// @inheritdoc IWindDown
    function proposeWindDown(uint64, uint64, bytes32, bytes32, bytes calldata) external {
        _toModule();
    }

    /// @inheritdoc IWindDown
    function cancelWindDown(uint64, bytes calldata) external {
        _toModule();
    }

    /// @inheritdoc IWindDown
    function challengeExcess(IWindDown.Holding calldata, bytes32[] calldata) external {
        _toModule();
    }

    /// @inheritdoc IWindDown
    function challengeDouble(
        IWindDown.Holding calldata,
        bytes32[] calldata,
        IWindDown.Holding calldata,
        bytes32[] calldata
    ) external {
        _toModule();
    }

    /// @inheritdoc IWindDown
    function takeOut(
        IWindDown.Holding calldata,
        bytes32[] calldata,
        address,
        uint40,
        bytes calldata
    ) external {
        _toModule();
    }
}
