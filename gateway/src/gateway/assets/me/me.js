// Everything works without this file; it saves clicks.
for (const chooser of document.querySelectorAll("[data-send]")) {
  chooser.addEventListener("change", () => chooser.form.requestSubmit());
}
for (const button of document.querySelectorAll("[data-without-script]")) button.hidden = true;

document.querySelector("header [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

// The key of the form makes a second click harmless already; this makes it impossible.
for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", () => {
    for (const button of form.querySelectorAll("button")) button.disabled = true;
  });
}
addEventListener("pageshow", (event) => {
  if (event.persisted) for (const button of document.querySelectorAll("button")) button.disabled = false;
});

// Whoever types another amount means that one.
const other = document.getElementById("other");
const preferOther = () => {
  for (const radio of document.getElementsByName("amount")) radio.disabled = other.value !== "";
};
if (other?.value) preferOther();
other?.addEventListener("input", preferOther);

// The payment page asks again until it is settled: 2 s, slower with time, for about ten minutes.
async function poll(node, round) {
  if (!node?.dataset.poll || round > 80) return;
  await new Promise((wake) => setTimeout(wake, Math.min(2000 + round * 200, 10000)));
  let fresh = node;
  try {
    const answer = await fetch(node.dataset.poll, { headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = page.getElementById("outcome");
    if (answer.ok && found && (found.textContent !== node.textContent || !found.dataset.poll)) {
      fresh = document.importNode(found, true);
      node.replaceWith(fresh);
    }
  } catch {
    // Away for a moment: the next round tells.
  }
  poll(fresh, round + 1);
}
poll(document.getElementById("outcome"), 0);
