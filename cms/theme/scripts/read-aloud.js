// Read the page aloud, by a voice of the device that speaks the page's language.
//
// The button stays hidden without one. Voices that are not on the device are left alone:
// they would send what stands on the page, answers too, to whoever made the browser.
const button = document.querySelector("[data-read-aloud]");
const speech = window.speechSynthesis;
const language = document.documentElement.lang.slice(0, 2).toLowerCase();
const silent =
  "button, nav, audio, script, style, select, input, textarea, [hidden], [aria-hidden='true']";
const own = "p, li, h1, h2, h3, legend, label, dt, dd, .govuk-hint, .govuk-error-message";

const voice = () =>
  speech
    .getVoices()
    .find((one) => one.localService && one.lang.toLowerCase().split(/[-_]/)[0] === language);

// One piece a line: browsers break off what is long.
function pieces() {
  const main = document.querySelector("main");
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const lines = new Map();
  while (walker.nextNode()) {
    const { parentElement: at, data } = walker.currentNode;
    if (!data.trim() || at.closest(silent) || !(at.checkVisibility?.() ?? true)) continue;
    const line = at.closest(own) ?? at;
    lines.set(line, `${lines.get(line) ?? ""} ${data.trim()}`.trim());
  }
  return [...lines.values()];
}

if (button && speech) {
  const [read, stop] = [button.textContent, button.dataset.readAloud];
  let speaking = false;

  const end = () => {
    speaking = false;
    speech.cancel();
    button.textContent = read;
  };
  const start = () => {
    speech.cancel();
    speaking = true;
    button.textContent = stop;
    const said = pieces().map((text) => {
      const piece = new SpeechSynthesisUtterance(text);
      piece.voice = voice();
      piece.lang = piece.voice.lang;
      piece.rate = 0.9;
      return piece;
    });
    // A piece that was cut off ends, too: only the last of those still wanted counts.
    said.at(-1).addEventListener("end", () => speaking && end());
    for (const piece of said) speech.speak(piece);
  };
  const show = () => {
    button.hidden = !voice();
  };

  button.addEventListener("click", () => (speaking ? end() : start()));
  // Some browsers know their voices at once, some later.
  speech.addEventListener?.("voiceschanged", show);
  addEventListener("pagehide", end);
  show();
}
