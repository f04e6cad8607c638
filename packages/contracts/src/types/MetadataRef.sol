// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @notice How a token's URI is carried and which record it refers to: `form: u8 ‖ record: u16`, as in a message.
/// Fits the spare bits beside an owner, so that it costs a representation no slot.
type MetadataRef is uint24;

uint8 constant FORM_NONE = 0;
uint8 constant FORM_CONSTANT = 1;
uint8 constant FORM_DECIMAL = 2;
uint8 constant FORM_HEX = 3;
uint8 constant FORM_CID_V0 = 4;
uint8 constant FORM_CID_V1_RAW = 5;
uint8 constant FORM_CID_V1_DAG_PB = 6;
uint8 constant FORM_EXACT = 255;

using {form, record, hasDigest, hasDetail} for MetadataRef global;

function metadataRef(uint8 form_, uint16 record_) pure returns (MetadataRef) {
    return MetadataRef.wrap((uint24(form_) << 16) | record_);
}

function form(MetadataRef ref) pure returns (uint8) {
    return uint8(MetadataRef.unwrap(ref) >> 16);
}

function record(MetadataRef ref) pure returns (uint16) {
    return uint16(MetadataRef.unwrap(ref));
}

/// @dev Whether 32 bytes of a content id's digest follow.
function hasDigest(MetadataRef ref) pure returns (bool) {
    uint8 f = form(ref);
    return f >= FORM_CID_V0 && f <= FORM_CID_V1_DAG_PB;
}

/// @dev Whether a digest or a text follows: what a token keeps besides its ref.
function hasDetail(MetadataRef ref) pure returns (bool) {
    return MetadataRef.unwrap(ref) >= uint24(FORM_CID_V0) << 16;
}
