import { Table, UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconChevronUp, IconSelector } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Column } from "./types";

interface HeaderCellProps<Row> {
  column: Column<Row>;
  sort: string;
  descending: boolean;
  onSort: () => void;
}

export function HeaderCell<Row>({ column, sort, descending, onSort }: HeaderCellProps<Row>) {
  const { t } = useTranslation();
  const active = sort === column.id;
  const Arrow = !active ? IconSelector : descending ? IconChevronDown : IconChevronUp;
  return (
    <Table.Th
      className={cellClass(column)}
      {...(column.width ? { w: column.width } : {})}
      aria-sort={active ? (descending ? "descending" : "ascending") : undefined}
    >
      {column.sortable ? (
        <UnstyledButton className="sort" data-active={active} onClick={onSort} title={t("table.sortBy", { column: column.header })}>
          {column.header}
          <Arrow size={13} aria-hidden />
        </UnstyledButton>
      ) : (
        column.header
      )}
    </Table.Th>
  );
}

export function cellClass<Row>(column: Column<Row>): string {
  return [column.numeric ? "numeric" : "", column.wide ? "wide" : ""].filter(Boolean).join(" ");
}
