// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";

/// @title Vaults and representations: clones found by what they stand for
library CloneLib {
    /// @dev EIP-1167 has 45 bytes; a representation's arguments 29.
    uint256 private constant CLONE_BYTES = 45;
    uint256 private constant REPRESENTATION_BYTES = 74;

    function vaultArgs(uint64 counterpartChainId) internal pure returns (bytes memory) {
        return abi.encodePacked(counterpartChainId);
    }

    function representationArgs(uint64 homeChainId, address homeToken, uint8 standard)
        internal
        pure
        returns (bytes memory)
    {
        return abi.encodePacked(homeChainId, homeToken, standard);
    }

    function deploy(address implementation, bytes memory args) internal returns (address) {
        return Clones.cloneDeterministicWithImmutableArgs(implementation, args, keccak256(args));
    }

    function predict(address implementation, bytes memory args, address deployer)
        internal
        pure
        returns (address)
    {
        return Clones.predictDeterministicAddressWithImmutableArgs(
            implementation, args, keccak256(args), deployer
        );
    }

    /// @dev The arguments of a representation, if `account` is one: its own claim, believed only when the address
    /// that follows from it is the account's. Zeros otherwise.
    function homeOf(address account, address implementation, address deployer)
        internal
        view
        returns (uint64 homeChainId, address homeToken, uint8 standard)
    {
        if (account.code.length != REPRESENTATION_BYTES) return (0, address(0), 0);
        (homeChainId, homeToken, standard) = readHome(account);
        bytes memory args = representationArgs(homeChainId, homeToken, standard);
        if (predict(implementation, args, deployer) != account) return (0, address(0), 0);
    }

    /// @dev The arguments of an account that is known to be a representation.
    function readHome(address account)
        internal
        view
        returns (uint64 homeChainId, address homeToken, uint8 standard)
    {
        uint256 args;
        assembly ("memory-safe") {
            extcodecopy(account, 0x00, CLONE_BYTES, 0x20)
            args := mload(0x00)
        }
        return (uint64(args >> 192), address(uint160(args >> 32)), uint8(args >> 24));
    }
}
