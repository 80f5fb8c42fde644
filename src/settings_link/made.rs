//! Settings as a tree again, in the order of the contract, without what was not set. Reading it gives the same settings.

use super::parts::{Contact, Deadline, Keyed, PageSettings, Short};
use super::{Area, Tree};
use crate::case::value::{Field, Kind};
use crate::case::vocabulary::Vocabulary;
use crate::case::{SettingField, Settings};

type Fields = Vec<(String, Tree)>;

impl Area {
    /// The settings as JSON text, as a link, a personal copy and a file carry them.
    pub fn json(&self) -> String {
        self.tree().json()
    }

    /// The settings as a tree.
    pub(super) fn tree(&self) -> Tree {
        let mut fields = vec![("format".to_owned(), text(self.format.text()))];
        put(&mut fields, "owner", short(self.owner.as_ref()));
        put(&mut fields, "review_by", self.review_by.as_ref().map(|day| text(day.as_str())));
        put(&mut fields, "profile", short(self.profile.as_ref()));
        put(&mut fields, "case", case(&self.case));
        put(&mut fields, "page", page(&self.page));
        put(&mut fields, "contacts", keyed(&self.contacts, contact));
        let deadlines: Vec<_> = self.deadlines.iter().map(deadline).collect();
        put(&mut fields, "deadlines", (!deadlines.is_empty()).then_some(Tree::List(deadlines)));
        let roles = keyed(&self.roles, |roles| Some(Tree::List(roles.iter().map(|role| text(role.text())).collect())));
        put(&mut fields, "roles", roles);
        put(&mut fields, "profile_patch", self.profile_patch.written());
        Tree::Map(fields)
    }
}

fn text(text: &str) -> Tree {
    Tree::Text(text.to_owned())
}

fn short(value: Option<&Short>) -> Option<Tree> {
    value.map(|value| text(value.as_str()))
}

fn put(fields: &mut Fields, name: &str, value: Option<Tree>) {
    fields.extend(value.map(|value| (name.to_owned(), value)));
}

fn map(fields: Fields) -> Option<Tree> {
    (!fields.is_empty()).then_some(Tree::Map(fields))
}

fn keyed<K: Vocabulary, V>(values: &Keyed<K, V>, write: impl Fn(&V) -> Option<Tree>) -> Option<Tree> {
    map(values.iter().filter_map(|(key, value)| Some((key.text().to_owned(), write(value)?))).collect())
}

/// A value of any field as JSON has it; absent when it was not set.
fn value(field: &dyn Field, kind: Kind) -> Option<Tree> {
    if field.is_absent() {
        return None;
    }
    let shown = field.shown();
    Some(match (kind, shown.as_str()) {
        // The one number that can be set to "none here".
        (Kind::Number(..), "") => Tree::Null,
        (Kind::Number(..), number) => number.parse().map_or(Tree::Null, Tree::Whole),
        (_, "true") => Tree::Bool(true),
        (_, "false") => Tree::Bool(false),
        (_, chosen) => text(chosen),
    })
}

fn case(settings: &Settings) -> Option<Tree> {
    let mut fields = Vec::new();
    for field in SettingField::ALL {
        put(&mut fields, field.name(), value(settings.field(*field), field.kind()));
    }
    map(fields)
}

fn page(page: &PageSettings) -> Option<Tree> {
    let mut fields = Vec::new();
    put(&mut fields, "exit", page.exit.as_ref().map(|exit| text(exit.as_str())));
    put(&mut fields, "cover_minutes", of(&page.cover_minutes));
    put(&mut fields, "wipe_minutes", of(&page.wipe_minutes));
    put(&mut fields, "plain_save", of(&page.plain_save));
    put(&mut fields, "shared_device", of(&page.shared_device));
    put(&mut fields, "language", of(&page.language));
    map(fields)
}

fn of<F: Field>(field: &F) -> Option<Tree> {
    value(field, F::kind())
}

fn contact(contact: &Contact) -> Option<Tree> {
    let mut fields = Vec::new();
    put(&mut fields, "name", short(contact.name.as_ref()));
    put(&mut fields, "number", short(contact.number.as_ref()));
    put(&mut fields, "hours", short(contact.hours.as_ref()));
    Some(Tree::Map(fields))
}

fn deadline(deadline: &Deadline) -> Tree {
    let mut fields = Vec::new();
    put(&mut fields, "id", short(Some(&deadline.id)));
    put(&mut fields, "trigger", short(deadline.trigger.as_ref()));
    put(&mut fields, "limit", of(&Some(deadline.limit)));
    put(&mut fields, "unit", of(&Some(deadline.unit)));
    put(&mut fields, "strictness", of(&deadline.strictness));
    Tree::Map(fields)
}
