//! The rules of the style that can apply before the program runs. They come in the head, so that Exit and the first questions do not
//! wait for the others. The whole style follows behind the words and repeats them, so the cascade ends as it would without this part.

use std::collections::BTreeSet;

/// The classes that scripts put on the root element before the program runs (`boot/exit.js`, `boot/early.js`).
const ON_ROOT: [&str; 5] = ["framed", "script", "away", "pointer", "broken"];

/// The rules of a style without comments that can match something in this markup, on a screen. No string in it may hold a brace, a
/// bracket or a comma.
pub fn first(style: &str, markup: &str) -> String {
    let mut named: BTreeSet<&str> = ON_ROOT.into();
    named.extend(
        markup
            .split('<')
            .map(|tag| tag.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default()),
    );
    for attribute in [" class=\"", " id=\""] {
        for (_, value) in markup.match_indices(attribute).map(|(at, _)| markup.split_at(at + attribute.len())) {
            named.extend(value.split('"').next().unwrap_or_default().split_whitespace());
        }
    }
    matching(style, &named)
}

fn matching(style: &str, named: &BTreeSet<&str>) -> String {
    let mut out = String::new();
    let mut rest = style;
    while let Some((before, behind)) = rest.split_once('{') {
        let end = closing(behind, ['{', '}']);
        let (inside, after) = behind.split_at(end);
        rest = after.strip_prefix('}').unwrap_or_default();
        let (head, inside) = match before.trim() {
            media if media.starts_with("@media print") && !media.contains(',') => continue,
            at_rule if at_rule.starts_with('@') => (at_rule.to_owned(), matching(inside, named)),
            selectors => {
                let kept: Vec<_> =
                    parted(selectors).into_iter().filter(|selector| can_match(selector, named)).collect();
                (kept.join(","), inside.to_owned())
            }
        };
        if !head.is_empty() && !inside.is_empty() {
            out.extend([&head, "{", &inside, "}"]);
        }
    }
    out
}

/// Where what has just begun ends; this letter opens and that closes.
fn closing(text: &str, [opens, closes]: [char; 2]) -> usize {
    let mut depth = 1;
    let end = text.char_indices().find(|(_, letter)| {
        depth += i32::from(*letter == opens) - i32::from(*letter == closes);
        depth == 0
    });
    end.map_or(text.len(), |(at, _)| at)
}

/// The selectors of a list; a comma inside brackets parts none.
fn parted(selectors: &str) -> Vec<&str> {
    let mut depth = 0;
    let outside = |letter: char| {
        depth += i32::from(letter == '(') - i32::from(letter == ')');
        letter == ',' && depth == 0
    };
    selectors.split(outside).collect()
}

/// False when a selector needs a class, an id or an element that is not among the named. What `:not` says needs nothing.
fn can_match(selector: &str, named: &BTreeSet<&str>) -> bool {
    let in_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
    let mut rest = selector;
    while let Some(letter) = rest.chars().next() {
        let named_by = if in_name(letter) { rest } else { &rest[letter.len_utf8()..] };
        let (name, behind) = named_by.split_at(named_by.find(|next| !in_name(next)).unwrap_or(named_by.len()));
        rest = behind;
        let there = match letter {
            '[' => {
                rest = rest.split_once(']').map_or("", |(_, after)| after);
                true
            }
            ':' if rest.starts_with('(') => {
                let (inside, after) = rest[1..].split_at(closing(&rest[1..], ['(', ')']));
                rest = after.strip_prefix(')').unwrap_or_default();
                !matches!(name, "is" | "where" | "has") || parted(inside).into_iter().any(|one| can_match(one, named))
            }
            ':' => true,
            _ => name.is_empty() || named.contains(name),
        };
        if !there {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::first;

    #[test]
    fn no_string_of_ours_holds_what_parts_rules() -> Result<(), crate::error::Error> {
        let style = crate::style::collect(&crate::dist::root()?)?;
        let strings: Vec<_> = style.split('"').skip(1).step_by(2).collect();
        assert!(!strings.is_empty());
        for string in strings {
            assert!(!string.contains(['{', '}', '(', ')', '[', ']', ',']), "{string:?}");
        }
        Ok(())
    }

    const MARKUP: &str = "<p class=\"one two\" id=\"it\"></p>";

    #[test]
    fn only_what_can_match_stays() {
        for (style, kept) in [
            (":root{--a: b}p{c: d}", ":root{--a: b}p{c: d}"),
            (".one{a: b}.other{a: b}#it .two{a: b}#it .other{a: b}", ".one{a: b}#it .two{a: b}"),
            (".one,.other,p{a: b}", ".one,p{a: b}"),
            ("*,::before,p[a=\"b\"] .two{a: b}", "*,::before,p[a=\"b\"] .two{a: b}"),
            (".script .one:hover{a: b}", ".script .one:hover{a: b}"),
        ] {
            assert_eq!(first(style, MARKUP), kept);
        }
    }

    #[test]
    fn one_of_several_is_enough_and_what_is_not_there_needs_nothing() {
        for style in [
            ":is(.one,.other) > p{a: b}",
            "p:not(.other,a){a: b}",
            "p:has(+ .one:not(.other)){a: b}",
            "p::before{a: b}",
        ] {
            assert_eq!(first(style, MARKUP), style);
        }
        for style in [
            ".other:is(.one,.two){a: b}",
            ":is(.other,a) > p{a: b}",
            "p:has(a){a: b}",
            "p > a{a: b}",
            "[x=\"y.z\"] a{b: c}",
        ] {
            assert_eq!(first(style, MARKUP), "");
        }
    }

    #[test]
    fn blocks_of_blocks_stay_for_what_is_in_them() {
        for (style, kept) in [
            ("@media (a){.one{b: c}.other{b: c}}p{d: e}", "@media (a){.one{b: c}}p{d: e}"),
            ("@media (a){.other{b: c}}", ""),
            ("@supports (a: b){@media (c){p{d: e}}}", "@supports (a: b){@media (c){p{d: e}}}"),
            ("@media print{p{a: b}}@media print,(c){p{a: b}}", "@media print,(c){p{a: b}}"),
        ] {
            assert_eq!(first(style, MARKUP), kept);
        }
    }
}
