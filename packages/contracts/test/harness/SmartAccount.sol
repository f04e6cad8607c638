// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// @dev An account that is a contract, as people's smart wallets are: it does and signs (ERC-1271) what its owner's key says, and
/// the owner can be revoked.
contract SmartAccount {
    address public owner;

    constructor(address owner_) {
        owner = owner_;
    }

    /// @param next zero for nobody
    function setOwner(address next) external {
        owner = next;
    }

    function execute(address target, bytes calldata call) external returns (bytes memory answer) {
        require(msg.sender == owner, "not the owner");
        bool ok;
        (ok, answer) = target.call(call);
        require(ok, "failed");
    }

    function isValidSignature(bytes32 digest, bytes calldata signature) external view returns (bytes4) {
        (address signer,,) = ECDSA.tryRecover(digest, signature);
        return signer != address(0) && signer == owner ? this.isValidSignature.selector : bytes4(0xffffffff);
    }
}
