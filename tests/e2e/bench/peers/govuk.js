// A page of govuk-frontend, whose form a server sends as markup.
import "govuk-frontend/dist/govuk/govuk-frontend.min.css";
import { initAll } from "govuk-frontend";
import { ITEMS, counter } from "./items.js";

const show = counter();
addEventListener("change", () => show(ITEMS.filter(({ id }) => document.querySelector(`[name="${id}"][value="yes"]:checked`)).length));
initAll();
