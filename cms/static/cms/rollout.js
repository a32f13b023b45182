/* Shows how far a roll-out is, every two seconds, until it has ended. Without it the
   link on the page does the same by hand. What has the focus keeps it. */
(() => {
  const PAUSE = 2000;

  async function look() {
    const shown = document.getElementById("iv-rollout");
    const answer = await fetch(window.location.href, { credentials: "same-origin" });
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("iv-rollout");
    if (!fresh) return;
    if (fresh.dataset.face === "at-work") {
      renew(shown, fresh);
      setTimeout(look, PAUSE);
    } else {
      shown.replaceWith(document.adoptNode(fresh));
      const heading = fresh.querySelector("h2");
      document.getElementById("iv-rollout-said").textContent = heading.textContent;
    }
  }

  function renew(shown, fresh) {
    const form = shown.querySelector("form");
    for (const node of [...shown.children]) if (node !== form) node.remove();
    let before = true;
    for (const node of [...fresh.children]) {
      if (node.tagName === "FORM") before = false;
      else if (before) shown.insertBefore(document.adoptNode(node), form);
      else shown.append(document.adoptNode(node));
    }
  }

  setTimeout(look, PAUSE);
})();
