import type { ReactNode } from "react";

export type Tone = "plain" | "good" | "bad" | "warn" | "accent";

/** A state in one word. */
export function Pill({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`pill ${tone}`}>{children}</span>;
}
