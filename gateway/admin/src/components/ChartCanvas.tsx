import { Area, Bar, CartesianGrid, ComposedChart, Legend, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { ChartProps } from "./Chart";

const COLOURS = ["var(--accent)", "var(--chart-2)", "var(--chart-3)", "var(--chart-4)", "var(--chart-5)"];
const TICK = { fill: "var(--quiet)", fontSize: 12 };

export default function ChartCanvas({ data, series, format, formatX = String, height, whole = false }: ChartProps & { height: number }) {
  return (
    <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 320, height }}>
      <ComposedChart data={[...data]} margin={{ top: 8, right: 8, bottom: 0, left: 0 }} accessibilityLayer>
        <CartesianGrid stroke="var(--line)" vertical={false} />
        <XAxis dataKey="x" tickFormatter={formatX} tick={TICK} tickLine={false} axisLine={{ stroke: "var(--line)" }} minTickGap={24} />
        <YAxis tickFormatter={format} tick={TICK} tickLine={false} axisLine={false} width={44} allowDecimals={!whole} />
        <Tooltip
          formatter={(value) => format(Number(value))}
          labelFormatter={(x) => formatX(String(x))}
          cursor={{ fill: "var(--hover)" }}
          contentStyle={{ background: "var(--raised)", border: "1px solid var(--line)", borderRadius: 8, fontSize: 13 }}
          isAnimationActive={false}
        />
        {series.length > 1 && <Legend iconType="circle" iconSize={8} wrapperStyle={{ fontSize: 12 }} />}
        {series.map((each, index) => draw(each.id, each.label, each.kind ?? "bar", COLOURS[index % COLOURS.length] ?? ""))}
      </ComposedChart>
    </ResponsiveContainer>
  );
}

function draw(id: string, label: string, kind: string, colour: string) {
  if (kind === "line") return <Line key={id} dataKey={id} name={label} stroke={colour} strokeWidth={2} dot={false} isAnimationActive={false} />;
  if (kind === "area") return <Area key={id} dataKey={id} name={label} stroke={colour} strokeWidth={2} fill={colour} fillOpacity={0.12} isAnimationActive={false} />;
  return <Bar key={id} dataKey={id} name={label} fill={colour} radius={[3, 3, 0, 0]} maxBarSize={28} isAnimationActive={false} />;
}
