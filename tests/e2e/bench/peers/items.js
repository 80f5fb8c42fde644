// The work that every page does: 24 items with yes, no, don't know and a note each, a running count and a banner at 14.
export const ITEMS = Array.from({ length: 24 }, (_, at) => ({ id: `q${at + 1}`, label: `Item ${at + 1}: has this been present in the last year?` }));
export const CHOICES = [["yes", "Yes"], ["no", "No"], ["dk", "Don't know"]];
export const HIGH = 14;

/** Puts a count and a banner before the form, for libraries that render the form alone; gives what shows a new count. */
export function counter() {
  const score = Object.assign(document.createElement("p"), { id: "score", textContent: "0" });
  const high = Object.assign(document.createElement("p"), { id: "high", textContent: "High", hidden: true });
  document.body.prepend(score, high);
  return (count) => {
    score.textContent = count;
    high.hidden = count < HIGH;
  };
}
