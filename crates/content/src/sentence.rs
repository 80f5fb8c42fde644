//! Sentences made of parts.

/// A text with a capital at its start. Our own sentences start with plain letters, so no table of all letters is needed.
pub fn capital(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// Puts values into the `{places}` of a sentence.
pub fn fill(sentence: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = sentence;
    // In one pass: a filled-in value is never filled in again.
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let found =
            values.iter().find_map(|(place, value)| Some((value, after.strip_prefix(place)?.strip_prefix('}')?)));
        let (text, behind) = found.map_or(("{", after), |(value, behind)| (*value, behind));
        filled.push_str(text);
        rest = behind;
    }
    filled + rest
}
