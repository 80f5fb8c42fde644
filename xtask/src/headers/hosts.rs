//! The headers in the words of five kinds of web server, so that nobody has to copy a policy by hand.
//! No value holds `&`, `<`, `$` or `\`, so that only a double quote needs escaping (`escaped`, and `&quot;` in XML).

use std::fmt::Write;

use super::{POLICY, Served};

/// Without a 404.html Cloudflare Pages answers every unknown address with index.html, under no policy (wrangler 4).
const NOT_FOUND: &str = "\
<!doctype html>
<html lang=\"en\">
<meta charset=\"utf-8\">
<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; form-action 'none'\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<meta name=\"referrer\" content=\"no-referrer\">
<title>Notes</title>
<p>There is nothing at this address. Please check it.</p>
";

/// What the five have in common: the headers that are the same everywhere, and a policy for each page.
struct Site<'a> {
    shared: Vec<(&'a str, &'a str)>,
    /// Of the first page, and of everything that is not one of the others.
    policy: &'a str,
    others: Vec<Page<'a>>,
}

struct Page<'a> {
    file: &'a str,
    /// Without ".html": some hosts show it so.
    stem: &'a str,
    policy: &'a str,
}

impl<'a> Page<'a> {
    fn new(page: &'a Served) -> Self {
        Self { file: page.file, stem: page.file.trim_end_matches(".html"), policy: policy(page) }
    }
}

/// The ready-made files: name and text. What holds for the first page holds for everything beside the pages, too.
pub fn files(pages: &[Served]) -> Vec<(&'static str, String)> {
    let Some((first, others)) = pages.split_first() else { return Vec::new() };
    let shared = first.headers.iter().filter(|(name, _)| *name != POLICY);
    let site = Site {
        shared: shared.map(|(name, value)| (*name, value.as_str())).collect(),
        policy: policy(first),
        others: others.iter().map(Page::new).collect(),
    };
    vec![
        ("_headers", site.rules()),
        ("404.html", NOT_FOUND.into()),
        ("nginx.conf", site.nginx()),
        ("Caddyfile", site.caddy()),
        (".htaccess", site.apache()),
        ("web.config", site.iis()),
    ]
}

fn policy(page: &Served) -> &str {
    page.headers.iter().find(|(name, _)| *name == POLICY).map_or("", |(_, value)| value)
}

/// A value inside double quotes, as nginx, Caddy and Apache read it.
fn escaped(value: &str) -> String {
    value.replace('"', "\\\"")
}

impl Site<'_> {
    /// Netlify and Cloudflare Pages join the values of all rules that match: two policies would both count,
    /// and no page would work. So no two rules with a policy match the same path.
    fn rules(&self) -> String {
        let mut text = String::from(
            "# Netlify, Cloudflare Pages and hosts like them: put the whole folder there; they read this file by themselves.\n\
             /*\n",
        );
        for (name, value) in &self.shared {
            let _ = writeln!(text, "  {name}: {value}");
        }
        let mut rule = |path: &str, policy: &str| {
            let _ = writeln!(text, "/{path}\n  {POLICY}: {policy}");
        };
        for path in ["", "index", "index.html", "SHA256SUMS"] {
            rule(path, self.policy);
        }
        for Page { file, stem, policy } in &self.others {
            rule(stem, policy);
            rule(file, policy);
        }
        text
    }

    /// A variable and not a `location` for each page: one `add_header` in a location drops all from outside it.
    fn nginx(&self) -> String {
        let mut text = format!(
            "# nginx: put this line into the server block that serves the folder (root), and reload nginx:\n\
             #     include /path/to/nginx.conf;\n\
             # A location block with an add_header of its own drops all of these: include this file there as well.\n\
             charset utf-8;\n\
             set $page_policy \"{}\";\n",
            self.policy
        );
        for Page { stem, policy, .. } in &self.others {
            let _ = writeln!(text, "if ($uri ~ \"/{stem}(\\.html)?$\") {{\n\tset $page_policy \"{policy}\";\n}}");
        }
        let _ = writeln!(text, "add_header {POLICY} $page_policy always;");
        for (name, value) in &self.shared {
            let _ = writeln!(text, "add_header {name} \"{}\" always;", escaped(value));
        }
        text
    }

    /// No two matchers hold for one path: which `header` wins where two do has changed between versions of Caddy.
    fn caddy(&self) -> String {
        let mut text = String::from(
            "# Caddy: in this folder, run: caddy run\n\
             # For an address of your own: WAYMARK_ADDRESS=notes.example.org caddy run\n\
             # Or import this file into your own Caddyfile, and put the folder in place of the \".\".\n\
             {$WAYMARK_ADDRESS::8080} {\n\troot * .\n\tfile_server {\n\t\tprecompressed br gzip\n\t}\n\theader {\n",
        );
        for (name, value) in &self.shared {
            let _ = writeln!(text, "\t\t{name} \"{}\"", escaped(value));
        }
        text.push_str("\t}\n");
        let mut all = String::new();
        for Page { file, stem, policy } in &self.others {
            let paths = format!(" */{file} */{stem}");
            let _ = writeln!(text, "\t@{stem} path{paths}\n\theader @{stem} {POLICY} \"{policy}\"");
            all.push_str(&paths);
        }
        let mut matcher = "";
        if !all.is_empty() {
            let _ = writeln!(text, "\t@rest not path{all}");
            matcher = "@rest ";
        }
        let _ = writeln!(text, "\theader {matcher}{POLICY} \"{}\"\n}}", self.policy);
        text
    }

    /// "always" is for error pages too, and is a list of its own: what the server puts into the other one
    /// would come as well, so it is taken out there.
    fn apache(&self) -> String {
        let mut text = String::from(
            "# Apache: put the whole folder there; it reads this file by itself where the server allows it\n\
             # (mod_headers loaded: a2enmod headers; AllowOverride FileInfo or All for the folder).\n\
             # Files whose names begin with a dot are easily left behind: copy this one, too.\n\
             AddDefaultCharset utf-8\n",
        );
        for (name, value) in [(POLICY, self.policy)].iter().chain(&self.shared) {
            let _ = writeln!(text, "Header unset {name}\nHeader always set {name} \"{}\"", escaped(value));
        }
        for Page { stem, policy, .. } in &self.others {
            let _ = writeln!(
                text,
                "<FilesMatch \"^{stem}\\.html\">\n\tHeader always set {POLICY} \"{policy}\"\n</FilesMatch>"
            );
        }
        text
    }

    /// Each name is removed before it is added: adding one that a parent has already is an error of the whole site.
    fn iis(&self) -> String {
        fn headers<'a>(text: &mut String, indent: &str, headers: impl Iterator<Item = (&'a str, &'a str)>) {
            let _ = writeln!(text, "{indent}<httpProtocol>\n{indent}  <customHeaders>");
            for (name, value) in headers {
                let _ = writeln!(
                    text,
                    "{indent}    <remove name=\"{name}\"/>\n{indent}    <add name=\"{name}\" value=\"{}\"/>",
                    value.replace('"', "&quot;")
                );
            }
            let _ = writeln!(text, "{indent}  </customHeaders>\n{indent}</httpProtocol>");
        }
        let mut text = String::from(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
             <!-- IIS 8 or later: put the whole folder there; it reads this file by itself. -->\n\
             <configuration>\n  <system.webServer>\n    <staticContent>\n      \
             <clientCache cacheControlMode=\"NoControl\"/>\n      \
             <remove fileExtension=\".html\"/>\n      \
             <mimeMap fileExtension=\".html\" mimeType=\"text/html; charset=utf-8\"/>\n      \
             <!-- Files without an extension: SHA256SUMS. -->\n      \
             <remove fileExtension=\".\"/>\n      \
             <mimeMap fileExtension=\".\" mimeType=\"text/plain; charset=utf-8\"/>\n    </staticContent>\n",
        );
        headers(&mut text, "    ", [(POLICY, self.policy)].into_iter().chain(self.shared.iter().copied()));
        text.push_str("  </system.webServer>\n");
        for Page { file, policy, .. } in &self.others {
            let _ = writeln!(text, "  <location path=\"{file}\">\n    <system.webServer>");
            headers(&mut text, "      ", [(POLICY, *policy)].into_iter());
            text.push_str("    </system.webServer>\n  </location>\n");
        }
        text + "</configuration>\n"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGES: [(&str, &str); 3] = [("index.html", "one"), ("nowasm.html", "two"), ("paper.html", "three")];

    fn written(pages: &[(&'static str, &str)], name: &str) -> String {
        let pages: Vec<_> = pages.iter().map(|(file, policy)| Served::new(file, policy)).collect();
        files(&pages).into_iter().find(|(file, _)| *file == name).map(|(_, text)| text).unwrap_or_default()
    }

    #[test]
    fn every_file_carries_every_header() {
        let [one, two, three] = PAGES.map(|(file, policy)| Served::new(file, policy));
        for name in ["_headers", "nginx.conf", "Caddyfile", ".htaccess", "web.config"] {
            let text = written(&PAGES, name);
            for (header, value) in
                one.headers.iter().chain(&two.headers).chain(&three.headers).filter(|(h, _)| *h != POLICY)
            {
                let forms = [value.clone(), escaped(value), value.replace('"', "&quot;")];
                let has = |line: &str| line.contains(header) && forms.iter().any(|form| line.contains(form));
                assert!(text.lines().any(has), "{header} in {name}");
            }
        }
    }

    #[test]
    fn each_path_has_one_policy_where_values_of_all_rules_are_joined() {
        let text = written(&PAGES, "_headers");
        let rules: Vec<_> = text.split("\n/").skip(1).map(|rule| rule.split_once('\n').unwrap_or_default()).collect();
        let paths: Vec<_> = rules.iter().map(|(path, _)| *path).collect();
        assert_eq!(
            paths,
            ["*", "", "index", "index.html", "SHA256SUMS", "nowasm", "nowasm.html", "paper", "paper.html"]
        );
        for (path, rule) in &rules {
            let policies: Vec<_> =
                rule.lines().filter_map(|line| line.strip_prefix("  Content-Security-Policy: ")).collect();
            let expected: &[&str] = match path.split('.').next() {
                Some("nowasm") => &["two"],
                Some("paper") => &["three"],
                Some("" | "index" | "SHA256SUMS") => &["one"],
                _ => &[],
            };
            assert_eq!(policies, expected, "{path}");
        }
    }

    #[test]
    fn servers_that_tell_pages_apart_by_a_condition() {
        let nginx = written(&PAGES, "nginx.conf");
        assert!(nginx.contains("if ($uri ~ \"/nowasm(\\.html)?$\") {\n\tset $page_policy \"two\";\n}\n"));
        assert_eq!(nginx.matches("add_header Content-Security-Policy ").count(), 1);
        let caddy = written(&PAGES, "Caddyfile");
        assert!(
            caddy.contains("\t@paper path */paper.html */paper\n\theader @paper Content-Security-Policy \"three\"\n")
        );
        assert!(caddy.contains("\t@rest not path */nowasm.html */nowasm */paper.html */paper\n"));
        let apache = written(&PAGES, ".htaccess");
        assert!(
            apache.contains("<FilesMatch \"^nowasm\\.html\">\n\tHeader always set Content-Security-Policy \"two\"\n")
        );
        let iis = written(&PAGES, "web.config");
        assert_eq!(iis.matches("<remove name=\"Content-Security-Policy\"/>").count(), 3);
        assert_eq!(iis.matches("<location path=").count(), 2);
    }

    #[test]
    fn one_page_needs_no_condition() {
        let caddy = written(&PAGES[..1], "Caddyfile");
        assert!(caddy.contains("\n\theader Content-Security-Policy \"one\"\n") && !caddy.contains('@'));
        assert!(!written(&PAGES[..1], "nginx.conf").contains("if ("));
        assert!(files(&[]).is_empty());
    }
}
