// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ISignatureChecker} from "../../src/interfaces/ISignatureChecker.sol";
import {StrangerLib} from "../../src/libraries/StrangerLib.sol";
import {ContractSigner} from "../mocks/Signers.sol";
import {PartTest} from "../utils/PartTest.sol";

/// @title Who signed: by key, or as a contract, and nobody else
contract SignaturesTest is PartTest {
    bytes32 internal constant DIGEST = keccak256("digest");

    ISignatureChecker internal checker;
    ContractSigner internal wallet;
    address internal person;
    uint256 internal key;

    function setUp() public {
        checker = ISignatureChecker(make("SignatureChecker"));
        wallet = new ContractSigner();
        (person, key) = makeAddrAndKey("person");
    }

    function testFuzz_KeysSignInBothLengths(uint256 key_, bytes32 digest) public view {
        key_ = boundPrivateKey(key_);
        address signer = vm.addr(key_);
        (bytes memory long, bytes memory short) = _signatures(key_, digest);
        assertTrue(checker.isSigned(signer, digest, long));
        assertTrue(checker.isSigned(signer, digest, short));
        assertFalse(checker.isSigned(ALICE, digest, long));
        assertFalse(checker.isSigned(signer, keccak256(abi.encode(digest)), short));
    }

    function testFuzz_GarbageIsNoSignature(bytes calldata garbage) public view {
        assertFalse(checker.isSigned(person, DIGEST, garbage));
        assertFalse(checker.isSigned(address(0), DIGEST, garbage));
        assertFalse(checker.isSigned(address(wallet), DIGEST, garbage));
    }

    function test_NobodySignsNothing() public view {
        assertFalse(checker.isSigned(address(0), DIGEST, new bytes(64)));
        assertFalse(checker.isSigned(address(0), DIGEST, new bytes(65)));
    }

    function test_TheOtherOfTwoSignaturesIsNone() public view {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, DIGEST);
        s = bytes32(0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141 - uint256(s));
        assertFalse(checker.isSigned(person, DIGEST, abi.encodePacked(r, s, v ^ 7)));
    }

    function test_ContractsAreAsked() public {
        wallet.behave(ContractSigner.Mode.Accept, DIGEST, "signature");
        assertTrue(checker.isSigned(address(wallet), DIGEST, "signature"));
        assertFalse(checker.isSigned(address(wallet), DIGEST, "another"));
        assertFalse(checker.isSigned(address(wallet), keccak256("x"), "signature"));
        // A signature by key in form.
        (bytes memory long,) = _signatures(key, DIGEST);
        wallet.behave(ContractSigner.Mode.Accept, DIGEST, long);
        assertTrue(checker.isSigned(address(wallet), DIGEST, long));
    }

    function test_NothingButTheMagicWordCounts() public {
        ContractSigner.Mode[7] memory modes = [
            ContractSigner.Mode.Refuse,
            ContractSigner.Mode.Revert,
            ContractSigner.Mode.Burn,
            ContractSigner.Mode.AnswerShortly,
            ContractSigner.Mode.AnswerAtLength,
            ContractSigner.Mode.AnswerUncleanly,
            ContractSigner.Mode.Count
        ];
        for (uint256 i; i < modes.length; ++i) {
            wallet.behave(modes[i], DIGEST, "s");
            assertFalse(checker.isSigned{gas: 400_000}(address(wallet), DIGEST, "s"));
        }
        assertFalse(checker.isSigned(address(checker), DIGEST, "s"), "a contract that signs nothing");
        assertFalse(checker.isSigned(address(4), DIGEST, "s"), "a precompile");
    }

    /// @dev An account whose code is delegated still signs with its key, whatever that code says.
    function test_DelegatedAccountsSignWithTheirKeys() public {
        vm.signAndAttachDelegation(address(wallet), key);
        (bool ok,) = person.call("");
        ok;
        assertEq(person.code.length, 23);
        (bytes memory long, bytes memory short) = _signatures(key, DIGEST);
        assertTrue(checker.isSigned(person, DIGEST, long));
        assertTrue(checker.isSigned(person, DIGEST, short));
        assertFalse(checker.isSigned(person, keccak256("x"), long));
        // And as the code says: this wallet's answer is in the account's own storage.
        ContractSigner(person).behave(ContractSigner.Mode.Accept, DIGEST, "s");
        assertTrue(checker.isSigned(person, DIGEST, "s"));
    }

    /// @dev Too little gas is an error, not a `false`: whoever submits cannot make a signature look forged.
    function test_TooLittleGasIsNoAnswer() public {
        wallet.behave(ContractSigner.Mode.Count, DIGEST, "s");
        vm.expectRevert(StrangerLib.GasTooLowToAsk.selector);
        checker.isSigned{gas: 150_000}(address(wallet), DIGEST, "s");
    }

    function _signatures(uint256 key_, bytes32 digest)
        private
        pure
        returns (bytes memory long, bytes memory short)
    {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key_, digest);
        (bytes32 r2, bytes32 vs) = vm.signCompact(key_, digest);
        return (abi.encodePacked(r, s, v), abi.encodePacked(r2, vs));
    }
}
