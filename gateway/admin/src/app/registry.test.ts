import { expect, test } from "vitest";
import { VIEWS } from "./registry";

test("no two views have the same key, path or name", () => {
  for (const field of ["key", "path", "id"] as const) {
    const given = VIEWS.map((view) => view[field]).filter(Boolean);
    expect(new Set(given).size, field).toBe(given.length);
  }
});
