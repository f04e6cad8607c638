// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Ids: EIP-712 struct hashes, so that any EIP-712 library computes them
library IdLib {
    bytes32 private constant ZONE_TYPE = keccak256("Zone(string name)");
    bytes32 private constant LANE_TYPE = keccak256(
        "Lane(bytes32 zoneId,uint64 originChainId,address originGateway,uint64 destinationChainId,address destinationGateway)"
    );
    bytes32 private constant SET_TYPE =
        keccak256("ValidatorSet(uint64 epoch,uint16 quorum,address[] validators)");

    function zoneId(string memory name) internal pure returns (bytes32) {
        return keccak256(abi.encode(ZONE_TYPE, keccak256(bytes(name))));
    }

    function laneId(
        bytes32 zone,
        uint64 originChainId,
        address originGateway,
        uint64 destinationChainId,
        address destinationGateway
    ) internal pure returns (bytes32) {
        return keccak256(
            abi.encode(LANE_TYPE, zone, originChainId, originGateway, destinationChainId, destinationGateway)
        );
    }

    function setHash(uint64 epoch, uint16 quorum, address[] memory validators)
        internal
        pure
        returns (bytes32)
    {
        // EIP-712 hashes an array as its elements, each padded to a word: packed encoding of an array does that.
        return keccak256(abi.encode(SET_TYPE, epoch, quorum, keccak256(abi.encodePacked(validators))));
    }
}
