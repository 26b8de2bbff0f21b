import { expect, test } from "vitest";
import { big, keepDigits, typedAmount } from "./exact";

test("a number with more digits than a double keeps them", () => {
  const parsed = JSON.parse(keepDigits('{"a":123456789012345678.123456789012,"b":-0.1,"c":1e-12}'));
  expect(parsed).toEqual({ a: "123456789012345678.123456789012", b: "-0.1", c: "1e-12" });
  expect(big(parsed.c).plus(parsed.a).toFixed()).toBe("123456789012345678.123456789013");
});

test("counts stay numbers and text stays text", () => {
  const text = '{"n":12,"big":9007199254740993,"s":"1.5 \\"2.5\\" 3.5","list":[1.0,-7]}';
  expect(JSON.parse(keepDigits(text))).toEqual({
    n: 12,
    big: "9007199254740993",
    s: '1.5 "2.5" 3.5',
    list: ["1.0", -7],
  });
});

test("an amount is read as people type it, and refused where it is none", () => {
  expect(typedAmount(" 1 250,50 ")).toBe("1250.50");
  expect(typedAmount("0.000000000001")).toBe("0.000000000001");
  for (const wrong of ["", "1.2.3", "1e5", "abc", "0.0000000000001", "--1"]) {
    expect(typedAmount(wrong)).toBeUndefined();
  }
});
