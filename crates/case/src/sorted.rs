//! Values by their keys. A `BTreeMap` is made for many: 5 kB in the page for each type of them.

use serde::{Serialize, Serializer};
use std::borrow::Borrow;
use std::vec::IntoIter;

/// A few values, in the order of their keys, each key once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sorted<K, V>(Vec<(K, V)>);

impl<K, V> Default for Sorted<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> Sorted<K, V> {
    /// Where a key stands, or where it would.
    fn place<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        self.0.binary_search_by(|(known, _)| known.borrow().cmp(key))
    }
    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let place = self.place(key).ok()?;
        self.0.get(place).map(|(_, value)| value)
    }
    /// The value of a key, to change.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let place = self.place(key).ok()?;
        self.0.get_mut(place).map(|(_, value)| value)
    }
    /// True when the key has a value.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.place(key).is_ok()
    }
    /// The value of a key, made when there was none.
    pub fn entry(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        let place = self.place(&key).unwrap_or_else(|place| {
            self.0.insert(place, (key, make()));
            place
        });
        &mut self.0[place].1
    }
    /// Sets the value of a key; gives back the one it had.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.place(&key) {
            Ok(place) => Some(std::mem::replace(&mut self.0[place].1, value)),
            Err(place) => {
                self.0.insert(place, (key, value));
                None
            }
        }
    }
    /// Takes a key away; gives back the value it had.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let place = self.place(key).ok()?;
        Some(self.0.remove(place).1)
    }
    /// Keeps what is to stay.
    pub fn retain(&mut self, mut stays: impl FnMut(&K, &V) -> bool) {
        self.0.retain(|(key, value)| stays(key, value));
    }
    /// Takes all away.
    pub fn clear(&mut self) {
        self.0.clear();
    }
    /// Each key with its value, in the order of the keys.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }
    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }
    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K, V> IntoIterator for Sorted<K, V> {
    type Item = (K, V);
    type IntoIter = IntoIter<(K, V)>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<K: Ord, V> Extend<(K, V)> for Sorted<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, more: I) {
        for (key, value) in more {
            self.insert(key, value);
        }
    }
}

impl<K: Ord + Serialize, V: Serialize> Serialize for Sorted<K, V> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.iter())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn it_holds_what_a_map_of_the_library_holds() {
        let (mut here, mut there) = (Sorted::default(), BTreeMap::new());
        for (step, key) in [5, 1, 9, 5, 3, 1, 7].into_iter().enumerate() {
            assert_eq!(here.insert(key, step), there.insert(key, step));
            assert_eq!((here.get(&key), here.contains_key(&2)), (there.get(&key), false));
        }
        assert_eq!((here.remove(&5), here.remove(&4)), (there.remove(&5), there.remove(&4)));
        here.retain(|key, _| *key != 7);
        there.retain(|key, _| *key != 7);
        *here.entry(2, || 40) += 1;
        *here.entry(2, || 50) += 1;
        there.insert(2, 42);
        assert_eq!(here.get_mut(&9), there.get_mut(&9));
        assert_eq!((here.len(), serde_json::to_string(&here).ok()), (there.len(), serde_json::to_string(&there).ok()));
        assert_eq!(here.into_iter().collect::<Vec<_>>(), there.into_iter().collect::<Vec<_>>());
    }
}
