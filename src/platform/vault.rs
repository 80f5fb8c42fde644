//! The browser's own cryptography (`crypto.subtle`): locks a copy under a passphrase and opens it again. Nothing of it runs
//! on the page's own thread, so that the page stays free to leave. What comes of it is told once, or dropped by whoever asked.

use super::promise;
use crate::case_file::{Envelope, Lock};
use js_sys::{Array, JsString, Object, Promise, Reflect, Uint8Array, global};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Crypto, CryptoKey, SubtleCrypto};
use zeroize::Zeroizing;

/// What is told at the end; `None` when the browser would not, or the key does not fit.
type Told<T> = Box<dyn FnOnce(Option<T>)>;

/// A passphrase as it was typed, overwritten when it goes.
pub type Passphrase = Zeroizing<String>;

/// True where the browser offers its cryptography: not on plain `http:`.
pub fn is_there() -> bool {
    subtle().is_some()
}

fn crypto() -> Option<Crypto> {
    Reflect::get(&global(), &"crypto".into()).ok().filter(JsValue::is_object).map(JsCast::unchecked_into)
}

fn subtle() -> Option<SubtleCrypto> {
    let crypto = crypto()?;
    // web-sys types it as always there; in an insecure context it is not.
    Reflect::get(&crypto, &"subtle".into()).ok().filter(JsValue::is_object).map(JsCast::unchecked_into)
}

/// Bytes by chance.
fn random<const N: usize>() -> Option<[u8; N]> {
    let mut bytes = [0; N];
    crypto()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}

/// Locks a text under a passphrase and tells the file, of at most [`crate::case_file::FILE_BYTES`] bytes.
pub fn lock(passphrase: &Passphrase, text: Zeroizing<Vec<u8>>, told: impl FnOnce(Option<String>) + 'static) {
    let told: Told<String> = Box::new(told);
    let (Some(subtle), Some(salt), Some(iv)) = (subtle(), random(), random()) else { return told(None) };
    let lock = Rc::new(Lock::new(salt));
    let sealing = Sealing { subtle: subtle.clone(), lock: lock.clone(), iv, text };
    key(&subtle, passphrase, &lock, "wrapKey", move |key| match key {
        Some(key) => sealing.seal(key, told),
        None => told(None),
    });
}

/// Opens a locked copy and tells what was in it; `None` when the passphrase is another one, or the file was changed.
pub fn unlock(passphrase: &Passphrase, envelope: Envelope, told: impl FnOnce(Option<Zeroizing<Vec<u8>>>) + 'static) {
    let told: Told<Zeroizing<Vec<u8>>> = Box::new(told);
    let Some(subtle) = subtle() else { return told(None) };
    let lock = envelope.lock.clone();
    key(&subtle.clone(), passphrase, &lock, "unwrapKey", move |key| {
        let wrapped = Uint8Array::from(envelope.wrapped_key.as_slice());
        let unwrapped = key.and_then(|key| {
            let (way, kind) = (named("AES-KW"), named("AES-GCM"));
            let uses = uses(&["decrypt"]);
            subtle
                .unwrap_key_with_js_u8_array_and_object_and_object("raw", &wrapped, &key, &way, &kind, false, &uses)
                .ok()
        });
        after(unwrapped, move |content_key: Option<JsValue>| {
            let opened = content_key.and_then(|content_key| {
                let way = gcm(&envelope.iv, &envelope.lock);
                let sealed = Uint8Array::from(envelope.sealed.as_slice());
                subtle.decrypt_with_object_and_js_u8_array(&way, content_key.unchecked_ref(), &sealed).ok()
            });
            after(opened, move |text| told(text.map(|text| Zeroizing::new(bytes(&text)))));
        });
    });
}

/// What is needed until the end of locking.
struct Sealing {
    subtle: SubtleCrypto,
    lock: Rc<Lock>,
    iv: [u8; 12],
    text: Zeroizing<Vec<u8>>,
}

impl Sealing {
    /// Makes a key for the content, wraps it, and seals the content with it.
    fn seal(self, wrapping_key: CryptoKey, told: Told<String>) {
        let kind = named("AES-GCM");
        put(&kind, "length", &256.into());
        let made = self.subtle.generate_key_with_object(&kind, true, &uses(&["encrypt"])).ok();
        after(made, move |content_key| {
            let Some(content_key) = content_key.map(JsCast::unchecked_into::<CryptoKey>) else { return told(None) };
            let wrapped = self.subtle.wrap_key_with_object("raw", &content_key, &wrapping_key, &named("AES-KW")).ok();
            after(wrapped, move |wrapped| {
                let way = gcm(&self.iv, &self.lock);
                let text = Uint8Array::from(self.text.as_slice());
                let sealed = self.subtle.encrypt_with_object_and_js_u8_array(&way, &content_key, &text).ok();
                // The browser took a copy of its own.
                wipe(&text);
                after(sealed, move |sealed| {
                    let parts = wrapped.zip(sealed);
                    let file = parts.and_then(|(key, text)| self.lock.close(&bytes(&key), self.iv, &bytes(&text)).ok());
                    told(file);
                });
            });
        });
    }
}

/// The key that comes out of a passphrase, for one use.
fn key(
    subtle: &SubtleCrypto,
    passphrase: &Passphrase,
    lock: &Lock,
    used: &'static str,
    told: impl FnOnce(Option<CryptoKey>) + 'static,
) {
    // The same letters typed on another computer may be made of other parts.
    let typed = Zeroizing::new(String::from(JsString::from(passphrase.as_str()).normalize("NFC")));
    let raw = Uint8Array::from(typed.as_bytes());
    let base = subtle.import_key_with_str("raw", &raw, "PBKDF2", false, &uses(&["deriveKey"])).ok();
    wipe(&raw);
    let way = named("PBKDF2");
    put(&way, "hash", &"SHA-512".into());
    put(&way, "salt", &Uint8Array::from(lock.salt_input().as_slice()));
    put(&way, "iterations", &lock.rounds().into());
    let subtle = subtle.clone();
    after(base, move |base| {
        let derived = base.and_then(|base| {
            let kind = named("AES-KW");
            put(&kind, "length", &256.into());
            let base = base.unchecked_ref();
            subtle.derive_key_with_object_and_object(&way, base, &kind, false, &uses(&[used])).ok()
        });
        after(derived, move |key| told(key.map(JsCast::unchecked_into)));
    });
}

/// Goes on once a promise is settled; at once where there is none.
fn after(promise: Option<Promise>, told: impl FnOnce(Option<JsValue>) + 'static) {
    match promise {
        Some(promise) => promise::value(&promise, told),
        None => told(None),
    }
}

fn gcm(iv: &[u8], lock: &Lock) -> Object {
    let way = named("AES-GCM");
    put(&way, "iv", &Uint8Array::from(iv));
    put(&way, "additionalData", &Uint8Array::from(lock.authenticated()));
    way
}

fn named(name: &str) -> Object {
    let way = Object::new();
    put(&way, "name", &name.into());
    way
}

fn put(into: &Object, name: &str, value: &JsValue) {
    let _ = Reflect::set(into, &name.into(), value);
}

fn uses(names: &[&str]) -> JsValue {
    names.iter().map(|name| JsValue::from_str(name)).collect::<Array>().into()
}

/// The bytes of a buffer; what the browser held of them is overwritten.
fn bytes(buffer: &JsValue) -> Vec<u8> {
    let all = Uint8Array::new(buffer);
    let bytes = all.to_vec();
    wipe(&all);
    bytes
}

fn wipe(all: &Uint8Array) {
    all.fill(0, 0, all.length());
}
