"use strict";
// Keys for people who work here all day. Every page works without this file.
(() => {
  const help = document.getElementById("exeat-keys");
  const opener = document.getElementById("exeat-keys-open");
  if (!help || !opener || !help.showModal) return;

  // A single key must be possible to switch off (WCAG 2.1.4): speech input types them.
  const OFF = "exeat-keys-off";
  const isOff = () => {
    try { return localStorage.getItem(OFF) === "yes"; } catch { return false; }
  };
  const box = help.querySelector("input");
  box.checked = !isOff();
  box.addEventListener("change", () => {
    try { localStorage.setItem(OFF, box.checked ? "no" : "yes"); } catch { box.checked = true; }
  });
  opener.hidden = false;
  opener.addEventListener("click", () => help.showModal());
  help.querySelector("button").addEventListener("click", () => help.close());

  const LISTS = "main tbody a, main .exeat-people a, main .govuk-task-list a";
  const move = by => {
    const all = [...document.querySelectorAll(LISTS)];
    const at = all.indexOf(document.activeElement);
    const to = at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by;
    if (all[to]) all[to].focus();
    return all.length > 0;
  };
  const find = () => {
    const place = help.dataset.find;
    if (!place) return false;
    const field = location.pathname === place && document.querySelector("main input.govuk-input");
    if (field) field.focus(); else location.assign(place);
    return true;
  };
  // Takes the next case. On the page of an act it only goes to the button: no single letter does anything to a person.
  const next = () => {
    const take = document.querySelector("main form[action*='/queue/take'] button");
    const act = document.querySelector("main button[name=go][value=next]");
    if (act) act.focus(); else if (take) take.click();
    return Boolean(act || take);
  };
  const KEYS = { j: () => move(1), k: () => move(-1), "/": find, n: next,
    "?": () => { help.showModal(); return true; } };

  const TYPING = "input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]";
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat && event.key === "n") return;
    if (help.open || isOff() || event.target.closest(TYPING)) return;
    const act = Object.hasOwn(KEYS, event.key) && KEYS[event.key];
    if (act && act()) event.preventDefault();
  });
})();
