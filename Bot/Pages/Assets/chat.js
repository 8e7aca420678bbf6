// Follows the conversation: fetches the page anew when the server says that something has changed. Without this everything works by forms.
"use strict";
(() => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
  // Longer than any answer takes: after that a form may be sent again.
  const patience = 15000;
  let source = null;
  let isSending = false;

  const prepare = () => {
    document.querySelectorAll("input[name=zone]").forEach(field => { field.value = zone; });
    const turns = document.getElementById("turns");
    if (turns && turns.dataset.listen && !source) listen();
  };

  // A second tap while the first is on its way would only come too late.
  document.addEventListener("submit", event => {
    const form = event.target;
    if (isSending) { event.preventDefault(); return; }
    isSending = true;
    form.setAttribute("aria-busy", "true");
    setTimeout(() => { isSending = false; form.removeAttribute("aria-busy"); }, patience);
  });

  // Back and forward show a page from memory: its forms may be sent again.
  window.addEventListener("pageshow", event => {
    if (event.persisted) window.location.reload();
  });

  const isTyping = field => field && field.tagName === "INPUT" && field.type !== "hidden" && field.value !== "";

  // What the person holds: a field with its text, or a button.
  const held = () => {
    const at = document.activeElement;
    if (!at || !at.closest("main")) return null;
    return { selector: `${at.tagName.toLowerCase()}[name="${CSS.escape(at.name || "")}"]`, value: at.value, isField: at.tagName === "INPUT" };
  };

  const holdAgain = before => {
    const same = [...document.querySelectorAll(`main ${before.selector}`)];
    const at = same.find(candidate => candidate.value === before.value) || (before.isField ? same[0] : null);
    if (!at) return false;
    if (before.isField) at.value = before.value;
    at.focus({ preventScroll: true });
    return true;
  };

  const saysTheSame = (known, item) =>
    known.textContent === item.textContent && known.querySelectorAll("form").length === item.querySelectorAll("form").length;

  // The same words with newer forms: nothing to announce again.
  const renew = (known, item) => {
    const hidden = item.querySelectorAll("input[type=hidden]");
    known.querySelectorAll("input[type=hidden]").forEach((field, index) => { if (hidden[index]) field.value = hidden[index].value; });
    for (const name of ["id", "tabindex"]) {
      if (item.hasAttribute(name)) known.setAttribute(name, item.getAttribute(name)); else known.removeAttribute(name);
    }
  };

  // The list stays the same element, so that a screen reader hears what is added to it.
  const follow = (turns, fresh) => {
    const now = [...fresh.children];
    now.forEach((item, index) => {
      const known = turns.children[index];
      if (!known) turns.append(document.importNode(item, true));
      else if (!saysTheSame(known, item)) known.replaceWith(document.importNode(item, true));
      else renew(known, item);
    });
    while (turns.children.length > now.length) turns.lastElementChild.remove();
    if (fresh.dataset.listen) turns.dataset.listen = fresh.dataset.listen; else delete turns.dataset.listen;
  };

  const around = (main, fresh) => {
    [...main.children].filter(child => child.id !== "turns").forEach(child => child.remove());
    let isBefore = true;
    const turns = document.getElementById("turns");
    [...fresh.children].forEach(child => {
      if (child.id === "turns") { isBefore = false; return; }
      const copy = document.importNode(child, true);
      if (isBefore) turns.before(copy); else main.append(copy);
    });
  };

  const refresh = async () => {
    const answer = await fetch("/", { headers: { "X-Requested-With": "chat" }, credentials: "same-origin" });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
    const main = document.querySelector("main");
    const turns = document.getElementById("turns");
    const newTurns = fresh && fresh.querySelector("#turns");
    // A form that is on its way brings a page of its own.
    if (isSending || !main || !turns || !newTurns) return;
    const known = turns.children.length;
    const before = held();
    const wasTyping = isTyping(document.activeElement);
    follow(turns, newTurns);
    around(main, fresh);
    prepare();
    if (before && holdAgain(before)) return;
    const latest = document.getElementById("latest");
    if (latest && turns.children.length !== known && !wasTyping) latest.focus();
  };

  const listen = () => {
    let isAgain = false;
    source = new EventSource("/events");
    source.onmessage = () => { refresh().catch(() => {}); };
    // What happened while nobody listened is caught up.
    source.onopen = () => { if (isAgain) refresh().catch(() => {}); isAgain = true; };
    source.onerror = () => { if (source.readyState === EventSource.CLOSED) source = null; };
  };

  // Coming back from the secure page or from the mail, the page may have missed something.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && source) refresh().catch(() => {});
  });

  const begin = () => {
    const latest = document.getElementById("latest");
    const field = latest && latest.querySelector("input:not([type=hidden])");
    if (field) field.focus(); else if (latest && source) latest.focus();
    if (latest && document.querySelectorAll("#turns > li").length > 1) latest.scrollIntoView({ block: "nearest" });
  };

  prepare();
  begin();
  // The browser itself goes to the newest answer, for which there is a fragment in the address: the field in it is what people want.
  window.addEventListener("load", begin);
})();
