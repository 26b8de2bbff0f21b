import { ActionIcon, Button, Checkbox, Menu, Skeleton, Table } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import type { Row as TableRow } from "@tanstack/react-table";
import type { KeyboardEvent, MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../EmptyState";
import { cellClass } from "./HeaderCell";
import type { DataTableProps, RowAction } from "./types";
import type { ListState } from "./useListState";

interface BodyProps<Row> {
  table: DataTableProps<Row>;
  rows: TableRow<Row>[];
  pending: boolean;
  failed: boolean;
  state: ListState;
}

const SKELETON_ROWS = 8;

export function Body<Row>({ table, rows, pending, failed, state }: BodyProps<Row>) {
  const width = table.columns.length + (table.bulk ? 1 : 0) + (table.actions ? 1 : 0);
  if (pending) return <Placeholder width={width} />;
  if (!rows.length && !failed) {
    return (
      <Table.Tbody>
        <Table.Tr className="empty-row"><Table.Td colSpan={width}><Nothing table={table} state={state} /></Table.Td></Table.Tr>
      </Table.Tbody>
    );
  }
  return <Table.Tbody>{rows.map((row) => <Line key={row.id} table={table} row={row} />)}</Table.Tbody>;
}

function Line<Row>({ table, row }: { table: DataTableProps<Row>; row: TableRow<Row> }) {
  const { t } = useTranslation();
  const { onOpen, actions } = table;
  const open = onOpen && {
    className: "opens",
    tabIndex: 0,
    onClick: (event: MouseEvent) => {
      // Buttons, links and selected text in a row are not the row.
      const inner = (event.target as HTMLElement).closest("a, button, input, label");
      if (!inner && !window.getSelection()?.toString()) onOpen(row.original);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === "Enter" && event.target === event.currentTarget) onOpen(row.original);
    },
  };
  return (
    <Table.Tr {...open} data-selected={row.getIsSelected()}>
      {table.bulk && (
        <Table.Td>
          <Checkbox size="xs" aria-label={t("table.select")} checked={row.getIsSelected()} onChange={row.getToggleSelectedHandler()} />
        </Table.Td>
      )}
      {table.columns.map((column) => (
        <Table.Td key={column.id} className={cellClass(column)}>{column.cell(row.original)}</Table.Td>
      ))}
      {actions && <Table.Td><RowMenu actions={actions(row.original)} /></Table.Td>}
    </Table.Tr>
  );
}

function RowMenu({ actions }: { actions: RowAction[] }) {
  const { t } = useTranslation();
  if (!actions.length) return null;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t("table.actions")}><IconDots size={16} /></ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => (
          <Menu.Item key={action.label} disabled={action.disabled ?? false} onClick={action.onClick} {...(action.danger ? { className: "minus" } : {})}>
            {action.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Nothing<Row>({ table, state }: { table: DataTableProps<Row>; state: ListState }) {
  const { t } = useTranslation();
  if (state.filtered) {
    return (
      <EmptyState title={t("table.noMatch")} hint={t("table.noMatchHint")}>
        <Button size="xs" variant="default" onClick={state.clear}>{t("table.clear")}</Button>
      </EmptyState>
    );
  }
  return <EmptyState title={table.empty?.title ?? t("table.empty")} hint={table.empty?.hint}>{table.empty?.action}</EmptyState>;
}

function Placeholder({ width }: { width: number }) {
  return (
    <Table.Tbody>
      {Array.from({ length: SKELETON_ROWS }, (_, row) => (
        <Table.Tr key={row}>
          {Array.from({ length: width }, (_unused, cell) => (
            <Table.Td key={cell}><Skeleton height={12} my={4} width={cell ? "60%" : "80%"} /></Table.Td>
          ))}
        </Table.Tr>
      ))}
    </Table.Tbody>
  );
}
