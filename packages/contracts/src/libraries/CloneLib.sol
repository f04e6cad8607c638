// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";

import {STANDARD_ERC1155, STANDARD_ERC20, STANDARD_ERC721} from "../types/Protocol.sol";

/// @title Vaults, representations and royalty routers: clones found by what they stand for
library CloneLib {
    /// @dev EIP-1167 has 45 bytes; the immutable arguments stand behind them.
    uint256 private constant CLONE_BYTES = 45;
    uint256 private constant VAULT_ARGS = 8;
    uint256 private constant REPRESENTATION_ARGS = 29;
    uint256 private constant CREATION_CODE =
        0x6100003d81600a3d39f3363d3d373d3d3d363d73000000000000000000000000;
    uint256 private constant CREATION_CODE_TAIL =
        0x5af43d82803e903d91602b57fd5bf30000000000000000000000000000000000;

    function deployVault(address implementation, uint64 counterpartChainId) internal returns (address) {
        return _deploy(implementation, abi.encodePacked(counterpartChainId));
    }

    function deployRepresentation(
        address implementation,
        uint64 homeChainId,
        address homeToken,
        uint8 standard
    ) internal returns (address) {
        return _deploy(implementation, abi.encodePacked(homeChainId, homeToken, standard));
    }

    function deployRoyaltyRouter(
        address implementation,
        uint64 homeChainId,
        address homeToken,
        address receiver
    ) internal returns (address) {
        return _deploy(implementation, abi.encodePacked(homeChainId, homeToken, receiver));
    }

    function vault(address implementation, address deployer, uint64 counterpartChainId)
        internal
        pure
        returns (address)
    {
        return _predict(implementation, deployer, uint256(counterpartChainId) << 192, VAULT_ARGS);
    }

    function representation(
        address implementation,
        address deployer,
        uint64 homeChainId,
        address homeToken,
        uint8 standard
    ) internal pure returns (address) {
        uint256 args = (uint256(homeChainId) << 192) | (uint256(uint160(homeToken)) << 32);
        return _predict(implementation, deployer, args | (uint256(standard) << 24), REPRESENTATION_ARGS);
    }

    /// @dev Nobody asks for it on the way of a message, so it need not be as cheap as the others.
    function royaltyRouter(
        address implementation,
        address deployer,
        uint64 homeChainId,
        address homeToken,
        address receiver
    ) internal pure returns (address) {
        bytes memory args = abi.encodePacked(homeChainId, homeToken, receiver);
        return
            Clones.predictDeterministicAddressWithImmutableArgs(
                implementation, args, keccak256(args), deployer
            );
    }

    /// @dev Which of the implementations a standard's representations are clones of; zero for no standard.
    function byStandard(uint8 standard, address erc721, address erc1155, address erc20)
        internal
        pure
        returns (address)
    {
        if (standard == STANDARD_ERC721) return erc721;
        if (standard == STANDARD_ERC1155) return erc1155;
        return standard == STANDARD_ERC20 ? erc20 : address(0);
    }

    /// @dev What the account says that it stands for, if it looks like a representation: to be believed only when the
    /// address that follows from it is the account's. A standard of 0 otherwise.
    function claimedHome(address account)
        internal
        view
        returns (uint64 homeChainId, address homeToken, uint8 standard)
    {
        if (account.code.length != CLONE_BYTES + REPRESENTATION_ARGS) return (0, address(0), 0);
        (homeChainId, homeToken, standard) = readHome(account);
        if (standard > STANDARD_ERC20) standard = 0;
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

    /// @dev The arguments of an account that is known to be a royalty router.
    function readRoyaltyRouter(address account)
        internal
        view
        returns (uint64 homeChainId, address homeToken, address receiver)
    {
        bytes memory args = Clones.fetchCloneArgs(account);
        assembly ("memory-safe") {
            homeChainId := shr(192, mload(add(args, 0x20)))
            homeToken := shr(96, mload(add(args, 0x28)))
            receiver := shr(96, mload(add(args, 0x3c)))
        }
    }

    function _deploy(address implementation, bytes memory args) private returns (address) {
        return Clones.cloneDeterministicWithImmutableArgs(implementation, args, keccak256(args));
    }

    /// @dev As OpenZeppelin's `predictDeterministicAddressWithImmutableArgs`, without its allocations: this happens at
    /// every send and every delivery. `args` are left-aligned.
    function _predict(address implementation, address deployer, uint256 args, uint256 length)
        private
        pure
        returns (address account)
    {
        assembly ("memory-safe") {
            let free := mload(0x40)
            mstore(free, args)
            let salt := keccak256(free, length)
            // The creation code: 20 bytes with the length in them, the implementation, 15 bytes, the arguments.
            mstore(free, or(CREATION_CODE, shl(232, add(length, CLONE_BYTES))))
            mstore(add(free, 20), shl(96, implementation))
            mstore(add(free, 40), CREATION_CODE_TAIL)
            mstore(add(free, 55), args)
            let codeHash := keccak256(free, add(55, length))
            mstore8(free, 0xff)
            mstore(add(free, 1), shl(96, deployer))
            mstore(add(free, 21), salt)
            mstore(add(free, 53), codeHash)
            account := shr(96, shl(96, keccak256(free, 85)))
        }
    }
}
