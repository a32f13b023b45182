// Passkeys: ask the browser for one, put its answer into the form, send the form.
// Forms say what they want in data-passkey: "sign-in", "use" or "add".
(() => {
  const options = () =>
    JSON.parse(document.getElementById("passkey-options").textContent);

  async function askForSignIn(form) {
    const response = await fetch(form.action, {
      headers: { Accept: "application/json" },
    });
    if (!response.ok) throw new Error(`No passkey options: ${response.status}`);
    return webauthnJSON.get((await response.json()).request_options);
  }

  async function add() {
    const wanted = options().creation_options;
    const selection = wanted.publicKey.authenticatorSelection;
    selection.residentKey = "required";
    selection.requireResidentKey = true;
    selection.userVerification = "required";
    return webauthnJSON.create(wanted);
  }

  const asking = {
    "sign-in": askForSignIn,
    use: () => webauthnJSON.get(options().request_options),
    add,
  };

  function start(form) {
    const button = form.querySelector("[data-passkey-button]");
    const failed = form.querySelector("[data-passkey-failed]");
    if (!window.webauthnJSON || !webauthnJSON.supported()) {
      form.querySelector("[data-passkey-missing]").hidden = false;
      return;
    }
    button.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      failed.hidden = true;
      try {
        const credential = await asking[form.dataset.passkey](form);
        form.elements.credential.value = JSON.stringify(credential);
        form.submit();
      } catch {
        failed.hidden = false;
      }
    });
  }

  document.querySelectorAll("form[data-passkey]").forEach(start);
})();
