// Follows the conversation: fetches the page anew when the server says that something has changed. Without this everything works by forms.
"use strict";
(() => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
  let source = null;

  const prepare = () => {
    document.querySelectorAll("input[name=zone]").forEach(field => { field.value = zone; });
    const turns = document.getElementById("turns");
    if (turns && turns.dataset.listen && !source) listen();
  };

  // A second tap while the first is on its way would only come too late.
  document.addEventListener("submit", event => {
    const form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    form.setAttribute("aria-busy", "true");
  });

  // Back and forward show a page from memory: its forms may be sent again.
  window.addEventListener("pageshow", event => {
    if (event.persisted) window.location.reload();
  });

  const typed = () => {
    const field = document.activeElement;
    return field && field.tagName === "INPUT" && field.value ? { name: field.name, id: field.id, value: field.value } : null;
  };

  const refresh = async () => {
    const answer = await fetch("/", { headers: { "X-Requested-With": "chat" }, credentials: "same-origin" });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
    const main = document.querySelector("main");
    if (!fresh || !main || main.innerHTML === fresh.innerHTML) return;
    const before = typed();
    const known = main.querySelectorAll("#turns > li").length;
    main.replaceWith(document.importNode(fresh, true));
    prepare();
    const field = before && document.getElementById(before.id);
    if (field && field.name === before.name) { field.value = before.value; field.focus(); return; }
    const latest = document.getElementById("latest");
    if (latest && document.querySelectorAll("#turns > li").length !== known) latest.focus();
  };

  const listen = () => {
    source = new EventSource("/events");
    source.onmessage = () => { refresh().catch(() => {}); };
    source.onerror = () => { if (source.readyState === EventSource.CLOSED) source = null; };
  };

  // Coming back from the secure page or from the mail, the page may have missed something.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && source) refresh().catch(() => {});
  });

  prepare();
  const latest = document.getElementById("latest");
  const field = latest && latest.querySelector("input:not([type=hidden])");
  if (field) field.focus(); else if (latest && source) latest.focus();
  if (latest && document.querySelectorAll("#turns > li").length > 1) latest.scrollIntoView({ block: "nearest" });
})();
