//! A text as the squares of a QR code. Pure; how it looks stands in `components::qr`.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};
use std::fmt::Write;

/// The empty squares that a reader needs on each side.
const QUIET: i32 = 4;
/// Up to this size a code is small enough to give more of it to mending what is dirty or torn.
const SMALL: u8 = 15;

/// A QR code as one path of a drawing, in squares from the upper left corner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Squares {
    /// Its width and height, the empty squares around it counted.
    pub side: i32,
    /// The dark squares, as the `d` of a path.
    pub path: String,
}

/// The code of a text; `None` when it is too long for any (about 2,900 bytes).
pub fn squares(text: &str) -> Option<Squares> {
    let parts = QrSegment::make_segments(text);
    let code = |level, most| QrCode::encode_segments_advanced(&parts, level, Version::MIN, most, None, true).ok();
    let code = code(QrCodeEcc::Medium, Version::new(SMALL)).or_else(|| code(QrCodeEcc::Low, Version::MAX))?;
    Some(Squares { side: code.size() + 2 * QUIET, path: path(&code) })
}

/// Each run of dark squares in a row as one bar.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count() as i32;
            if run > 0 {
                // Writing into memory cannot fail.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    /// What another program reads in the drawing.
    fn read(code: &Squares) -> String {
        let side = code.side as usize;
        let mut dark = vec![false; side * side];
        for bar in code.path.split('M').skip(1) {
            let (at, run) = bar.split_once('h').unwrap();
            let (x, y) = at.split_once(' ').unwrap();
            let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
            let run: usize = run.split('v').next().unwrap().parse().unwrap();
            dark[y * side + x..][..run].fill(true);
        }
        let dot = 3;
        let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side * dot, side * dot, |x, y| {
            if dark[y / dot * side + x / dot] { 0 } else { 255 }
        });
        let grids = picture.detect_grids();
        grids.first().unwrap().decode().unwrap().1
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]
        #[test]
        fn another_program_reads_what_was_written(text in "[!-~]{1,1200}") {
            prop_assert_eq!(read(&squares(&text).unwrap()), text);
        }
    }

    #[test]
    fn too_long_is_no_code() {
        assert_eq!(squares(&"a".repeat(2_954)), None);
        assert!(squares(&"a".repeat(2_900)).is_some());
    }
}
