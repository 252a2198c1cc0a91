import { lessons } from "./lessons.js";
import { load, save } from "./settings.js";
import { render } from "./week.js";

const dialog = document.querySelector("#settings");
const form = dialog.querySelector("form");
const settings = load();

form.weekend.checked = settings.weekend;
form.addEventListener("change", () => {
  settings.weekend = form.weekend.checked;
  save(settings);
  draw();
});
document.querySelector("#settings-button").addEventListener("click", () => dialog.showModal());

function draw() {
  document.querySelector("#week").innerHTML = render(lessons, settings, new Date());
}
draw();
