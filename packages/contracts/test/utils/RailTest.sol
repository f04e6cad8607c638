// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IPaymentRail} from "../../src/interfaces/IPaymentRail.sol";
import {SplitTest} from "./SplitTest.sol";

/// @title A rail, and somebody with money on it
abstract contract RailTest is SplitTest {
    uint256 internal constant INCOME = 12_000;
    bytes32 internal constant PURPOSE = keccak256("an artwork");
    bytes32 private constant PAYMENT_TYPE = keccak256(
        "Payment(address payer,address caller,address currency,uint256 amount,bytes32 purpose,uint256 validAfter,uint256 validBefore,bytes32 salt)"
    );

    IPaymentRail internal rail;
    address internal immutable PAYER;
    uint256 internal immutable PAYER_KEY;
    /// @dev Whom the payer lets have payments carried out.
    address internal immutable SHOP = makeAddr("shop");

    constructor() {
        (PAYER, PAYER_KEY) = makeAddrAndKey("payer");
    }

    // -------------------------------------------------------------------------------------------- WHAT RAILS DIFFER IN

    /// @dev In what it pays.
    function currency() internal view virtual returns (address);

    /// @dev What an account has got.
    function received(address account) internal view virtual returns (uint256);

    /// @dev What an account may pay with.
    function spendable(address account) internal view virtual returns (uint256);

    /// @dev Puts an account out of favour with the issuer, or in again.
    function setBlocked(address account, bool on) internal virtual;

    /// @dev Gives an account money to pay with, and lets the rail take it.
    function fund(address account, uint256 amount) internal virtual;

    // ----------------------------------------------------------------------------------------------------- PAYMENTS

    function parts(address first, uint128 amount) internal pure returns (IPaymentRail.Part[] memory list) {
        list = new IPaymentRail.Part[](1);
        list[0] = IPaymentRail.Part(first, amount, false);
    }

    function parts(address first, uint128 amount, address second, uint128 secondAmount)
        internal
        pure
        returns (IPaymentRail.Part[] memory list)
    {
        list = new IPaymentRail.Part[](2);
        list[0] = IPaymentRail.Part(first, amount, false);
        list[1] = IPaymentRail.Part(second, secondAmount, false);
    }

    function toSplit(address split, uint128 amount) internal pure returns (IPaymentRail.Part[] memory list) {
        list = parts(split, amount);
        list[0].nested = true;
    }

    function payment(IPaymentRail.Part[] memory list) internal view returns (IPaymentRail.Payment memory) {
        return IPaymentRail.Payment(PAYER, currency(), PURPOSE, list);
    }

    /// @dev The payer's signed word that the shop may have so much paid.
    function signedFor(uint256 amount) internal view returns (IPaymentRail.Authorization memory) {
        return signed(PAYER_KEY, SHOP, currency(), amount, PURPOSE);
    }

    function signed(uint256 key, address caller, address money, uint256 amount, bytes32 purpose)
        internal
        view
        returns (IPaymentRail.Authorization memory word)
    {
        word.agreement = IPaymentRail.Agreement.Rail;
        word.validAfter = block.timestamp - 1;
        word.validBefore = block.timestamp + 1 hours;
        word.salt = "salt";
        word.signature = signature(key, caller, money, amount, purpose, word);
    }

    function signature(
        uint256 key,
        address caller,
        address money,
        uint256 amount,
        bytes32 purpose,
        IPaymentRail.Authorization memory word
    ) internal view returns (bytes memory) {
        bytes32 asked = digest(vm.addr(key), caller, money, amount, purpose, word);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, asked);
        return abi.encodePacked(r, s, v);
    }

    function digest(
        address payer,
        address caller,
        address money,
        uint256 amount,
        bytes32 purpose,
        IPaymentRail.Authorization memory word
    ) internal view returns (bytes32) {
        bytes32 hash = keccak256(
            abi.encode(
                PAYMENT_TYPE,
                payer,
                caller,
                money,
                amount,
                purpose,
                word.validAfter,
                word.validBefore,
                word.salt
            )
        );
        return keccak256(abi.encodePacked(hex"1901", railDomain(), hash));
    }

    function railDomain() internal view returns (bytes32) {
        return keccak256(
            abi.encode(
                keccak256(
                    "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
                ),
                keccak256("Ryugu Payout"),
                keccak256("1"),
                block.chainid,
                address(rail)
            )
        );
    }

    /// @dev Nothing is signed.
    function byCaller() internal pure returns (IPaymentRail.Authorization memory word) {}

    function pay(IPaymentRail.Part[] memory list) internal returns (uint256) {
        vm.prank(PAYER);
        return rail.pay(payment(list), byCaller());
    }

    function creditOf(address payee) internal view returns (uint256) {
        return rail.credit(payee, currency());
    }
}
