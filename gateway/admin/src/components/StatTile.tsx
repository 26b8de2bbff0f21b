import { Skeleton, Text } from "@mantine/core";
import type { ReactNode } from "react";

interface StatTileProps {
  label: string;
  /** undefined while it is loading: the tile keeps its size. */
  value: ReactNode | undefined;
  hint?: ReactNode;
}

/** One figure. Put several in a `<div className="tiles">`. */
export function StatTile({ label, value, hint }: StatTileProps) {
  return (
    <div className="card tile">
      <Text size="xs" className="quiet">{label}</Text>
      <div className="tile-value num">{value === undefined ? <Skeleton height={22} width={96} /> : value}</div>
      <Text size="xs" className="quiet tile-hint" component="div">{hint}</Text>
    </div>
  );
}
