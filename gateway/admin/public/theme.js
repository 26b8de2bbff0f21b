// Runs before anything is painted. The same key and values as Open WebUI keeps in the same browser.
(function () {
  var chosen = "system";
  try {
    chosen = localStorage.getItem("theme") || "system";
  } catch {
    // Storage may be forbidden; then the system decides.
  }
  var dark =
    chosen === "dark" ||
    chosen === "oled-dark" ||
    (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.mantineColorScheme = dark ? "dark" : "light";
  document.documentElement.dataset.oled = String(chosen === "oled-dark");
})();
