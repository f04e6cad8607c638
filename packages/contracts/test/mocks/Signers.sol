// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @dev A contract that is asked whether it signed (ERC-1271), and does its worst.
contract ContractSigner {
    enum Mode {
        Accept,
        Refuse,
        Revert,
        Burn,
        AnswerShortly,
        AnswerAtLength,
        AnswerUncleanly,
        Count
    }

    Mode public mode;
    bytes32 public digest;
    bytes public expected;

    function behave(Mode mode_, bytes32 digest_, bytes calldata expected_) external {
        (mode, digest, expected) = (mode_, digest_, expected_);
    }

    function isValidSignature(bytes32 asked, bytes calldata signature) external view returns (bytes4) {
        bytes4 accepted = this.isValidSignature.selector;
        if (mode == Mode.Revert) revert("no");
        if (mode == Mode.Refuse) return 0xffffffff;
        if (mode == Mode.Count) {
            // More work than anybody has allowed for.
            uint256 n;
            while (gasleft() > 1000) ++n;
        }
        if (asked != digest || keccak256(signature) != keccak256(expected)) return 0xffffffff;
        assembly {
            switch sload(mode.slot)
            case 3 { invalid() }
            case 4 {
                mstore(0, accepted)
                return(0, 4)
            }
            case 5 {
                mstore(0, accepted)
                return(0, 1000000)
            }
            case 6 {
                mstore(0, or(accepted, 1))
                return(0, 32)
            }
        }
        return accepted;
    }
}
