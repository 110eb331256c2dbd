// A convenience only: what belongs together lights up together. The page works without it.
"use strict";
for (const section of document.querySelectorAll("section")) {
  const all = section.querySelectorAll("[data-r]");
  const light = (at) => {
    const wanted = at ? at.dataset.r.split(" ") : [];
    for (const one of all) {
      const shares = one.dataset.r.split(" ").some((r) => wanted.includes(r));
      one.classList.toggle("on", shares && one !== at);
    }
  };
  for (const kind of ["mouseover", "focusin"]) {
    section.addEventListener(kind, (event) => light(event.target.closest("[data-r]")));
  }
  for (const kind of ["mouseleave", "focusout"]) {
    section.addEventListener(kind, () => light(null));
  }
}
