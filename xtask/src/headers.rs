//! The response headers: written once, here, and put into words for five kinds of web server.

use std::fmt::Write;

/// One directive of the Content-Security-Policy.
pub struct Directive {
    text: String,
    /// Whether a meta element can carry it; the others work in a header only.
    pub in_meta: bool,
}

/// The policy: nothing from anywhere, and only the scripts and the style whose sums stand here. Among the scripts, a page
/// with WebAssembly names `'wasm-unsafe-eval'`.
/// `sandbox` without `allow-same-origin` makes the browser itself refuse every kind of storage.
pub fn directives(scripts: &[String], style: &str) -> Vec<Directive> {
    let both = |text: String| Directive { text, in_meta: true };
    let header = |text: &str| Directive { text: text.into(), in_meta: false };
    vec![
        both("default-src 'none'".into()),
        both(format!("script-src {}", scripts.join(" "))),
        both(format!("style-src {style}")),
        both("img-src data:".into()),
        both("connect-src 'none'".into()),
        both("worker-src blob:".into()),
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
pub fn all(policy: &str) -> Vec<(&'static str, String)> {
    [
        ("Content-Security-Policy", policy),
        ("Referrer-Policy", "no-referrer"),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Embedder-Policy", "require-corp"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), display-capture=(), browsing-topics=()"),
        ("Request-OTR", "?1"),
        ("Strict-Transport-Security", "max-age=31536000"),
    ]
    .map(|(name, value)| (name, value.to_owned()))
    .into()
}

/// The ready-made files: name and text.
pub fn files(headers: &[(&'static str, String)]) -> [(&'static str, String); 5] {
    [
        ("_headers", lines("/*\n", headers, "  {name}: {value}\n", "")),
        (
            "nginx.conf",
            lines(
                "# Inside the server block that serves this folder: include /path/to/nginx.conf;\n\
                 charset utf-8;\nindex index.html;\netag off;\n",
                headers,
                "add_header {name} \"{value}\" always;\n",
                "",
            ),
        ),
        (
            "Caddyfile",
            lines(
                "# caddy run, in this folder. Put your own address in place of :8080.\n\
                 :8080 {\n\troot * .\n\tfile_server {\n\t\tprecompressed br gzip\n\t}\n\theader {\n",
                headers,
                "\t\t{name} \"{value}\"\n",
                "\t}\n}\n",
            ),
        ),
        (
            ".htaccess",
            lines(
                "# Apache with mod_headers, and AllowOverride All for this folder.\n\
                 AddDefaultCharset utf-8\nDirectoryIndex index.html\n",
                headers,
                "Header always set {name} \"{value}\"\n",
                "",
            ),
        ),
        (
            "web.config",
            lines(
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<configuration>\n  <system.webServer>\n    \
                 <staticContent>\n      <remove fileExtension=\".html\"/>\n      \
                 <mimeMap fileExtension=\".html\" mimeType=\"text/html; charset=utf-8\"/>\n    </staticContent>\n    \
                 <httpProtocol>\n      <customHeaders>\n",
                headers,
                "        <add name=\"{name}\" value=\"{value}\"/>\n",
                "      </customHeaders>\n    </httpProtocol>\n  </system.webServer>\n</configuration>\n",
            ),
        ),
    ]
}

/// No value holds a double quote, `&`, `<`, `$` or `\`, so none needs escaping in any of the five.
fn lines(before: &str, headers: &[(&str, String)], line: &str, after: &str) -> String {
    let mut text = before.to_owned();
    for (name, value) in headers {
        let _ = write!(text, "{}", line.replace("{name}", name).replace("{value}", value));
    }
    text + after
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> Vec<(&'static str, String)> {
        all(&policy(
            directives(&["'sha256-a'".into(), "'sha256-b'".into(), "'wasm-unsafe-eval'".into()], "'sha256-c'").iter(),
        ))
    }

    #[test]
    fn the_policy_to_the_letter() {
        assert_eq!(
            example()[0].1,
            "default-src 'none'; script-src 'sha256-a' 'sha256-b' 'wasm-unsafe-eval'; style-src 'sha256-c'; \
             img-src data:; connect-src 'none'; worker-src blob:; manifest-src 'none'; base-uri 'none'; \
             form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default; \
             sandbox allow-scripts allow-modals allow-downloads"
        );
    }

    #[test]
    fn every_file_carries_every_header() {
        let headers = example();
        for (file, text) in files(&headers) {
            for (name, value) in &headers {
                assert!(text.lines().any(|line| line.contains(name) && line.contains(value)), "{name} in {file}");
            }
        }
    }

    #[test]
    fn no_value_needs_escaping() {
        for (name, value) in example() {
            assert!(!value.contains(['"', '&', '<', '$', '\\', '\n']), "{name}");
        }
    }
}
