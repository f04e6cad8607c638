// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {KIND_TRANSFER, VERSION} from "../types/Protocol.sol";

/// @title The layout of Transfer and Forward messages
/// @dev Readers of single fields do not check the length: call {isWhole} first.
library TransferLib {
    uint256 private constant HEADER = 114;
    uint256 private constant TRANSFER = (uint256(VERSION) << 8) | KIND_TRANSFER;

    struct Transfer {
        uint8 standard;
        uint8 count;
        uint40 deadline;
        uint64 homeChainId;
        address homeToken;
        uint64 sourceChainId;
        address sender;
        address refundAccount;
        uint64 destinationChainId;
        address recipient;
    }

    /// @dev `carried` are the assets, in the message's own layout.
    function encode(uint8 kind_, Transfer memory t, bytes calldata ref_, bytes memory carried)
        internal
        pure
        returns (bytes memory)
    {
        return abi.encodePacked(
            // The fixed part word by word: cheaper than field by field, and it happens at every send.
            (uint256(VERSION) << 248) | (uint256(kind_) << 240) | (uint256(t.standard) << 232)
                | (uint256(t.count) << 224) | (uint256(t.deadline) << 184) | (uint256(t.homeChainId) << 120)
                | (uint256(uint160(t.homeToken)) >> 40),
            (uint256(uint160(t.homeToken)) << 216) | (uint256(t.sourceChainId) << 152)
                | (uint256(uint160(t.sender)) >> 8),
            (uint256(uint160(t.sender)) << 248) | (uint256(uint160(t.refundAccount)) << 88)
                | (uint256(t.destinationChainId) << 24) | (uint256(uint160(t.recipient)) >> 136),
            uint136(uint160(t.recipient)),
            uint8(ref_.length),
            ref_,
            carried
        );
    }

    /// @dev Version, kind, standard, count, deadline and home chain at once, in the first 17 bytes.
    function head(bytes calldata m) internal pure returns (uint256) {
        return _word(m, 0);
    }

    /// @dev Whether this is a whole Transfer of this version.
    function isTransfer(bytes calldata m) internal pure returns (bool) {
        return _word(m, 0) >> 240 == TRANSFER && isWhole(m);
    }

    /// @dev Of any message; 0 where there is none.
    function kind(bytes calldata m) internal pure returns (uint8) {
        return m.length < 2 ? 0 : uint8(_word(m, 1) >> 248);
    }

    /// @dev Whether all fields before the assets are there.
    function isWhole(bytes calldata m) internal pure returns (bool) {
        return m.length >= HEADER && m.length - HEADER >= _referenceLength(m);
    }

    /// @dev The fields of a whole message.
    function decode(bytes calldata m) internal pure returns (Transfer memory t) {
        (t.standard, t.count, t.deadline) = (standard(m), count(m), deadline(m));
        (t.homeChainId, t.homeToken) = (homeChainId(m), homeToken(m));
        (t.sourceChainId, t.sender, t.refundAccount) = (sourceChainId(m), sender(m), refundAccount(m));
        (t.destinationChainId, t.recipient) = (destinationChainId(m), recipient(m));
    }

    function standard(bytes calldata m) internal pure returns (uint8) {
        return uint8(_word(m, 2) >> 248);
    }

    function count(bytes calldata m) internal pure returns (uint8) {
        return uint8(_word(m, 3) >> 248);
    }

    function deadline(bytes calldata m) internal pure returns (uint40) {
        return uint40(_word(m, 4) >> 216);
    }

    function homeChainId(bytes calldata m) internal pure returns (uint64) {
        return uint64(_word(m, 9) >> 192);
    }

    function homeToken(bytes calldata m) internal pure returns (address) {
        return address(uint160(_word(m, 17) >> 96));
    }

    function sourceChainId(bytes calldata m) internal pure returns (uint64) {
        return uint64(_word(m, 37) >> 192);
    }

    function sender(bytes calldata m) internal pure returns (address) {
        return address(uint160(_word(m, 45) >> 96));
    }

    function refundAccount(bytes calldata m) internal pure returns (address) {
        return address(uint160(_word(m, 65) >> 96));
    }

    function destinationChainId(bytes calldata m) internal pure returns (uint64) {
        return uint64(_word(m, 85) >> 192);
    }

    function recipient(bytes calldata m) internal pure returns (address) {
        return address(uint160(_word(m, 93) >> 96));
    }

    function ref(bytes calldata m) internal pure returns (bytes calldata) {
        return m[HEADER:HEADER + _referenceLength(m)];
    }

    function assets(bytes calldata m) internal pure returns (bytes calldata carried) {
        uint256 start = HEADER + _referenceLength(m);
        // Within the message, if that is whole.
        assembly ("memory-safe") {
            carried.offset := add(m.offset, start)
            carried.length := sub(m.length, start)
        }
    }

    function _referenceLength(bytes calldata m) private pure returns (uint256) {
        return _word(m, 113) >> 248;
    }

    function _word(bytes calldata m, uint256 at) private pure returns (uint256 word) {
        assembly ("memory-safe") {
            word := calldataload(add(m.offset, at))
        }
    }
}
