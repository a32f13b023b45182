// Version 3 of reCAPTCHA has nothing to tick. A token lasts two minutes, so it is asked
// for only when the form is sent; and nobody waits for it longer than two seconds.
const PATIENCE = 2000;

function tokenFor(field) {
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE, "");
    window.grecaptcha.ready(() => {
      window.grecaptcha
        .execute(field.dataset.sitekey, { action: field.dataset.action })
        .then(resolve, () => resolve(""));
    });
  });
}

for (const field of document.querySelectorAll("input[data-captcha]")) {
  field.form.addEventListener("submit", async (event) => {
    // Where Google's script was blocked, the form goes as it is.
    if (!window.grecaptcha) return;
    event.preventDefault();
    field.value = await tokenFor(field);
    field.form.submit();
  });
}
