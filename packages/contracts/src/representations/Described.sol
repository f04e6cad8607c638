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
    struct Said {
        address at;
        uint64 order;
        uint8 class;
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
        if (order < said.order) {
            if (_isOpen(record)) _define(record, _keep(said.at, description));
            return;
        }
        address at = _keep(said.at, description);
        _said = Said(at, order, CollectionLib.class(message));
        if (at != said.at) emit ContractURIUpdated();
        if (_isOpen(record)) _define(record, at);
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

    /// @dev Whether a record can be defined and is not yet.
    function _isOpen(uint16 record) internal view virtual returns (bool);

    function _define(uint16 record, address at) internal virtual;

    /// @dev Takes over what a Collection message says about single tokens.
    function _refresh(bytes calldata message) internal virtual;

    function _keep(address before, bytes calldata description) private returns (address at) {
        (at,) = before.keep(description);
    }
}
