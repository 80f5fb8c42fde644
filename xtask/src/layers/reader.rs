//! Reads what a file defines, passes on and names; what only tests see is left out.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, Item, UseTree, Visibility};

/// What a file defines, passes on and names.
#[derive(Default)]
pub struct Reader {
    /// What the file defines.
    pub defined: BTreeSet<String>,
    /// Its public `use`s; the last part is `*` for all of a module.
    pub passed_on: Vec<Vec<String>>,
    /// Its other `use`s.
    pub uses: Vec<Vec<String>>,
    /// Every path of more than one part.
    pub paths: Vec<Vec<String>>,
}

impl Reader {
    fn note_use(&mut self, tree: &UseTree, before: &[String], public: bool) {
        let with = |name: String| [before, &[name]].concat();
        match tree {
            UseTree::Path(path) => self.note_use(&path.tree, &with(path.ident.to_string()), public),
            UseTree::Group(group) => group.items.iter().for_each(|item| self.note_use(item, before, public)),
            UseTree::Name(name) if name.ident == "self" => self.put(before.to_vec(), public),
            UseTree::Name(name) => self.put(with(name.ident.to_string()), public),
            UseTree::Rename(name) => self.put(with(name.ident.to_string()), public),
            UseTree::Glob(_) if public => self.passed_on.push(with("*".to_owned())),
            UseTree::Glob(_) => {}
        }
    }

    fn put(&mut self, path: Vec<String>, public: bool) {
        if public {
            self.passed_on.push(path);
        } else {
            self.uses.push(path);
        }
    }

    /// The paths in what a macro is given.
    fn note_tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    if colons != 2 {
                        self.note_path(std::mem::take(&mut path));
                    }
                    path.push(name.to_string());
                    colons = 0;
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                TokenTree::Group(group) => {
                    self.note_path(std::mem::take(&mut path));
                    self.note_tokens(group.stream());
                }
                _ => self.note_path(std::mem::take(&mut path)),
            }
        }
        self.note_path(path);
    }

    fn note_path(&mut self, path: Vec<String>) {
        if path.len() > 1 {
            self.paths.push(path);
        }
    }
}

/// True for what only tests see.
fn is_of_tests(attributes: &[Attribute]) -> bool {
    let is_test = |attribute: &Attribute| {
        attribute.path().is_ident("cfg")
            && attribute.meta.require_list().is_ok_and(|list| list.tokens.to_string().contains("test"))
    };
    attributes.iter().any(is_test)
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast Item) {
        let (attributes, name) = match item {
            Item::Fn(it) => (&it.attrs, Some(&it.sig.ident)),
            Item::Struct(it) => (&it.attrs, Some(&it.ident)),
            Item::Enum(it) => (&it.attrs, Some(&it.ident)),
            Item::Const(it) => (&it.attrs, Some(&it.ident)),
            Item::Static(it) => (&it.attrs, Some(&it.ident)),
            Item::Type(it) => (&it.attrs, Some(&it.ident)),
            Item::Trait(it) => (&it.attrs, Some(&it.ident)),
            Item::Macro(it) => (&it.attrs, it.ident.as_ref()),
            Item::Mod(it) if it.content.is_some() => (&it.attrs, Some(&it.ident)),
            Item::Use(it) => {
                self.note_use(&it.tree, &[], !matches!(it.vis, Visibility::Inherited));
                return;
            }
            Item::Impl(it) => (&it.attrs, None),
            _ => return,
        };
        if is_of_tests(attributes) {
            return;
        }
        if let Some(name) = name {
            self.defined.insert(name.to_string());
        }
        visit::visit_item(self, item);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.note_path(path.segments.iter().map(|part| part.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, it: &'ast syn::Macro) {
        self.visit_path(&it.path);
        self.note_tokens(it.tokens.clone());
    }
}
