//! The response headers: written once, here, and put into words for five kinds of web server by `hosts`.

mod hosts;

pub use hosts::files;

/// The header that differs from page to page; all others are the same everywhere.
const POLICY: &str = "Content-Security-Policy";

/// Where the page may go, in the browsers that read it: to where Exit leads, and nowhere else. It holds for what `connect-src`
/// does not govern, too: WebRTC, which passes it, and connections opened in advance.
const CONNECTIONS: &str = "(response-origin \"https://www.bbc.co.uk/*\");webrtc=block";

/// What a page could ask the browser for; all of it is refused. Not among them: writing to the clipboard, for "Copy".
const FEATURES: &str = "accelerometer aria-notify autoplay browsing-topics camera captured-surface-control clipboard-read \
    compute-pressure deferred-fetch deferred-fetch-minimal digital-credentials-create digital-credentials-get display-capture \
    encrypted-media fullscreen gamepad geolocation gyroscope hid identity-credentials-get idle-detection interest-cohort \
    keyboard-map language-detector language-model local-fonts local-network local-network-access loopback-network \
    magnetometer media-playback-while-not-visible microphone midi on-device-speech-recognition otp-credentials payment \
    picture-in-picture private-state-token-issuance private-state-token-redemption publickey-credentials-create \
    publickey-credentials-get screen-wake-lock serial speaker-selection storage-access summarizer sync-xhr translator unload \
    usb window-management xr-spatial-tracking";

/// A file, and what the response that brings it carries.
pub struct Served {
    pub file: &'static str,
    pub headers: Vec<(&'static str, String)>,
}

impl Served {
    /// A page under its own policy.
    pub fn new(file: &'static str, policy: &str) -> Self {
        Self { file, headers: all(policy) }
    }
}

/// One directive of the Content-Security-Policy.
pub struct Directive {
    text: String,
    /// Whether a meta element can carry it; the others work in a header only.
    pub in_meta: bool,
}

/// The policy: nothing from anywhere, and only the scripts and styles whose sums stand here. Among the scripts, a page
/// with WebAssembly names `'wasm-unsafe-eval'`.
/// `sandbox` without `allow-same-origin` makes the browser itself refuse every kind of storage.
pub fn directives(scripts: &[String], styles: &[String]) -> Vec<Directive> {
    let both = |text: String| Directive { text, in_meta: true };
    let header = |text: &str| Directive { text: text.into(), in_meta: false };
    vec![
        both("default-src 'none'".into()),
        both(format!("script-src {}", scripts.join(" "))),
        both(format!("style-src {}", styles.join(" "))),
        both("img-src data:".into()),
        both("connect-src 'none'".into()),
        both("worker-src 'none'".into()),
        both("manifest-src 'none'".into()),
        both("base-uri 'none'".into()),
        both("form-action 'none'".into()),
        header("frame-ancestors 'none'"),
        both("require-trusted-types-for 'script'".into()),
        both("trusted-types default".into()),
        header("sandbox allow-scripts allow-modals allow-downloads"),
    ]
}

/// Directives as one line.
pub fn policy<'a>(directives: impl Iterator<Item = &'a Directive>) -> String {
    directives.map(|directive| directive.text.as_str()).collect::<Vec<_>>().join("; ")
}

/// Every header of the page, in order.
fn all(policy: &str) -> Vec<(&'static str, String)> {
    let refused = FEATURES.split(' ').map(|feature| [feature, "=()"].concat()).collect::<Vec<_>>().join(", ");
    [
        (POLICY, policy),
        ("Connection-Allowlist", CONNECTIONS),
        ("Referrer-Policy", "no-referrer"),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("X-DNS-Prefetch-Control", "off"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Embedder-Policy", "require-corp"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", &refused),
        // Brave compares the text: the structured "?1" is not what it asks for.
        ("Request-OTR", "1"),
        ("Strict-Transport-Security", "max-age=31536000"),
    ]
    .map(|(name, value)| (name, value.to_owned()))
    .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> Vec<(&'static str, String)> {
        all(&policy(
            directives(
                &["'sha256-a'".into(), "'sha256-b'".into(), "'wasm-unsafe-eval'".into()],
                &["'sha256-c'".into()],
            )
            .iter(),
        ))
    }

    #[test]
    fn the_policy_to_the_letter() {
        assert_eq!(
            example()[0].1,
            "default-src 'none'; script-src 'sha256-a' 'sha256-b' 'wasm-unsafe-eval'; style-src 'sha256-c'; \
             img-src data:; connect-src 'none'; worker-src 'none'; manifest-src 'none'; base-uri 'none'; \
             form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default; \
             sandbox allow-scripts allow-modals allow-downloads"
        );
    }

    #[test]
    fn no_value_needs_more_than_its_quotes_escaped() {
        for (name, value) in example() {
            assert!(!value.contains(['&', '<', '$', '\\', '\n']), "{name}");
        }
    }

    #[test]
    fn every_feature_is_named_once_and_refused() {
        let all = example();
        let value = all.iter().find(|(name, _)| *name == "Permissions-Policy").map(|(_, value)| value.as_str());
        let features: Vec<_> = value.unwrap_or_default().split(", ").collect();
        assert_eq!(features.iter().collect::<std::collections::BTreeSet<_>>().len(), 52);
        assert!(features.len() == 52 && features.iter().all(|one| one.ends_with("=()")));
        assert!(!features.contains(&"clipboard-write=()"));
    }
}
