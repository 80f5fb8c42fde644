//! Bytes as letters that an address may hold, and a text as the squares of a QR code.

pub mod base64url;
pub mod qr;
