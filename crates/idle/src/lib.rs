//! The two idle clocks: when the page covers itself, and when what lies under a cover that stays is wiped.
//!
//! Lives here: time limits and what is due at a moment. Not here: the computer's clock, what a cover looks like, what a
//! wipe empties (`app::watch`).

use waymark_case::value::Count;

const MINUTE: u64 = 60_000;
const HOLD: u64 = 60 * MINUTE;
const COVER_MINUTES: u16 = 5;
const WIPE_MINUTES: u16 = 45;
const SHARED: Limits = Limits { cover: 1, wipe: 10 };

/// A moment of the computer's clock: milliseconds since 1970. The clock goes on while the computer sleeps.
pub type Moment = u64;

/// How long each clock runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    cover: u16,
    wipe: u16,
}

impl Default for Limits {
    fn default() -> Self {
        Self { cover: COVER_MINUTES, wipe: WIPE_MINUTES }
    }
}

impl Limits {
    /// The limits of an area; what it leaves out stays as usual. On a computer that residents use too they are short,
    /// whatever else it says.
    pub fn of(cover: Option<Count<2, 15>>, wipe: Option<Count<10, 120>>, shared: bool) -> Self {
        if shared {
            return SHARED;
        }
        Self { cover: cover.map_or(COVER_MINUTES, Count::get), wipe: wipe.map_or(WIPE_MINUTES, Count::get) }
    }

    /// Minutes without a touch until the page covers itself.
    pub fn cover_minutes(&self) -> u16 {
        self.cover
    }

    /// Minutes under a cover that stays until everything is wiped.
    pub fn wipe_minutes(&self) -> u16 {
        self.wipe
    }
}

/// Why a cover is there that stays until it is lifted by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoverReason {
    /// Somebody pressed Cover.
    Hand,
    /// Nobody touched anything.
    Idle,
    /// Nobody came back, and everything was wiped.
    Wiped,
}

/// A cover that stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cover {
    /// Why it is there.
    pub why: CoverReason,
    since: Moment,
    warned: bool,
}

/// What is to be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// The page was covered.
    Covered,
    /// The last minute before the wipe has begun.
    LastMinute,
    /// Everything is to be wiped.
    Wipe,
}

/// Both clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Idle {
    limits: Limits,
    touched: Moment,
    held_until: Moment,
    cover: Option<Cover>,
}

impl Idle {
    /// Clocks that begin to run.
    pub fn new(now: Moment) -> Self {
        Self { limits: Limits::default(), touched: now, held_until: 0, cover: None }
    }

    /// How long each runs.
    pub fn limits(&self) -> Limits {
        self.limits
    }

    /// Takes up the limits of an area.
    pub fn set_limits(&mut self, limits: Limits) {
        self.limits = limits;
    }

    /// The cover that stays, if there is one.
    pub fn cover(&self) -> Option<Cover> {
        self.cover
    }

    /// True in the last minute before the wipe.
    pub fn is_last_minute(&self) -> bool {
        self.cover.is_some_and(|cover| cover.warned && cover.why != CoverReason::Wiped)
    }

    /// True in the last minute before the page covers itself, or in the last half of it where there is only one.
    pub fn covers_soon(&self, now: Moment) -> bool {
        let last = MINUTE.min(u64::from(self.limits.cover) * MINUTE / 2);
        self.cover.is_none() && now + last >= self.cover_due()
    }

    /// When the page covers itself if nobody touches it.
    fn cover_due(&self) -> Moment {
        self.touched.max(self.held_until) + u64::from(self.limits.cover) * MINUTE
    }

    /// Until when both are held; `None` when they run.
    pub fn held_until(&self, now: Moment) -> Option<Moment> {
        (self.held_until > now).then_some(self.held_until)
    }

    /// Somebody touched the page. Under a cover that counts for nothing: it may be anybody.
    pub fn touch(&mut self, now: Moment) {
        self.touched = now;
    }

    /// Somebody pressed Cover.
    pub fn cover_by_hand(&mut self, now: Moment) {
        if self.cover.is_none() {
            self.put_cover(CoverReason::Hand, now);
        }
    }

    /// Somebody lifted the cover.
    pub fn uncover(&mut self, now: Moment) {
        self.cover = None;
        self.touched = now;
    }

    /// Holds both for an hour; a cover that is there is lifted.
    pub fn hold(&mut self, now: Moment) {
        self.uncover(now);
        self.held_until = now + HOLD;
    }

    /// Ends the hold; both begin afresh.
    pub fn release(&mut self, now: Moment) {
        self.held_until = now;
        self.touched = now;
    }

    /// What is due, one thing at a time: ask again until there is nothing more.
    pub fn due(&mut self, now: Moment) -> Option<Due> {
        let over = |limit| now >= limit;
        let cover_due = self.cover_due();
        match &mut self.cover {
            None => {
                // From when it was due, not from when somebody noticed: a computer may have slept.
                over(cover_due).then(|| {
                    self.put_cover(CoverReason::Idle, cover_due);
                    Due::Covered
                })
            }
            Some(Cover { why: CoverReason::Wiped, .. }) => None,
            Some(cover) => {
                let wipe = cover.since.max(self.held_until) + u64::from(self.limits.wipe) * MINUTE;
                if over(wipe) {
                    cover.why = CoverReason::Wiped;
                    return Some(Due::Wipe);
                }
                let last_minute = over(wipe - MINUTE) && !cover.warned;
                cover.warned |= last_minute;
                last_minute.then_some(Due::LastMinute)
            }
        }
    }

    fn put_cover(&mut self, why: CoverReason, since: Moment) {
        self.cover = Some(Cover { why, since, warned: false });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Moment = 1_000 * MINUTE;

    fn after(minutes: u64) -> Moment {
        START + minutes * MINUTE
    }

    fn all_due(idle: &mut Idle, now: Moment) -> Vec<Due> {
        std::iter::from_fn(|| idle.due(now)).collect()
    }

    #[test]
    fn five_minutes_untouched_cover_the_page_and_keep_everything() {
        let mut idle = Idle::new(START);
        idle.touch(after(3));
        assert_eq!(all_due(&mut idle, after(8) - 1), []);
        assert_eq!(all_due(&mut idle, after(8)), [Due::Covered]);
        assert_eq!(idle.cover().map(|cover| cover.why), Some(CoverReason::Idle));
        idle.uncover(after(9));
        assert_eq!(idle.cover(), None);
        assert_eq!(all_due(&mut idle, after(14) - 1), []);
    }

    #[test]
    fn forty_five_minutes_under_cover_wipe_after_a_minute_of_warning() {
        let mut idle = Idle::new(START);
        idle.cover_by_hand(after(1));
        idle.touch(after(40));
        assert_eq!(all_due(&mut idle, after(45) - 1), []);
        assert!(!idle.is_last_minute());
        assert_eq!(all_due(&mut idle, after(45)), [Due::LastMinute]);
        assert!(idle.is_last_minute());
        assert_eq!(all_due(&mut idle, after(46)), [Due::Wipe]);
        assert_eq!(idle.cover().map(|cover| cover.why), Some(CoverReason::Wiped));
        assert!(!idle.is_last_minute());
        assert_eq!(all_due(&mut idle, after(500)), [], "it is wiped once");
    }

    #[test]
    fn carry_on_in_the_last_minute_keeps_everything() {
        let mut idle = Idle::new(START);
        idle.cover_by_hand(START);
        assert_eq!(all_due(&mut idle, after(44)), [Due::LastMinute]);
        idle.uncover(after(44) + 1);
        assert_eq!(all_due(&mut idle, after(46)), []);
        idle.cover_by_hand(after(46));
        assert_eq!(all_due(&mut idle, after(46 + 44)), [Due::LastMinute], "a new cover warns afresh");
    }

    #[test]
    fn a_computer_that_slept_wipes_as_if_it_had_not() {
        let mut idle = Idle::new(START);
        assert_eq!(all_due(&mut idle, after(200)), [Due::Covered, Due::Wipe]);
    }

    #[test]
    fn an_hour_of_hold_stops_both() {
        let mut idle = Idle::new(START);
        idle.hold(after(4));
        assert_eq!(idle.held_until(after(5)), Some(after(64)));
        assert_eq!(all_due(&mut idle, after(64)), []);
        assert_eq!(idle.held_until(after(64)), None);
        assert_eq!(all_due(&mut idle, after(69)), [Due::Covered]);

        let mut covered = Idle::new(START);
        covered.hold(START);
        covered.cover_by_hand(after(1));
        assert_eq!(all_due(&mut covered, after(104) - 1), []);
        assert_eq!(all_due(&mut covered, after(104)), [Due::LastMinute]);
    }

    #[test]
    fn a_hold_lifts_the_cover_and_can_be_ended() {
        let mut idle = Idle::new(START);
        idle.cover_by_hand(START);
        idle.hold(after(1));
        assert_eq!(idle.cover(), None);
        idle.release(after(2));
        assert_eq!(idle.held_until(after(2)), None);
        assert_eq!(all_due(&mut idle, after(7)), [Due::Covered]);
    }

    #[test]
    fn an_area_may_set_both_within_their_range() {
        let limits = Limits::of(Count::new(2), Count::new(10), false);
        assert_eq!((limits.cover_minutes(), limits.wipe_minutes()), (2, 10));
        assert_eq!(Limits::of(None, None, false), Limits::default());
        let mut idle = Idle::new(START);
        idle.set_limits(limits);
        assert_eq!(all_due(&mut idle, after(2)), [Due::Covered]);
        assert_eq!(all_due(&mut idle, after(12)), [Due::Wipe]);
    }

    #[test]
    fn a_computer_that_residents_use_too_covers_after_a_minute_and_wipes_after_ten() {
        let mut idle = Idle::new(START);
        idle.set_limits(Limits::of(Count::new(15), Count::new(120), true));
        assert!(!idle.covers_soon(START + MINUTE / 2 - 1), "it does not warn all the time");
        assert!(idle.covers_soon(START + MINUTE / 2));
        assert_eq!(all_due(&mut idle, after(1) - 1), []);
        assert_eq!(all_due(&mut idle, after(1)), [Due::Covered]);
        assert_eq!(all_due(&mut idle, after(11) - 1), [Due::LastMinute]);
        assert_eq!(all_due(&mut idle, after(11)), [Due::Wipe]);
    }

    #[test]
    fn the_last_minute_before_a_cover_is_known() {
        let mut idle = Idle::new(START);
        assert!(!idle.covers_soon(after(4) - 1));
        assert!(idle.covers_soon(after(4)));
        idle.touch(after(4));
        assert!(!idle.covers_soon(after(5)));
        idle.hold(after(5));
        assert!(!idle.covers_soon(after(60)));
        assert!(idle.covers_soon(after(69)));
        idle.cover_by_hand(after(69));
        assert!(!idle.covers_soon(after(70)));
    }

    #[test]
    fn a_clock_put_back_wipes_nothing() {
        let mut idle = Idle::new(START);
        idle.cover_by_hand(START);
        assert_eq!(all_due(&mut idle, START - 500 * MINUTE), []);
    }
}
