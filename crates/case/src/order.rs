//! Puts short lists in order. The standard library's sort is made for long ones, and is compiled anew for every type: 40 kB in
//! the page.

/// Sorts by a key; what is equal stays in its order. Takes time with the square of the length: for lists of a screen.
pub fn sort_by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(list, |one, other| key(one) < key(other));
}

/// Sorts so that nothing stands behind what it comes before; what is equal stays in its order.
pub fn sort_by<T>(list: &mut [T], comes_before: impl Fn(&T, &T) -> bool) {
    for end in 1..list.len() {
        let mut place = end;
        while place > 0 && comes_before(&list[place], &list[place - 1]) {
            list.swap(place, place - 1);
            place -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_sorts_as_the_standard_library_does() {
        let lists: [&[(u8, char)]; 4] =
            [&[], &[(1, 'a')], &[(3, 'a'), (1, 'b'), (3, 'c'), (1, 'd'), (2, 'e')], &[(2, 'a'), (2, 'b')]];
        for list in lists {
            let (mut here, mut there) = (list.to_vec(), list.to_vec());
            sort_by_key(&mut here, |(key, _)| *key);
            there.sort_by_key(|(key, _)| *key);
            assert_eq!(here, there);
        }
    }
}
