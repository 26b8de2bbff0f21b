import type { Exact } from "../api/exact";
import { useFormats, type Moment, asDate } from "./format";

interface CreditsProps {
  value: Exact | null | undefined;
  /** Green for what came in, red for what went out. */
  signed?: boolean;
}

/** Credits, right-aligned digits; every digit is in the title. */
export function Credits({ value, signed = false }: CreditsProps) {
  const { credits, exact } = useFormats();
  if (value === null || value === undefined) return <span className="quiet">—</span>;
  const negative = String(value).startsWith("-");
  const tone = signed && !/^-?0(\.0+)?$/.test(String(value)) ? (negative ? " minus" : " plus") : "";
  return (
    <span className={`num${tone}`} title={exact(value)}>
      {tone === " plus" && "+"}
      {credits(value)}
    </span>
  );
}

/** An amount of money with its currency. */
export function Money({ value, currency }: { value: Exact | null | undefined; currency: string }) {
  const { money } = useFormats();
  if (value === null || value === undefined) return <span className="quiet">—</span>;
  return <span className="num">{money(value, currency)}</span>;
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
