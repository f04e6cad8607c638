// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC7572} from "../interfaces/IERC7572.sol";
import {IRepresentation} from "../interfaces/IRepresentation.sol";
import {IZoneFactory} from "../interfaces/IZoneFactory.sol";
import {CloneLib} from "../libraries/CloneLib.sol";
import {CodeLib} from "../libraries/CodeLib.sol";
import {CollectionLib} from "../libraries/CollectionLib.sol";

/// @title What every representation keeps of its collection
abstract contract Described is IRepresentation, IERC7572 {
    using CodeLib for address;

    /// @param at the latest Collection message's description, kept as code
    /// @param order that message's order
    /// @param record which record the description defines, if it is the one that does: it needs no slot of its own then
    struct Said {
        address at;
        uint64 order;
        uint8 class;
        uint16 record;
    }

    // --------------------------------------------------------------------------------------------------- IMMUTABLES

    address internal immutable CUSTODY;

    // ------------------------------------------------------------------------------------------------------ STORAGE

    Said private _said;

    // -------------------------------------------------------------------------------------------------- CONSTRUCTOR

    constructor() {
        CUSTODY = IZoneFactory(msg.sender).parameters().parts[uint256(IZoneFactory.Part.Custody)];
    }

    // ----------------------------------------------------------------------------------------------------- MODIFIERS

    modifier onlyCustody() {
        if (msg.sender != CUSTODY) revert CallerNotCustody(msg.sender);
        _;
    }

    // ----------------------------------------------------------------------------------------------------- CUSTODY'S

    /// @inheritdoc IRepresentation
    function describe(uint64 order, bytes calldata message) external onlyCustody {
        Said memory said = _said;
        uint16 record = CollectionLib.record(message);
        bytes calldata description = CollectionLib.description(message);
        bool opens = record != 0 && record != said.record && !_isDefined(record);
        address at = _keep(said.at, description);
        if (order < said.order) {
            if (opens) _define(record, at);
            return;
        }
        if (at != said.at) {
            emit ContractURIUpdated();
            // What the old description defines must still be found when it is the latest no more.
            if (said.record != 0) _define(said.record, said.at);
            said.record = opens ? record : 0;
        } else if (opens) {
            _define(record, at);
        }
        _said = Said(at, order, CollectionLib.class(message), said.record);
        _refresh(message);
    }

    // -------------------------------------------------------------------------------------------------------- VIEWS

    /// @notice The name at home.
    function name() public view virtual returns (string memory) {
        return string(_described().name);
    }

    /// @notice The symbol at home.
    function symbol() public view virtual returns (string memory) {
        return string(_described().symbol);
    }

    /// @inheritdoc IERC7572
    function contractURI() external view returns (string memory) {
        return string(_described().contractURI);
    }

    /// @inheritdoc IRepresentation
    function class() external view returns (uint8) {
        return _said.class;
    }

    /// @inheritdoc IRepresentation
    function home() external view returns (uint64 chainId, address token, uint8 standard) {
        return CloneLib.readHome(address(this));
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    function _described() internal view returns (CollectionLib.Description memory) {
        return CollectionLib.parse(_said.at.kept());
    }

    /// @dev What defines the record that the latest description defines; zero for any other.
    function _definition(uint16 record) internal view returns (address) {
        Said memory said = _said;
        return record != 0 && said.record == record ? said.at : address(0);
    }

    /// @dev Whether a record has a slot of its own.
    function _isDefined(uint16 record) internal view virtual returns (bool);

    function _define(uint16 record, address at) internal virtual;

    /// @dev Takes over what a Collection message says about single tokens.
    function _refresh(bytes calldata message) internal virtual;

    function _keep(address before, bytes calldata description) private returns (address at) {
        (at,) = before.keep(description);
    }
}
