// The theme, before anything is painted; it is the one that Open WebUI keeps on the same host.
(() => {
  const root = document.documentElement;
  const show = (theme) => (root.dataset.theme = theme);
  const stored = () => {
    try { return localStorage.theme || "system"; } catch { return "system"; }
  };
  root.classList.add("js");
  show(stored());

  const number = (text) => {
    const plain = root.lang === "ru" ? text.replace(/\s/g, "").replace(",", ".") : text.replace(/,/g, "");
    return parseFloat(plain) || 0;
  };

  function themes() {
    const select = document.querySelector("select.theme");
    select.hidden = false;
    select.value = stored();
    select.addEventListener("change", () => {
      show(select.value);
      try { localStorage.theme = select.value; } catch { /* it holds for this page */ }
    });
  }

  function list(form, table) {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    const query = form.elements.q;
    const names = rows.map((row) => row.cells[0].textContent.toLowerCase());
    const shown = document.querySelector(".shown span");
    const empty = document.querySelector("section.empty");

    const remember = () => {
      const wanted = new URLSearchParams(new FormData(form));
      for (const [name, value] of [...wanted]) if (!value) wanted.delete(name);
      history.replaceState(null, "", "?" + wanted);
    };
    const filter = () => {
      const words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
      let count = 0;
      rows.forEach((row, i) => {
        row.hidden = !words.every((word) => names[i].includes(word));
        if (!row.hidden) count++;
      });
      shown.textContent = count.toLocaleString(root.lang);
      empty.hidden = count > 0;
      table.hidden = !count;
    };
    const sort = (link) => {
      const head = link.parentElement;
      const down = head.ariaSort === "ascending";
      const key = link.dataset.sort;
      const cell = (row) => row.cells[head.cellIndex].textContent;
      const compare = key === "name"
        ? (a, b) => a.cells[0].firstChild.textContent.localeCompare(b.cells[0].firstChild.textContent, root.lang)
        : (a, b) => number(cell(a)) - number(cell(b));
      body.append(...[...body.rows].sort((a, b) => (down ? -1 : 1) * compare(a, b)));
      for (const other of table.querySelectorAll("[aria-sort]")) other.removeAttribute("aria-sort");
      head.ariaSort = down ? "descending" : "ascending";
      form.elements.sort.value = (down ? "-" : "") + key;
      remember();
    };

    query.addEventListener("input", () => { filter(); remember(); });
    query.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault();
    });
    form.addEventListener("change", (event) => {
      if (event.target !== query && form.reportValidity()) form.submit();
    });
    table.tHead.addEventListener("click", (event) => {
      const link = event.target.closest("[data-sort]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      sort(link);
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "/" && !event.target.closest("input, select")) {
        event.preventDefault();
        query.focus();
      }
    });
    if (query.value) filter();
  }

  document.addEventListener("DOMContentLoaded", () => {
    themes();
    const table = document.querySelector("table.list");
    if (table) list(document.querySelector("form.tools"), table);
  });
})();
