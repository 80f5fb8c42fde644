// react-jsonschema-form.
import { useState } from "react";
import { createRoot } from "react-dom/client";
import Form from "@rjsf/core";
import validator from "@rjsf/validator-ajv8";
import { CHOICES, HIGH, ITEMS } from "./items.js";

const schema = { type: "object", properties: {} };
const ui = {};
for (const { id, label } of ITEMS) {
  schema.properties[id] = { type: "string", title: label, enum: CHOICES.map(([value]) => value) };
  ui[id] = { "ui:widget": "radio" };
  schema.properties[`${id}n`] = { type: "string", title: "Note" };
  ui[`${id}n`] = { "ui:widget": "textarea" };
}
function App() {
  const [data, set] = useState({});
  const count = ITEMS.filter(({ id }) => data[id] === "yes").length;
  return (
    <>
      <p id="score">{count}</p>
      <p id="high" hidden={count < HIGH}>High</p>
      <Form schema={schema} uiSchema={ui} validator={validator} formData={data} onChange={(event) => set(event.formData)} />
    </>
  );
}
createRoot(document.getElementById("app")).render(<App />);
