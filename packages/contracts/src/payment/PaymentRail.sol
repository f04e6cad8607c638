// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IPaymentRail} from "../interfaces/IPaymentRail.sol";
import {ISplitFactory} from "../interfaces/ISplitFactory.sol";
import {DigestLib} from "../libraries/DigestLib.sol";
import {SignatureLib} from "../libraries/SignatureLib.sol";
import {Crediting} from "../payout/Crediting.sol";
import {Dividing} from "../payout/Dividing.sol";

/// @title What all rails have in common: who agreed, who is paid, and what is told
abstract contract PaymentRail is IPaymentRail, Dividing {
    uint256 private constant MOST_PARTS = 16;
    /// @dev A payment looks into splits for so many payees, so that no list makes it cost more than a block has. A longer one
    /// is paid as an account, and divides what it got when it is asked to.
    uint256 internal constant MOST_NESTED = 64;

    bytes32 private constant NONCE_TYPE =
        keccak256("AuthorizationNonce(address caller,bytes32 purpose,bytes32 salt)");
    bytes32 private constant PAYMENT_TYPE = keccak256(
        "Payment(address payer,address caller,address currency,uint256 amount,bytes32 purpose,uint256 validAfter,uint256 validBefore,bytes32 salt)"
    );

    // --------------------------------------------------------------------------------------------------- IMMUTABLES

    address private immutable SPLIT;

    // ------------------------------------------------------------------------------------------------------ STORAGE

    /// @inheritdoc IPaymentRail
    mapping(address payer => mapping(bytes32 salt => bool)) public isSaltUsed;
    /// @inheritdoc IPaymentRail
    mapping(address currency => uint256) public totalCredit;

    // -------------------------------------------------------------------------------------------------- CONSTRUCTOR

    constructor(ISplitFactory splits) {
        SPLIT = splits.implementation();
    }

    // ------------------------------------------------------------------------------------------------------ PAYER'S

    /// @inheritdoc IPaymentRail
    function pay(Payment calldata payment, Authorization calldata authorization)
        external
        nonReentrant
        returns (uint256 amount)
    {
        return _carry(payment, authorization, false);
    }

    /// @inheritdoc IPaymentRail
    function refund(Payment calldata payment, Authorization calldata authorization)
        external
        nonReentrant
        returns (uint256 amount)
    {
        return _carry(payment, authorization, true);
    }

    /// @inheritdoc IPaymentRail
    function voidSalt(bytes32 salt) external {
        _useSalt(msg.sender, salt);
        emit SaltVoided(msg.sender, salt);
    }

    // -------------------------------------------------------------------------------------------------------- VIEWS

    /// @inheritdoc IPaymentRail
    function authorizationNonce(address caller, bytes32 purpose, bytes32 salt) public pure returns (bytes32) {
        return keccak256(abi.encode(NONCE_TYPE, caller, purpose, salt));
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    /// @dev Takes the sum from the payer, as the payer agreed.
    /// @return before what was here before
    function _collect(
        Payment calldata payment,
        uint256 amount,
        Authorization calldata authorization,
        bool isRefund
    ) internal virtual returns (uint256 before);

    /// @dev After all parts were paid: what is left that nobody was credited with. Reverts where too little is left.
    function _surplus(address currency, uint256 before, uint256 credited) internal virtual returns (uint256);

    function _creditSurplus(address currency, address account, uint256 surplus, Sum memory sum) internal {
        _credit(currency, account, surplus);
        _tellCredit(currency, account, surplus, sum);
    }

    function _carry(Payment calldata payment, Authorization calldata authorization, bool isRefund)
        private
        returns (uint256 amount)
    {
        amount = _sumOf(payment.parts);
        uint256 before = _collect(payment, amount, authorization, isRefund);
        Sum memory sum;
        (sum.room, sum.purpose) = (MOST_NESTED, payment.purpose);
        for (uint256 i; i < payment.parts.length; ++i) {
            Part calldata part = payment.parts[i];
            _payShare(payment.currency, part.payee, part.amount, part.nested ? MOST_LEVELS + 1 : 1, sum);
        }
        // What a payee gave back, or a currency only pretended to move.
        uint256 surplus = _surplus(payment.currency, before, sum.credited);
        if (surplus != 0) _creditSurplus(payment.currency, payment.payer, surplus, sum);
        emit PaymentMade(payment.purpose, payment.payer, msg.sender, payment.currency, amount, isRefund);
    }

    function _sumOf(Part[] calldata parts) private view returns (uint256 amount) {
        if (parts.length == 0 || parts.length > MOST_PARTS) revert PartCountInvalid(parts.length);
        for (uint256 i; i < parts.length; ++i) {
            (address payee, uint256 part) = (parts[i].payee, parts[i].amount);
            if (payee == address(0) || payee == address(this) || part == 0) revert PartInvalid(payee, part);
            amount += part;
        }
    }

    /// @dev That the payer calls, or signed, and did so once.
    function _checkAgreed(Payment calldata payment, uint256 amount, Authorization calldata authorization)
        internal
    {
        if (authorization.agreement == Agreement.Caller) {
            if (msg.sender != payment.payer) revert CallerNotPayer(msg.sender, payment.payer);
            return;
        }
        if (authorization.agreement != Agreement.Rail) revert AgreementInvalid(authorization.agreement);
        (uint256 validAfter, uint256 validBefore) = (authorization.validAfter, authorization.validBefore);
        if (block.timestamp <= validAfter || block.timestamp >= validBefore) {
            revert AuthorizationOutOfTime(validAfter, validBefore);
        }
        _useSalt(payment.payer, authorization.salt);
        bytes32 digest = DigestLib.typed(_domain(), _hash(payment, amount, authorization));
        if (!SignatureLib.isSigned(payment.payer, digest, authorization.signature)) {
            revert SignatureInvalid(payment.payer);
        }
    }

    function _hash(Payment calldata payment, uint256 amount, Authorization calldata authorization)
        private
        view
        returns (bytes32)
    {
        return keccak256(
            abi.encode(
                PAYMENT_TYPE,
                payment.payer,
                msg.sender,
                payment.currency,
                amount,
                payment.purpose,
                authorization.validAfter,
                authorization.validBefore,
                authorization.salt
            )
        );
    }

    function _useSalt(address payer, bytes32 salt) private {
        if (isSaltUsed[payer][salt]) revert SaltUsed(payer, salt);
        isSaltUsed[payer][salt] = true;
    }

    /// @inheritdoc Dividing
    function _splitImplementation() internal view override returns (address) {
        return SPLIT;
    }

    /// @inheritdoc Dividing
    function _told(address currency, address payee, uint256 amount, bool isPaid, Sum memory sum)
        internal
        virtual
        override
    {
        if (isPaid) emit SharePaid(sum.purpose, payee, currency, amount);
        else _tellCredit(currency, payee, amount, sum);
    }

    function _tellCredit(address currency, address payee, uint256 amount, Sum memory sum) private {
        totalCredit[currency] += amount;
        emit ShareCredited(sum.purpose, payee, currency, amount);
    }

    /// @inheritdoc Crediting
    function _released(address currency, uint256 amount) internal override {
        totalCredit[currency] -= amount;
    }
}
