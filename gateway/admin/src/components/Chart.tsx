import { Skeleton } from "@mantine/core";
import { lazy, Suspense } from "react";

export interface Series {
  id: string;
  label: string;
  kind?: "bar" | "line" | "area";
}

export interface ChartProps {
  label: string;
  /** One point per place on the x axis. Figures are `approximately(exact)`: they are only drawn. */
  data: readonly ({ x: string } & Record<string, string | number>)[];
  series: readonly Series[];
  format: (value: number) => string;
  formatX?: (x: string) => string;
  height?: number;
  /** Counts of people or things: no half of one on the axis. */
  whole?: boolean;
}

// Recharts is larger than the rest of the app: it comes when the first chart is drawn.
const Canvas = lazy(() => import("./ChartCanvas"));

export function Chart({ height = 220, ...rest }: ChartProps) {
  return (
    <figure className="chart" aria-label={rest.label}>
      <Suspense fallback={<Skeleton height={height} />}>
        <Canvas {...rest} height={height} />
      </Suspense>
    </figure>
  );
}
