//! The browser's own cryptography (`crypto.subtle`): locks a copy under a passphrase and opens it again. Nothing of it runs
//! on the page's own thread, so that the page stays free to leave. What comes of it is told once, or dropped
//! by whoever asked.

use js_sys::futures::spawn_local;
use js_sys::{Array, JsString, Object, Promise, Reflect, Uint8Array, global};
use wasm_bindgen::{JsCast, JsValue};
use waymark_case_file::{Envelope, Lock};
use web_sys::{Crypto, CryptoKey, SubtleCrypto};
use zeroize::Zeroizing;

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

/// Locks a text under a passphrase and tells the file, of at most [`waymark_case_file::FILE_BYTES`] bytes; `None` when the
/// browser would not.
pub fn lock(passphrase: &Passphrase, text: Zeroizing<Vec<u8>>, told: impl FnOnce(Option<String>) + 'static) {
    let typed = import(passphrase);
    spawn_local(async move { told(seal(typed, text).await) });
}

/// Opens a locked copy and tells what was in it; `None` when the passphrase is another one, or the file was changed.
pub fn unlock(passphrase: &Passphrase, envelope: Envelope, told: impl FnOnce(Option<Zeroizing<Vec<u8>>>) + 'static) {
    let typed = import(passphrase);
    spawn_local(async move { told(open(typed, envelope).await) });
}

/// A passphrase that the browser has taken over.
struct Typed {
    subtle: SubtleCrypto,
    key: Promise,
}

/// Hands a passphrase to the browser at once, so that no copy of it waits in the program.
fn import(passphrase: &Passphrase) -> Option<Typed> {
    let subtle = subtle()?;
    // The same letters typed on another computer may be made of other parts.
    let typed = Zeroizing::new(String::from(JsString::from(passphrase.as_str()).normalize("NFC")));
    let raw = Uint8Array::from(typed.as_bytes());
    let key = subtle.import_key_with_str("raw", &raw, "PBKDF2", false, &uses(&["deriveKey"])).ok();
    wipe(&raw);
    key.map(|key| Typed { subtle, key })
}

impl Typed {
    /// The key that comes out of it, for one use.
    async fn key(self, lock: &Lock, used: &'static str) -> Option<CryptoKey> {
        let way = named("PBKDF2");
        put(&way, "hash", &"SHA-512".into());
        put(&way, "salt", &Uint8Array::from(lock.salt_input().as_slice()));
        put(&way, "iterations", &lock.rounds().into());
        let kind = named("AES-KW");
        put(&kind, "length", &256.into());
        let typed = self.key.await.ok()?.unchecked_into();
        let uses = uses(&[used]);
        let key = self.subtle.derive_key_with_object_and_object(&way, &typed, &kind, false, &uses).ok()?;
        key.await.ok().map(JsCast::unchecked_into)
    }
}

/// Makes a key for the content, wraps it, and seals the content with it.
async fn seal(typed: Option<Typed>, text: Zeroizing<Vec<u8>>) -> Option<String> {
    let (typed, iv) = (typed?, random()?);
    let (lock, subtle) = (Lock::new(random()?), typed.subtle.clone());
    let wrapping_key = typed.key(&lock, "wrapKey").await?;
    let kind = named("AES-GCM");
    put(&kind, "length", &256.into());
    let content_key = subtle.generate_key_with_object(&kind, true, &uses(&["encrypt"])).ok()?.await.ok()?;
    let content_key: CryptoKey = content_key.unchecked_into();
    let wrapped = subtle.wrap_key_with_object("raw", &content_key, &wrapping_key, &named("AES-KW")).ok()?.await.ok()?;
    let plain = Uint8Array::from(text.as_slice());
    let sealed = subtle.encrypt_with_object_and_js_u8_array(&gcm(&iv, &lock), &content_key, &plain).ok();
    // The browser took a copy of its own.
    wipe(&plain);
    drop(text);
    let sealed = sealed?.await.ok()?;
    lock.close(&bytes(&wrapped), iv, &bytes(&sealed)).ok()
}

/// Unwraps the key of the content and opens the content with it.
async fn open(typed: Option<Typed>, envelope: Envelope) -> Option<Zeroizing<Vec<u8>>> {
    let typed = typed?;
    let (subtle, lock) = (typed.subtle.clone(), &envelope.lock);
    let key = typed.key(lock, "unwrapKey").await?;
    let wrapped = Uint8Array::from(envelope.wrapped_key.as_slice());
    let (way, kind, uses) = (named("AES-KW"), named("AES-GCM"), uses(&["decrypt"]));
    let content_key = subtle
        .unwrap_key_with_js_u8_array_and_object_and_object("raw", &wrapped, &key, &way, &kind, false, &uses)
        .ok()?
        .await
        .ok()?;
    let sealed = Uint8Array::from(envelope.sealed.as_slice());
    let way = gcm(&envelope.iv, lock);
    let text =
        subtle.decrypt_with_object_and_js_u8_array(&way, content_key.unchecked_ref(), &sealed).ok()?.await.ok()?;
    Some(Zeroizing::new(bytes(&text)))
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
