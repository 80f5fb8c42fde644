//! Writes JSON text, byte for byte as `serde_json::to_string` does. That compiles what stands around a value into every field of
//! every struct: 18 kB in the page. Here it is called.
//!
//! Lives here: objects and lists. Not here: texts and numbers, which are `serde_json`'s.

use serde::Serialize;
use serde::ser::{Error as _, Impossible, SerializeMap, SerializeSeq, SerializeStruct, Serializer};
use serde_json::{Error, Result};

/// The JSON text of a value.
///
/// # Errors
/// A key that is no text, a tuple, or a member of an enum that holds something: what is written has none of them.
pub fn json(what: &impl Serialize) -> Result<String> {
    let mut writer = Writer::default();
    what.serialize(&mut writer)?;
    match writer.failed {
        Some(error) => Err(error),
        None => String::from_utf8(writer.text).map_err(Error::custom),
    }
}

/// What is written so far. What went wrong waits to its end: nothing that calls it has to ask.
#[derive(Default)]
struct Writer {
    text: Vec<u8>,
    failed: Option<Error>,
}

/// An object or a list that is being written: its entries follow.
struct Open<'a>(&'a mut Writer);

// Each of these is called from every field there is.
impl Writer {
    #[inline(never)]
    fn fail(&mut self, error: Error) {
        self.failed.get_or_insert(error);
    }

    #[inline(never)]
    fn sign(&mut self, sign: u8) {
        self.text.push(sign);
    }

    /// A text or a number.
    #[inline(never)]
    fn value(&mut self, value: &impl Serialize) {
        if let Err(error) = serde_json::to_writer(&mut self.text, value) {
            self.fail(error);
        }
    }

    /// Before an entry: only a sign that opens ends in one of these.
    #[inline(never)]
    fn next(&mut self) {
        if !self.text.ends_with(b"{") && !self.text.ends_with(b"[") {
            self.sign(b',');
        }
    }

    /// The name of a field.
    #[inline(never)]
    fn name(&mut self, name: &str) {
        self.next();
        self.value(&name);
        self.sign(b':');
    }

    /// After a key that began at a place in the text.
    #[inline(never)]
    fn after_key(&mut self, start: usize) {
        if self.text.get(start) != Some(&b'"') {
            self.fail(Error::custom("a key was no text"));
        }
        self.sign(b':');
    }
}

/// What is written as `serde_json` does it.
macro_rules! values {
    ($($name:ident: $kind:ty,)+) => {$(
        fn $name(self, value: $kind) -> Result<()> {
            self.value(&value);
            Ok(())
        }
    )+};
}

/// What is not written.
type Never = Impossible<(), Error>;

fn never<T>() -> Result<T> {
    Err(Error::custom("this is not written"))
}

impl<'a> Serializer for &'a mut Writer {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Open<'a>;
    type SerializeTuple = Never;
    type SerializeTupleStruct = Never;
    type SerializeTupleVariant = Never;
    type SerializeMap = Open<'a>;
    type SerializeStruct = Open<'a>;
    type SerializeStructVariant = Never;

    values! {
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_f32: f32,
        serialize_f64: f64, serialize_char: char, serialize_str: &str, serialize_bytes: &[u8],
    }

    fn serialize_none(self) -> Result<()> {
        self.serialize_unit()
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<()> {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Result<()> {
        self.value(&());
        Ok(())
    }
    fn serialize_unit_struct(self, _: &'static str) -> Result<()> {
        self.serialize_unit()
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<()> {
        self.serialize_str(variant)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<()> {
        value.serialize(self)
    }
    #[inline]
    fn serialize_seq(self, _: Option<usize>) -> Result<Open<'a>> {
        self.sign(b'[');
        Ok(Open(self))
    }
    #[inline]
    fn serialize_map(self, _: Option<usize>) -> Result<Open<'a>> {
        self.sign(b'{');
        Ok(Open(self))
    }
    #[inline]
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Open<'a>> {
        self.serialize_map(None)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<()> {
        never()
    }
    fn serialize_tuple(self, _: usize) -> Result<Never> {
        never()
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Never> {
        never()
    }
    fn serialize_tuple_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Never> {
        never()
    }
    fn serialize_struct_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Never> {
        never()
    }
}

impl SerializeSeq for Open<'_> {
    type Ok = ();
    type Error = Error;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, entry: &T) -> Result<()> {
        self.0.next();
        entry.serialize(&mut *self.0)
    }
    fn end(self) -> Result<()> {
        self.0.sign(b']');
        Ok(())
    }
}

impl SerializeMap for Open<'_> {
    type Ok = ();
    type Error = Error;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<()> {
        self.0.next();
        let start = self.0.text.len();
        key.serialize(&mut *self.0)?;
        self.0.after_key(start);
        Ok(())
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        value.serialize(&mut *self.0)
    }
    fn end(self) -> Result<()> {
        self.0.sign(b'}');
        Ok(())
    }
}

impl SerializeStruct for Open<'_> {
    type Ok = ();
    type Error = Error;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<()> {
        self.0.name(name);
        value.serialize(&mut *self.0)
    }
    fn end(self) -> Result<()> {
        self.0.sign(b'}');
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::json;
    use std::collections::BTreeMap;

    #[test]
    fn it_writes_as_serde_json_does() {
        let empty: [&[&str]; 2] = [&[], &[]];
        assert_eq!(json(&empty.as_slice()).ok(), serde_json::to_string(&empty).ok());
        let odd = ["{", "[", "\"", "\\ \u{0} \u{7f} é 🙂 \u{2028}", ""];
        let inside = BTreeMap::from(odd.map(|text| (text, (text.len() > 1).then(|| vec![Some(text), None]))));
        let around = BTreeMap::from([("none", BTreeMap::new()), ("some", inside)]);
        assert_eq!(json(&around).ok(), serde_json::to_string(&around).ok());
        assert_eq!(json(&[true, false].as_slice()).ok(), Some("[true,false]".to_owned()));
        assert_eq!(json(&i64::MIN).ok(), Some(i64::MIN.to_string()));
    }

    #[test]
    fn it_refuses_what_it_does_not_write() {
        assert!(json(&BTreeMap::from([(1, 1)])).is_err(), "a number is no key");
        assert!(json(&(1, 1)).is_err(), "a tuple");
    }
}
