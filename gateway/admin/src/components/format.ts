/** How numbers and moments are written. Intl formats decimal strings exactly. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Exact } from "../api/exact";

const CREDIT_DIGITS = 4;
const ALL_DIGITS = 12;

export interface Formats {
  /** Credits to four decimals: for lists. */
  credits: (value: Exact) => string;
  /** Credits with every digit there is: for titles and receipts. */
  exact: (value: Exact) => string;
  money: (value: Exact, currency: string) => string;
  count: (value: Exact) => string;
  /** 0.15, 1.2K, 3.45M: for axes and tiles. */
  compact: (value: Exact) => string;
  compactMoney: (value: Exact, currency: string) => string;
  percent: (share: number) => string;
  dateTime: (moment: Moment) => string;
  date: (moment: Moment) => string;
  /** 2026-11-20 -> 20 Nov */
  day: (day: string) => string;
  month: (year: number, month: number) => string;
}

/** An ISO text, or seconds since 1970 as billing writes them. */
export type Moment = string | number;

export function useFormats(): Formats {
  const language = useTranslation().i18n.language;
  return useMemo(() => formats(language), [language]);
}

export function formats(language: string): Formats {
  const number = (options: Intl.NumberFormatOptions) => {
    const made = new Intl.NumberFormat(language, options);
    return (value: Exact): string => made.format(value as Intl.StringNumericLiteral);
  };
  const moment = (options: Intl.DateTimeFormatOptions) => {
    const made = new Intl.DateTimeFormat(language, options);
    return (value: Moment): string => made.format(asDate(value));
  };
  const shortDay = moment({ day: "numeric", month: "short", timeZone: "UTC" });
  const longMonth = moment({ month: "long", year: "numeric", timeZone: "UTC" });
  return {
    credits: number({ maximumFractionDigits: CREDIT_DIGITS }),
    exact: number({ maximumFractionDigits: ALL_DIGITS }),
    money: (value, currency) => number({ style: "currency", currency })(value),
    count: number({ maximumFractionDigits: 0 }),
    compactMoney: (value, currency) => number({ style: "currency", currency, currencyDisplay: "narrowSymbol", notation: "compact", maximumSignificantDigits: 3 })(value),
    compact: number({ notation: "compact", maximumSignificantDigits: 3 }),
    percent: (share) => number({ style: "percent", maximumFractionDigits: 1 })(share),
    dateTime: moment({ dateStyle: "medium", timeStyle: "short" }),
    date: moment({ dateStyle: "medium" }),
    day: shortDay,
    month: (year, month) => longMonth(Date.UTC(year, month - 1) / 1000),
  };
}

export function asDate(value: Moment): Date {
  return typeof value === "number" ? new Date(value * 1000) : new Date(value);
}
