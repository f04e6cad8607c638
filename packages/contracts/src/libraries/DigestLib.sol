// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Domains, checkpoints and digests (EIP-712)
library DigestLib {
    bytes32 private constant ZONE_DOMAIN_TYPE =
        keccak256("EIP712Domain(string name,string version,bytes32 salt)");
    bytes32 private constant GATEWAY_DOMAIN_TYPE = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract,bytes32 salt)"
    );
    bytes32 private constant NAME = keccak256("Ryugu");
    bytes32 private constant DOMAIN_VERSION = keccak256("1");

    bytes32 private constant CHECKPOINT_TYPE =
        keccak256("Checkpoint(bytes32 laneId,uint64 anchor,uint64 sequence,bytes32 head)");

    /// @dev Of what counts in the whole zone. It names no chain: a lane's id already names both ends.
    function zoneDomain(bytes32 zoneId) internal pure returns (bytes32) {
        return keccak256(abi.encode(ZONE_DOMAIN_TYPE, NAME, DOMAIN_VERSION, zoneId));
    }

    /// @dev Of what counts for one gateway only.
    function gatewayDomain(bytes32 zoneId, uint256 chainId, address gateway) internal pure returns (bytes32) {
        return keccak256(abi.encode(GATEWAY_DOMAIN_TYPE, NAME, DOMAIN_VERSION, chainId, gateway, zoneId));
    }

    function checkpoint(bytes32 domain, bytes32 laneId, uint64 anchor, uint64 sequence, bytes32 head)
        internal
        pure
        returns (bytes32)
    {
        return typed(domain, keccak256(abi.encode(CHECKPOINT_TYPE, laneId, anchor, sequence, head)));
    }

    /// @dev What an account signs: the struct in its domain.
    function typed(bytes32 domain, bytes32 structHash) internal pure returns (bytes32 digest) {
        assembly ("memory-safe") {
            let free := mload(0x40)
            mstore(free, hex"1901")
            mstore(add(free, 0x02), domain)
            mstore(add(free, 0x22), structHash)
            digest := keccak256(free, 0x42)
        }
    }
}
