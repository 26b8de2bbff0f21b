import { approximately, type Exact } from "../api/exact";
import { useFormats, type Moment, asDate } from "./format";

/** From here on a tile says 1.25M: what is longer would be broken in the middle. */
const SHORT_FROM = 1_000_000;

interface CreditsProps {
  value: Exact | null | undefined;
  /** Green for what came in, red for what went out. */
  signed?: boolean;
  /** For tiles: large amounts in three digits. */
  short?: boolean;
}

/** Credits, right-aligned digits; every digit is in the title. */
export function Credits({ value, signed = false, short = false }: CreditsProps) {
  const { compact, credits, exact } = useFormats();
  if (value === null || value === undefined) return <span className="quiet">—</span>;
  const negative = String(value).startsWith("-");
  const tone = signed && !/^-?0(\.0+)?$/.test(String(value)) ? (negative ? " minus" : " plus") : "";
  return (
    <span className={`num${tone}`} title={exact(value)}>
      {tone === " plus" && "+"}
      {short && isLarge(value) ? compact(value) : credits(value)}
    </span>
  );
}

/** An amount of money with its currency. */
export function Money({ value, currency, short = false }: { value: Exact | null | undefined; currency: string; short?: boolean }) {
  const { compactMoney, money } = useFormats();
  if (value === null || value === undefined) return <span className="quiet">—</span>;
  const whole = money(value, currency);
  return <span className="num" title={whole}>{short && isLarge(value) ? compactMoney(value, currency) : whole}</span>;
}

function isLarge(value: Exact): boolean {
  return Math.abs(approximately(value)) >= SHORT_FROM;
}

export function Count({ value }: { value: Exact | null | undefined }) {
  const { count } = useFormats();
  if (value === null || value === undefined) return <span className="quiet">—</span>;
  return <span className="num">{count(value)}</span>;
}

/** A moment in the reader's time zone; the exact one is in the title. */
export function When({ at }: { at: Moment | null | undefined }) {
  const { dateTime } = useFormats();
  if (at === null || at === undefined) return <span className="quiet">—</span>;
  const iso = asDate(at).toISOString();
  return <time className="num" dateTime={iso} title={iso}>{dateTime(at)}</time>;
}
