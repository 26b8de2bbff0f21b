import { Group, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

/** The name of a view, one line about it, and what can be done on the whole of it. */
export function PageHeader({ title, hint, children }: { title: ReactNode; hint?: ReactNode; children?: ReactNode }) {
  return (
    <Group justify="space-between" align="flex-start" mb="md" gap="sm" className="page-header">
      <div>
        <Title order={1}>{title}</Title>
        {hint && <Text size="sm" className="quiet" mt={2}>{hint}</Text>}
      </div>
      {children && <Group gap="xs">{children}</Group>}
    </Group>
  );
}
