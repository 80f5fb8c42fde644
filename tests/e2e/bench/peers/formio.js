// Form.io.
import { Formio } from "@formio/js";
import { CHOICES, ITEMS, counter } from "./items.js";

const values = CHOICES.map(([value, label]) => ({ value, label }));
const components = ITEMS.flatMap(({ id, label }) => [
  { type: "radio", key: id, label, input: true, values },
  { type: "textarea", key: `${id}n`, label: "Note", input: true },
]);
const show = counter();
Formio.createForm(document.getElementById("app"), { components }).then((form) => {
  form.on("change", () => show(ITEMS.filter(({ id }) => form.submission.data[id] === "yes").length));
});
