// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IMarket} from "../../src/interfaces/IMarket.sol";
import {IPaymentRail} from "../../src/interfaces/IPaymentRail.sol";
import {StandIn} from "../mocks/StandIn.sol";
import {PrepaidSaleTest} from "../utils/PrepaidSaleTest.sol";

/// @title Entries of a ledger stay on its chain: no royalty is left where nobody can fetch it
contract SellingForPrepaidTest is PrepaidSaleTest {
    uint256 private constant ELSEWHERE = 4_242;

    StandIn private there;
    address private immutable ROUTER = makeAddr("router");

    function setUp() public override {
        super.setUp();
        there = new StandIn();
        there.mint(SELLER, 1);
        there.setRoyalty(ROUTER, 1_000);
        there.standFor(ELSEWHERE);
        vm.prank(SELLER);
        there.approve(address(market), 1);
    }

    function test_RevertWhen_TheRoyaltyWouldHaveToTravel() public {
        IMarket.Order memory order = prepaidOffer(address(there));
        uint256 before = ledger.accountOf(BUYER).spendable;
        refusePrepaid(order, cannotTravel(ROUTER));
        assertEq(there.ownerOf(1), SELLER);
        assertEq(ledger.accountOf(BUYER).spendable, before);
        assertFalse(ledger.isSaltUsed(BUYER, order.salt));
        assertEq(market.soldOf(SELLER, market.orderHash(order)), 0);
    }

    /// @dev Though the creators would get it as proceeds.
    function test_RevertWhen_TheRouterIsThePayeeToo() public {
        IMarket.Order memory order = prepaidOffer(address(there));
        order.payee = ROUTER;
        refusePrepaid(order, cannotTravel(ROUTER));
    }

    function test_TheSameIsSoldForMoneyThatTravels() public {
        IMarket.Order memory order = offer();
        order.collection = address(there);
        buy(order);
        assertEq(has(ROUTER), ROYALTY);
    }

    function test_WhatAsksNoRoyaltyIsSoldForPrepaidYen() public {
        there.setRoyalty(ROUTER, 0);
        buyPrepaid(prepaidOffer(address(there)));
        assertEq(there.ownerOf(1), BUYER);
        assertEq(receivable(SELLER), YEN);
    }

    function test_WhatWasBornHereIsSoldForPrepaidYen() public {
        buyPrepaid(prepaidOffer(address(art)));
        assertEq(receivable(SINGER), YEN / 10);
        assertEq(receivable(SELLER), YEN - YEN / 10);
        assertEq(art.ownerOf(1), BUYER);
    }

    function test_WhatSaysThatItWasBornHereIsSoldForPrepaidYen() public {
        there.standFor(block.chainid);
        there.setRoyalty(SINGER, 1_000);
        buyPrepaid(prepaidOffer(address(there)));
        assertEq(receivable(SINGER), YEN / 10);
    }

    function test_WhatSaysNothingClearIsSoldForPrepaidYen() public {
        there.setRoyalty(SINGER, 1_000);
        for (uint256 i = uint256(StandIn.Answer.Short); i <= uint256(StandIn.Answer.Burn); ++i) {
            uint256 state = vm.snapshotState();
            there.answers(StandIn.Answer(i));
            buyPrepaid(prepaidOffer(address(there)));
            assertEq(receivable(SINGER), YEN / 10);
            vm.revertToState(state);
        }
    }

    /// @dev However little gas whoever relays gives, nobody can have the question forgotten and the royalty stranded.
    function test_NoGasMakesItForgetToAsk() public {
        IMarket.Order memory order = prepaidOffer(address(there));
        bytes memory signature = signedBy(SELLER_KEY, order);
        IPaymentRail.Authorization memory word = prepaid(order);
        IMarket.Purchase memory purchase = one();
        bytes4 reason;
        for (uint256 gas_ = 60_000; gas_ < 460_000; gas_ += 10_000) {
            (bool ok, bytes memory answer) = address(market).call{gas: gas_}(
                abi.encodeCall(market.buy, (order, signature, purchase, word))
            );
            assertFalse(ok);
            reason = bytes4(answer);
        }
        assertEq(reason, IMarket.RoyaltyCannotTravel.selector, "with enough of it");
    }
}
