import { ActionIcon, Group, NativeSelect, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconChevronsLeft } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../format";
import type { ListState } from "./useListState";

interface FooterProps {
  state: ListState;
  shown: number;
  total: number | undefined;
  next: string | null | undefined;
  pageSizes: readonly number[] | undefined;
  busy: boolean;
}

export function Footer({ state, shown, total, next, pageSizes = [50], busy }: FooterProps) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const from = (state.page - 1) * state.query.limit;
  const range = shown ? t("table.range", { from: count(from + 1), to: count(from + shown) }) : "";
  const whole = total === undefined ? "" : t("table.of", { total: count(total) });
  const single = state.page === 1 && !next;
  return (
    <Group className="table-footer" gap="xs" justify="space-between">
      <Text size="xs" className="quiet num" aria-live="polite">
        {single && total !== undefined ? t("table.total", { count: total, formatted: count(total) }) : `${range} ${whole}`}
      </Text>
      <Group gap={4}>
        {pageSizes.length > 1 && (
          <NativeSelect size="xs" aria-label={t("table.perPage")} data={pageSizes.map(String)} value={String(state.query.limit)} onChange={(event) => state.change({ size: event.currentTarget.value })} />
        )}
        <ActionIcon variant="default" size={28} disabled={state.page === 1} onClick={state.first} aria-label={t("table.first")}><IconChevronsLeft size={15} /></ActionIcon>
        <ActionIcon variant="default" size={28} disabled={state.page === 1} onClick={state.back} aria-label={t("table.previous")}><IconChevronLeft size={15} /></ActionIcon>
        <ActionIcon variant="default" size={28} disabled={!next || busy} onClick={() => next && state.next(next)} aria-label={t("table.next")}><IconChevronRight size={15} /></ActionIcon>
      </Group>
    </Group>
  );
}
