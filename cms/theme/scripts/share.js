// Offer the device's own way of passing a page on, where it has one.
for (const button of document.querySelectorAll("[data-share]")) {
  const shared = { title: button.dataset.title, url: button.dataset.share };
  if (!navigator.canShare?.(shared)) continue;
  button.closest("[hidden]").hidden = false;
  button.addEventListener("click", () => {
    // Whoever closes the sheet has changed their mind: nothing went wrong.
    navigator.share(shared).catch(() => {});
  });
}
