// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {ERC20} from "solady/tokens/ERC20.sol";

import {IRepresentation} from "../interfaces/IRepresentation.sol";
import {AssetLib} from "../libraries/AssetLib.sol";
import {Authorizations} from "./Authorizations.sol";
import {Described} from "./Described.sol";

/// @title The token that stands for an ERC-20 token born on another chain
/// @dev Solady's ERC-20, because its permits are signed for the name that the token has, whoever gave it.
contract Representation20 is Authorizations, Described, IERC5267 {
    /// @dev ERC-5267: name, version, chain id and contract.
    bytes1 private constant DOMAIN_FIELDS = 0x0f;

    // ----------------------------------------------------------------------------------------------------- CUSTODY'S

    /// @inheritdoc IRepresentation
    function mintFor(address recipient, uint256 count, bytes calldata assets) external onlyCustody {
        if (count != 1) revert AssetLib.AssetsMalformed();
        _mint(recipient, AssetLib.amountOf(assets));
    }

    /// @inheritdoc IRepresentation
    function burn(address owner, uint256[] calldata ids, uint256[] calldata amounts) external onlyCustody {
        if (ids.length != 0 || amounts.length != 1) revert AssetLib.AssetsMalformed();
        _burn(owner, amounts[0]);
    }

    // -------------------------------------------------------------------------------------------------------- VIEWS

    /// @inheritdoc Described
    function name() public view override(ERC20, Described) returns (string memory) {
        return Described.name();
    }

    /// @inheritdoc Described
    function symbol() public view override(ERC20, Described) returns (string memory) {
        return Described.symbol();
    }

    /// @notice The decimals at home.
    function decimals() public view override returns (uint8) {
        return _described().decimals;
    }

    /// @inheritdoc IERC5267
    function eip712Domain()
        external
        view
        returns (
            bytes1 fields,
            string memory name_,
            string memory version,
            uint256 chainId,
            address verifyingContract,
            bytes32 salt,
            uint256[] memory extensions
        )
    {
        return (DOMAIN_FIELDS, name(), "1", block.chainid, address(this), 0, new uint256[](0));
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    /// @dev Solady would let whoever runs Permit2 move everything. Nobody gave that leave.
    function _givePermit2InfiniteAllowance() internal pure override returns (bool) {
        return false;
    }

    /// @dev What nobody can move again must not be made or moved there. Ending tokens is the custody's.
    function _beforeTokenTransfer(address from, address to, uint256) internal view override {
        bool isBurn = to == address(0) && msg.sender == CUSTODY && from != address(0);
        if (!isBurn && (to == address(0) || to == address(this))) revert RecipientInvalid(to);
    }

    /// @inheritdoc Described
    /// @dev Money has no records and no single tokens.
    function _isDefined(uint16) internal pure override returns (bool) {
        return true;
    }

    /// @inheritdoc Described
    function _define(uint16, address) internal override {}

    /// @inheritdoc Described
    function _refresh(bytes calldata) internal override {}
}
