import { Text, Timeline as Line } from "@mantine/core";
import "@mantine/core/styles/Timeline.css";
import type { ReactNode } from "react";
import { When } from "../../components/Amount";
import type { Moment } from "../../components/format";

export interface Step {
  at: Moment;
  title: ReactNode;
  detail?: ReactNode;
}

/** What happened, in order. */
export function Timeline({ steps }: { steps: readonly Step[] }) {
  return (
    <Line bulletSize={10} lineWidth={1} color="gray">
      {steps.map((step, place) => (
        <Line.Item key={place} title={<Text size="sm">{step.title}</Text>}>
          <Text size="xs" className="quiet" component="div"><When at={step.at} /> {step.detail && <span className="preserve">· {step.detail}</span>}</Text>
        </Line.Item>
      ))}
    </Line>
  );
}
