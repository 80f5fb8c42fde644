//! A server for development: the files of a build, with the headers they are meant to have, on loopback only.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::thread;
use std::time::{Duration, SystemTime};

use crate::dist;
use crate::error::Error;
use crate::headers::Served;
use crate::mode::Mode;

/// What the page is made of.
const WATCHED: [&str; 6] = ["crates", "src", "style", "index.html", "Cargo.toml", "Cargo.lock"];
const POLL: Duration = Duration::from_millis(400);

/// What is served now: all of it in memory, so that a build under way is never seen half done.
#[derive(Default)]
struct Site {
    files: BTreeMap<String, Vec<u8>>,
    /// Each page with its headers; those of the first are also for everything else.
    served: Vec<Served>,
}

impl Site {
    fn headers(&self, name: &str) -> &[(&'static str, String)] {
        let page = self.served.iter().find(|page| page.file == name).or_else(|| self.served.first());
        page.map_or(&[], |page| &page.headers)
    }
}

/// Builds, serves, and builds again whenever a source changes. Ends with the process.
pub fn run(root: &Path, port: u16, mode: Mode) -> Result<(), Error> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(Error::Serve)?;
    let address = listener.local_addr().map_err(Error::Serve)?;
    let site = Arc::new(RwLock::new(Site::default()));
    let mut seen = snapshot(root);
    build(root, mode, &site);
    println!("Serving http://{address}/ (Ctrl+C ends it)");
    thread::spawn({
        let site = Arc::clone(&site);
        move || {
            for stream in listener.incoming().flatten() {
                let site = Arc::clone(&site);
                thread::spawn(move || answer(stream, &site));
            }
        }
    });
    loop {
        thread::sleep(POLL);
        let now = snapshot(root);
        if now != seen {
            seen = now;
            println!("A source changed: building again");
            build(root, mode, &site);
        }
    }
}

fn build(root: &Path, mode: Mode, site: &RwLock<Site>) {
    match dist::build(root, mode).and_then(|built| load(&built.folder).map(|files| (built, files))) {
        Ok((built, files)) => {
            print!("{}", built.report());
            *site.write().unwrap_or_else(PoisonError::into_inner) = Site { files, served: built.served };
        }
        Err(error) => {
            let serving = !site.read().unwrap_or_else(PoisonError::into_inner).files.is_empty();
            eprintln!("The build failed: {error}");
            eprintln!(
                "{}",
                if serving { "Still serving the page from before" } else { "There is no page to serve yet" }
            );
        }
    }
}

fn load(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, Error> {
    let failed = |error| Error::File(folder.into(), error);
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let bytes = std::fs::read(&path).map_err(|error| Error::File(path.clone(), error))?;
        files.insert(path.file_name().unwrap_or_default().to_string_lossy().into_owned(), bytes);
    }
    Ok(files)
}

/// Every watched file with its time of change.
fn snapshot(root: &Path) -> Vec<(PathBuf, SystemTime)> {
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> = WATCHED.iter().map(|name| root.join(name)).collect();
    while let Some(path) = open.pop() {
        if let Ok(entries) = std::fs::read_dir(&path) {
            open.extend(entries.flatten().map(|entry| entry.path()));
        } else if let Ok(changed) = path.metadata().and_then(|data| data.modified()) {
            found.push((path, changed));
        }
    }
    found.sort();
    found
}

/// One request, one response, closed.
fn answer(mut stream: TcpStream, site: &RwLock<Site>) {
    let _ = stream.set_read_timeout(Some(Duration::from_secs(10)));
    let mut lines = BufReader::new(&stream).lines().map_while(Result::ok);
    let request = lines.next().unwrap_or_default();
    let takes_brotli = lines.take_while(|line| !line.is_empty()).any(|line| {
        let line = line.to_ascii_lowercase();
        line.starts_with("accept-encoding:") && line.contains("br")
    });
    let response = respond(&request, takes_brotli, &site.read().unwrap_or_else(PoisonError::into_inner));
    let _ = stream.write_all(&response);
}

fn respond(request: &str, takes_brotli: bool, site: &Site) -> Vec<u8> {
    let mut words = request.split(' ');
    let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let name = path.split('?').next().unwrap_or_default().trim_start_matches('/');
    let name = if name.is_empty() { "index.html" } else { name };
    let packed = takes_brotli.then(|| site.files.get(&format!("{name}.br"))).flatten();
    let (status, kind, body) = match (method, packed.or_else(|| site.files.get(name))) {
        ("GET" | "HEAD", Some(body)) if name.ends_with(".html") => ("200 OK", "text/html", body.as_slice()),
        ("GET" | "HEAD", Some(body)) => ("200 OK", "text/plain", body.as_slice()),
        ("GET" | "HEAD", None) if site.files.is_empty() => {
            ("503 Service Unavailable", "text/plain", b"There is no page yet: see the terminal.\n".as_slice())
        }
        ("GET" | "HEAD", None) => ("404 Not Found", "text/plain", b"Not here.\n".as_slice()),
        _ => ("405 Method Not Allowed", "text/plain", b"Only GET.\n".as_slice()),
    };
    let mut head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Length: {}\r\nConnection: close\r\n\
         Vary: Accept-Encoding\r\n",
        body.len()
    );
    if packed.is_some() {
        head.push_str("Content-Encoding: br\r\n");
    }
    for (name, value) in site.headers(name) {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    let mut response = head.into_bytes();
    if method == "GET" {
        response.extend_from_slice(body);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Site {
        let file = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
        Site {
            files: [file("index.html", "plain"), file("index.html.br", "packed"), file("paper.html", "sheet")].into(),
            served: vec![Served::new("index.html", "first"), Served::new("paper.html", "second")],
        }
    }

    fn text(request: &str, takes_brotli: bool, site: &Site) -> String {
        String::from_utf8_lossy(&respond(request, takes_brotli, site)).into_owned()
    }

    #[test]
    fn the_page_with_its_headers() {
        let plain = text("GET / HTTP/1.1", false, &site());
        assert!(plain.starts_with("HTTP/1.1 200 OK\r\n") && plain.ends_with("\r\n\r\nplain"));
        assert!(plain.contains("\r\nReferrer-Policy: no-referrer\r\n") && !plain.contains("Content-Encoding"));
        let packed = text("GET /index.html?x HTTP/1.1", true, &site());
        assert!(packed.contains("\r\nContent-Encoding: br\r\n") && packed.ends_with("packed"));
        assert!(text("HEAD / HTTP/1.1", false, &site()).ends_with("\r\n\r\n"));
    }

    #[test]
    fn each_page_has_its_own_policy_and_everything_else_that_of_the_first() {
        for (path, policy) in [
            ("/", "first"),
            ("/index.html", "first"),
            ("/paper.html", "second"),
            ("/paper.html?x", "second"),
            ("/none", "first"),
        ] {
            let response = text(&format!("GET {path} HTTP/1.1"), false, &site());
            assert!(response.contains(&format!("\r\nContent-Security-Policy: {policy}\r\n")), "{path}");
            assert_eq!(response.matches("Content-Security-Policy").count(), 1, "{path}");
        }
    }

    #[test]
    fn a_change_of_a_word_a_crate_a_page_or_the_style_is_seen() -> Result<(), Error> {
        let root = dist::root()?;
        let seen: Vec<_> = snapshot(&root).into_iter().map(|(path, _)| path).collect();
        for file in [
            "crates/content/data/words/en/questions.toml",
            "crates/view/src/lib.rs",
            "src/pages/dash.rs",
            "src/platform/boot/exit.js",
            "style/tokens.css",
            "index.html",
        ] {
            assert!(seen.contains(&root.join(file)), "{file}");
        }
        Ok(())
    }

    #[test]
    fn nothing_else() {
        assert!(text("GET /../Cargo.toml HTTP/1.1", false, &site()).starts_with("HTTP/1.1 404"));
        assert!(text("POST / HTTP/1.1", false, &site()).starts_with("HTTP/1.1 405"));
        assert!(text("GET / HTTP/1.1", false, &Site::default()).starts_with("HTTP/1.1 503"));
    }
}
