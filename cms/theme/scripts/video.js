// A video's player comes from elsewhere, and only once somebody presses for it.
for (const screen of document.querySelectorAll("[data-video]")) {
  const start = screen.querySelector("[data-video-start]");
  start.hidden = false;
  start.querySelector("button").addEventListener("click", () => {
    const player = document.createElement("iframe");
    player.src = screen.dataset.video;
    player.title = screen.dataset.title;
    player.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
    player.allowFullscreen = true;
    // The players refuse to play where they are not told which site they are on.
    player.referrerPolicy = "strict-origin-when-cross-origin";
    screen.replaceChildren(player);
    screen.classList.add("iv-video__screen--playing");
    player.focus();
  });
}
