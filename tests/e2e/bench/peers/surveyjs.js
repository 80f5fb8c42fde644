// SurveyJS.
import { Model } from "survey-core";
import { renderSurvey } from "survey-js-ui";
import { CHOICES, ITEMS, counter } from "./items.js";

const choices = CHOICES.map(([value, text]) => ({ value, text }));
const survey = new Model({
  elements: ITEMS.flatMap(({ id, label }) => [
    { type: "radiogroup", name: id, title: label, choices },
    { type: "comment", name: `${id}n`, title: "Note" },
  ]),
});
const show = counter();
survey.onValueChanged.add(() => show(ITEMS.filter(({ id }) => survey.getValue(id) === "yes").length));
renderSurvey(survey, document.getElementById("app"));
