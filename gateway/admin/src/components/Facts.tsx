import type { ReactNode } from "react";

/** Names and values, one below the other. */
export function Facts({ of }: { of: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="facts">
      {of.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === null || value === undefined || value === "" ? "—" : value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What was before and after, as it was written. */
export function Recorded({ value }: { value: unknown }) {
  if (value === null || value === undefined) return <span className="quiet">—</span>;
  return <pre className="recorded">{JSON.stringify(value, null, 2)}</pre>;
}
