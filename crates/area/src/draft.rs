//! Settings in the making: what was typed at each place, fit or not, and what is allowed there.
//!
//! Lives here: the places that can be filled in, their checks, and the way from settings and back. What was typed is never
//! thrown away because it is wrong. Not here: the policy and the local values of the case, which the case holds (`app`).

use super::facts::FactRow;
use super::json::{Object, Row, Slot};
use super::parts::DeadlineRow;
use super::patch::Value;
use super::place::{FactPart, LimitPart, Place, Rows};
use super::text::Short;
use super::{Area, AreaError, BYTES};
use waymark_case::Settings;
use waymark_case::listed::Listed;
use waymark_case::value::LIST_LIMIT;
use waymark_case::vocabulary::Vocabulary;

/// Settings in the making.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// What was typed; nothing stands for an empty place.
    typed: Vec<(Place, String)>,
    /// How many rows each list has, empty ones too.
    rows: [u8; Rows::ALL.len()],
    /// What came with opened settings and has no place here.
    rest: Area,
}

impl Draft {
    /// The settings as a draft of new ones. The policy and the local values are left out: the case holds them.
    pub fn of(area: &Area) -> Self {
        let mut rest = area.clone();
        (rest.profile, rest.case) = (None, Settings::default());
        (rest.deadlines, rest.facts) = (Vec::new(), Vec::new());
        let mut draft = Self::default();
        for place in Place::fixed() {
            let typed = shown(&mut rest, place);
            // A value that has another shape than its place stays as it is.
            if !typed.is_empty() && fits(place, &typed).is_ok() {
                draft.set(place, &typed);
                clear(&mut rest, place);
            }
        }
        rest.contacts.drop_emptied(&area.contacts);
        rest.roles.drop_emptied(&area.roles);
        for (row, deadline) in (0..).zip(&area.deadlines) {
            draft.rows[Rows::Limits.index()] = row + 1;
            draft.set(Place::Limit(row, LimitPart::Id), deadline.id.as_str());
            draft.set(Place::Limit(row, LimitPart::Limit), &deadline.limit.get().to_string());
            draft.set(Place::Limit(row, LimitPart::Unit), deadline.unit.text());
            draft.set(Place::Limit(row, LimitPart::Trigger), deadline.trigger.as_ref().map_or("", Short::as_str));
            draft.set(Place::Limit(row, LimitPart::Strictness), deadline.strictness.map_or("", Vocabulary::text));
        }
        for (row, fact) in (0..).zip(&area.facts) {
            draft.rows[Rows::Facts.index()] = row + 1;
            let optional = |text: &Option<Short>| text.as_ref().map_or("", Short::as_str).to_owned();
            draft.set(Place::Fact(row, FactPart::Id), fact.id.as_str());
            draft.set(Place::Fact(row, FactPart::Number), &optional(&fact.number));
            draft.set(Place::Fact(row, FactPart::Hours), &optional(&fact.hours));
            draft.set(Place::Fact(row, FactPart::Text), &optional(&fact.text));
            draft.set(Place::Fact(row, FactPart::Source), fact.source.as_str());
            draft.set(Place::Fact(row, FactPart::Checked), &fact.checked.to_string());
        }
        draft.rest = rest;
        draft
    }

    /// What stands at a place; empty when nothing does.
    pub fn get(&self, place: Place) -> &str {
        self.typed.iter().find(|(at, _)| *at == place).map_or("", |(_, typed)| typed)
    }

    /// Puts what was typed at a place, fit or not.
    pub fn set(&mut self, place: Place, typed: &str) {
        self.typed.retain(|(at, _)| *at != place);
        if !typed.is_empty() {
            self.typed.push((place, typed.to_owned()));
        }
    }

    /// Puts a member in or takes it out, at a place that holds any of several.
    pub fn toggle(&mut self, place: Place, member: &str, on: bool) {
        let mut members: Vec<_> = self.get(place).split_ascii_whitespace().filter(|known| *known != member).listed();
        if on {
            members.push(member);
        }
        let members = members.join(" ");
        self.set(place, &members);
    }

    /// How many rows a list has.
    pub fn rows(&self, list: Rows) -> u8 {
        self.rows[list.index()]
    }

    /// Adds an empty row, as long as there may be more.
    pub fn add_row(&mut self, list: Rows) {
        let rows = &mut self.rows[list.index()];
        if usize::from(*rows) < LIST_LIMIT {
            *rows += 1;
        }
    }

    /// Takes a row away; those after it move up.
    pub fn take_row(&mut self, list: Rows, row: u8) {
        self.typed.retain(|(place, _)| place.row() != Some((list, row)));
        for (place, _) in &mut self.typed {
            if let Some((of, at)) = place.row()
                && of == list
                && at > row
            {
                *place = place.in_row(at - 1);
            }
        }
        let rows = &mut self.rows[list.index()];
        *rows = rows.saturating_sub(1);
    }

    /// What is allowed at a place where something else stands; nothing where all is well.
    pub fn problem(&self, place: Place) -> Option<String> {
        let typed = self.get(place);
        if !typed.is_empty() {
            let twice = matches!(place, Place::Fact(row, FactPart::Id)
                if (0..row).any(|before| self.get(Place::Fact(before, FactPart::Id)).trim() == typed.trim()));
            return match fits(place, typed.trim()) {
                Err(allowed) => Some(allowed),
                Ok(()) => twice.then(|| "expected each of them once".to_owned()),
            };
        }
        let (list, row) = place.row().filter(|(list, row)| self.has_row(*list, *row))?;
        // Half a row says nothing.
        if place.is_needed() {
            return Some("expected a value, as the row has others".to_owned());
        }
        let told = [FactPart::Number, FactPart::Hours, FactPart::Text];
        let silent = list == Rows::Facts && told.iter().all(|part| self.get(Place::Fact(row, *part)).is_empty());
        (silent && place == Place::Fact(row, FactPart::Number)).then(|| "expected a number, hours or a text".to_owned())
    }

    fn has_row(&self, list: Rows, row: u8) -> bool {
        list.places(row).into_iter().any(|place| !self.get(place).is_empty())
    }

    /// Every place where something is wrong.
    pub fn wrong(&self) -> Vec<Place> {
        let rows = Rows::ALL.iter().flat_map(|list| (0..self.rows(*list)).flat_map(|row| list.places(row)));
        Place::fixed().chain(rows).filter(|place| self.problem(*place).is_some()).listed()
    }

    /// True when nothing was filled in and nothing was opened.
    pub fn is_empty(&self) -> bool {
        self.typed.is_empty() && self.rest == Area::default()
    }

    /// The settings of all places that are fit. The others are left out, and so is a row that is not whole.
    ///
    /// # Errors
    /// [`AreaError::TooLong`] when they are longer than settings may be.
    pub fn area(&self) -> Result<Area, AreaError> {
        let mut area = self.rest.clone();
        for place in Place::fixed() {
            let typed = self.get(place).trim();
            if !typed.is_empty() && fits(place, typed).is_ok() {
                put(&mut area, place, typed);
            }
        }
        area.deadlines = self.entries::<DeadlineRow>(Rows::Limits);
        area.facts = self.entries::<FactRow>(Rows::Facts);
        if area.json().len() > BYTES { Err(AreaError::TooLong) } else { Ok(area) }
    }

    /// The rows of a list that are whole.
    fn entries<R: Row>(&self, list: Rows) -> Vec<R::Whole> {
        let rows = (0..self.rows(list)).map(|row| list.places(row));
        let whole = rows.filter(|places| places.iter().all(|place| self.problem(*place).is_none()));
        whole.filter_map(|places| self.entry::<R>(&places)).listed()
    }

    fn entry<R: Row>(&self, places: &[Place]) -> Option<R::Whole> {
        let mut row = R::default();
        for place in places {
            let typed = self.get(*place).trim();
            if !typed.is_empty() {
                row.slot(place.part())?.put(typed).ok()?;
            }
        }
        row.whole().ok()
    }
}

/// Where the value of a place goes; `None` for a place of a row and for a value of the policy.
fn slot(area: &mut Area, place: Place) -> Option<Slot<'_>> {
    place.path().split('.').try_fold(Slot::Object(area), |slot, name| match slot {
        Slot::Object(object) => object.slot(name),
        _ => None,
    })
}

/// What stands in settings at a place, as it is typed; empty when nothing does.
fn shown(area: &mut Area, place: Place) -> String {
    match place {
        Place::Value(value) => area.profile_patch.value(value.text()).and_then(Value::shown).unwrap_or_default(),
        place => slot(area, place).map_or_else(String::new, |slot| slot.shown()),
    }
}

/// Takes away what stands in settings at a place.
fn clear(area: &mut Area, place: Place) {
    match place {
        Place::Value(value) => area.profile_patch.take(value.text()),
        place => drop(slot(area, place).map(Slot::clear)),
    }
}

/// Puts what was typed at a place into settings, as far as it fits there.
fn put(area: &mut Area, place: Place, typed: &str) {
    match place {
        Place::Value(value) => drop(value.read(typed).map(|read| area.profile_patch.put(value.text(), read))),
        place => drop(slot(area, place).map(|slot| slot.put(typed))),
    }
}

/// Whether what was typed fits at a place; an error says what is allowed.
fn fits(place: Place, typed: &str) -> Result<(), String> {
    let (mut area, mut limit, mut fact) = (Area::default(), DeadlineRow::default(), FactRow::default());
    let slot = match (place, place.row()) {
        (Place::Value(value), _) => return value.read(typed).map(drop),
        (_, Some((Rows::Limits, _))) => limit.slot(place.part()),
        (_, Some((Rows::Facts, _))) => fact.slot(place.part()),
        _ => slot(&mut area, place),
    };
    slot.map_or(Ok(()), |slot| slot.put(typed))
}
