/** Amounts as the wire has them: a string with all its digits, or a whole number JavaScript can hold. */
import Big from "big.js";

export type Exact = string | number;

// A string, which is skipped, or a number.
const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * Quotes every JSON number that JSON.parse would or might round. TypeScript then refuses to
 * calculate with it, because `Exact` may be a string.
 */
export function keepDigits(json: string): string {
  return json.replace(TOKENS, (token) =>
    token.startsWith('"') || Number.isSafeInteger(Number(token)) && /^-?\d+$/.test(token)
      ? token
      : `"${token}"`,
  );
}

/** Exact arithmetic: `big(a).plus(b).toFixed()`. */
export function big(value: Exact): Big {
  return new Big(value);
}

/** For drawing and sorting only: a chart has fewer pixels than a double has digits. */
export function approximately(value: Exact): number {
  return Number(value);
}

/** What a person typed, in the wire's form; undefined if it is no number. */
export function typedAmount(text: string): string | undefined {
  const plain = text.trim().replace(/\s/g, "").replace(",", ".");
  return /^-?\d{1,18}(\.\d{1,12})?$/.test(plain) ? plain : undefined;
}
