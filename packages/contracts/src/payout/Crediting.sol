// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {ICredits} from "../interfaces/ICredits.sol";
import {DigestLib} from "../libraries/DigestLib.sol";
import {SignatureLib} from "../libraries/SignatureLib.sol";
import {CoinLib} from "./CoinLib.sol";

/// @title What could not be paid waits for whom it belongs to
abstract contract Crediting is ICredits, ReentrancyGuardTransient {
    bytes32 private constant DOMAIN_TYPE =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 private constant NAME = keccak256("Ryugu Payout");
    bytes32 private constant VERSION = keccak256("1");
    bytes32 private constant CLAIM_TYPE =
        keccak256("Claim(address payee,address currency,address to,uint256 nonce,uint256 deadline)");

    // ------------------------------------------------------------------------------------------------------ STORAGE

    /// @inheritdoc ICredits
    mapping(address payee => mapping(address currency => uint256)) public credit;
    /// @inheritdoc ICredits
    mapping(address payee => uint256) public claimNonce;

    // ------------------------------------------------------------------------------------------------------ PAYEE'S

    /// @inheritdoc ICredits
    function claim(address currency, address to) external nonReentrant returns (uint256 amount) {
        return _payOut(msg.sender, currency, to);
    }

    /// @inheritdoc ICredits
    function claimFor(address payee, address currency) external nonReentrant returns (uint256 amount) {
        return _payOut(payee, currency, payee);
    }

    /// @inheritdoc ICredits
    function claimBySignature(Claim calldata order, bytes calldata signature)
        external
        nonReentrant
        returns (uint256 amount)
    {
        if (block.timestamp > order.deadline) revert ClaimExpired(order.deadline);
        uint256 expected = claimNonce[order.payee];
        if (order.nonce != expected) revert NonceInvalid(order.payee, order.nonce, expected);
        bytes32 digest = DigestLib.typed(_domain(), keccak256(abi.encode(CLAIM_TYPE, order)));
        if (!SignatureLib.isSigned(order.payee, digest, signature)) revert SignatureInvalid(order.payee);
        claimNonce[order.payee] = expected + 1;
        return _payOut(order.payee, order.currency, order.to);
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    /// @dev Tries to pay, and credits otherwise. What is for this contract stays, and counts as paid: a nested split may name
    /// the one that it is in.
    /// @return done whether it was paid
    function _pay(address currency, address payee, uint256 amount) internal returns (bool done) {
        if (payee == address(this) || _push(currency, payee, amount)) return true;
        _credit(currency, payee, amount);
    }

    function _credit(address currency, address payee, uint256 amount) internal {
        credit[payee][currency] += amount;
        emit Credited(currency, payee, amount);
    }

    /// @dev Told of what is not credited any more.
    function _released(address currency, uint256 amount) internal virtual;

    /// @dev Tries to pay, whatever the payee or the currency does.
    function _push(address currency, address to, uint256 amount) internal virtual returns (bool done) {
        return CoinLib.push(currency, to, amount);
    }

    /// @dev Pays exactly, or reverts.
    function _send(address currency, address to, uint256 amount) internal virtual {
        CoinLib.send(currency, to, amount);
    }

    function _payOut(address payee, address currency, address to) private returns (uint256 amount) {
        amount = credit[payee][currency];
        if (amount == 0) revert NothingToClaim(payee, currency);
        if (to == address(0) || to == address(this)) revert RecipientInvalid(to);
        credit[payee][currency] = 0;
        _released(currency, amount);
        _send(currency, to, amount);
        emit CreditClaimed(currency, payee, to, amount);
    }

    /// @dev Of all that is signed for this contract.
    function _domain() internal view returns (bytes32) {
        return keccak256(abi.encode(DOMAIN_TYPE, NAME, VERSION, block.chainid, address(this)));
    }
}
