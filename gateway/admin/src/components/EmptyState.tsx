import { Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";

/** Says why there is nothing, and offers what to do next. */
export function EmptyState({ title, hint, children }: { title: string; hint?: string | undefined; children?: ReactNode }) {
  return (
    <Stack align="center" gap={6} py={48} px="md" ta="center">
      <Text fw={600}>{title}</Text>
      {hint && <Text size="sm" className="quiet" maw={460}>{hint}</Text>}
      {children && <div className="empty-action">{children}</div>}
    </Stack>
  );
}
