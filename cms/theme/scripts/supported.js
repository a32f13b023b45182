// Tell the stylesheet, before anything is drawn, that components will come alive.
document.body.className +=
  " js-enabled" +
  ("noModule" in HTMLScriptElement.prototype ? " govuk-frontend-supported" : "");
