// Let a reader hide an alert until they close the tab. No cookie: the tab alone keeps
// which alert it was, and nothing is kept where the browser allows no keeping.
// Read at once, before the page is drawn: what was hidden does not flash up again.
(() => {
  const kept = (mark) => {
    try {
      return sessionStorage.getItem(`iv-alert-${mark}`) !== null;
    } catch {
      return false;
    }
  };
  const keep = (mark) => {
    try {
      sessionStorage.setItem(`iv-alert-${mark}`, "");
    } catch {
      // Hidden on this page alone.
    }
  };
  const region = document.querySelector(".iv-alerts");

  const hide = (alert) => {
    alert.hidden = true;
    region.hidden = !region.querySelector("[data-alert]:not([hidden])");
  };
  // Whoever pressed a button that is gone must not be left nowhere.
  const goOn = () => {
    const next = region.querySelector("[data-alert]:not([hidden]) .iv-alert__hide");
    const main = document.getElementById("main-content");
    if (!next) main.tabIndex = -1;
    (next ?? main).focus({ preventScroll: !next });
  };

  for (const alert of region.querySelectorAll("[data-alert]")) {
    const { alert: mark } = alert.dataset;
    if (kept(mark)) hide(alert);
    const button = alert.querySelector(".iv-alert__hide");
    button.hidden = false;
    button.addEventListener("click", () => {
      keep(mark);
      hide(alert);
      goOn();
    });
  }
})();
