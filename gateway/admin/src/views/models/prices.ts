/** Prices as people read and type them: tokens by the thousand or million, other units one by one. */
import type { Schemas } from "../../api/client";
import { big, typedAmount, type Exact } from "../../api/exact";

export type Model = Schemas["ManagedModel"];
export type Mode = "credits" | "usd";
export type Prices = Record<string, Exact>;

export const UNITS = ["input", "cached_input", "cache_write", "output", "reasoning", "image", "audio_second", "request"] as const;
export const PER = ["1", "1000", "1000000"] as const;
const BY_PIECE = new Set(["image", "audio_second", "request"]);

const DIGITS = 12;

export function stated(unit: string, price: Exact, per: string): string {
  return BY_PIECE.has(unit) ? big(price).toFixed() : big(price).times(per).toFixed();
}

/** The price of one unit of what was typed for `per`; undefined if it is no price. */
export function single(unit: string, typed: string, per: string): string | undefined {
  const amount = typedAmount(typed);
  if (amount === undefined || amount.startsWith("-")) return undefined;
  const price = BY_PIECE.has(unit) ? big(amount) : shifted(amount, per);
  return price.round(DIGITS).eq(price) ? price.toFixed() : undefined;
}

/** Exactly one part in `per`, whose digits a division could cut off. */
function shifted(amount: string, per: string) {
  return big(amount).times(`1e-${String(per.length - 1)}`);
}

/** What was typed in one currency, in the other. */
export function converted(typed: string, to: Mode, ratio: Exact): string {
  const amount = typedAmount(typed);
  if (amount === undefined) return typed;
  return (to === "credits" ? big(amount).times(big(ratio)) : big(amount).div(big(ratio))).round(DIGITS).toFixed();
}

/** How far a price moves, as a share of what it was; undefined where there was none. */
export function moved(before: Exact | undefined, after: Exact | undefined): number | undefined {
  if (before === undefined || after === undefined || big(before).eq(0)) return undefined;
  return Number(big(after).minus(big(before)).div(big(before)).toFixed(6));
}

export type Show = "all" | "public" | "restricted" | "private" | "free" | "unpriced" | "inherited";
export const SHOWS: readonly Show[] = ["public", "restricted", "private", "free", "unpriced", "inherited"];

/** The kinds of the export's filter, which says the same of the same model. */
export function fits(model: Model, show: Show): boolean {
  const is = {
    all: true,
    public: model.is_available && !model.is_restricted,
    restricted: model.is_available && model.is_restricted,
    private: !model.is_available,
    free: model.is_free,
    unpriced: !model.priced,
    inherited: model.inherited_from !== null,
  };
  return is[show];
}

/** A field of day and time, which is that of the reader, as a moment. */
export function momentOf(typed: string): string | undefined {
  return typed ? new Date(typed).toISOString() : undefined;
}
