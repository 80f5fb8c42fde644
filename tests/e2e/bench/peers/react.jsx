// Written by hand with React.
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { CHOICES, HIGH, ITEMS } from "./items.js";

function App() {
  const [answers, set] = useState({});
  const count = Object.values(answers).filter((answer) => answer === "yes").length;
  return (
    <>
      <p id="score">{count}</p>
      <p id="high" hidden={count < HIGH}>High</p>
      {ITEMS.map(({ id, label }) => (
        <fieldset key={id}>
          <legend>{label}</legend>
          {CHOICES.map(([value, text]) => (
            <label key={value}>
              <input type="radio" name={id} value={value} checked={answers[id] === value} onChange={() => set((all) => ({ ...all, [id]: value }))} />
              {text}
            </label>
          ))}
          <textarea />
        </fieldset>
      ))}
    </>
  );
}
createRoot(document.getElementById("app")).render(<App />);
