import { ActionIcon, Button, Group, Menu, NativeSelect, Switch, Text, TextInput } from "@mantine/core";
import "@mantine/core/styles/Switch.css";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconDownload, IconRefresh, IconSearch, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DataTableProps, Filter } from "./types";
import type { ListState } from "./useListState";

interface ToolbarProps<Row> {
  table: DataTableProps<Row>;
  state: ListState;
  live: boolean;
  onLive: (live: boolean) => void;
  onRefresh: () => void;
  selected: Row[];
  unselect: () => void;
}

export function Toolbar<Row>({ table, state, live, onLive, onRefresh, selected, unselect }: ToolbarProps<Row>) {
  const { t } = useTranslation();
  if (selected.length && table.bulk) {
    return (
      <Group className="table-toolbar" gap="xs" role="toolbar">
        <Text size="sm" fw={600}>{t("table.selected", { count: selected.length })}</Text>
        {table.bulk(selected, unselect)}
        <Button size="xs" variant="subtle" color="gray" onClick={unselect}>{t("table.unselect")}</Button>
      </Group>
    );
  }
  return (
    <Group className="table-toolbar" gap="xs">
      {table.searchable && <Search state={state} hint={table.searchHint} />}
      {table.filters?.map((filter) => <FilterField key={filter.id} filter={filter} state={state} />)}
      {state.filtered && (
        <Button size="xs" variant="subtle" color="gray" leftSection={<IconX size={14} />} onClick={state.clear}>{t("table.clear")}</Button>
      )}
      <Group gap="xs" ml="auto">
        {table.live && <Switch size="xs" label={t("table.live")} checked={live} onChange={(event) => onLive(event.currentTarget.checked)} />}
        {table.toolbar}
        {table.exportUrl && <ExportMenu table={table} state={state} />}
        <ActionIcon variant="default" size={30} aria-label={t("table.refresh")} onClick={onRefresh}><IconRefresh size={15} /></ActionIcon>
      </Group>
    </Group>
  );
}

const TYPED_MS = 250;

/** The text of a field that asks a moment after the last key, and follows the address otherwise. */
function useTyped(asked: string, ask: (typed: string) => void): [string, (typed: string) => void] {
  const [text, setText] = useState(asked);
  const [seen, setSeen] = useState(asked);
  if (seen !== asked) {
    setSeen(asked);
    if (text.trim() !== asked) setText(asked);
  }
  const later = useDebouncedCallback((typed: string) => ask(typed.trim()), TYPED_MS);
  return [
    text,
    (typed) => {
      setText(typed);
      later(typed);
    },
  ];
}

function Search({ state, hint }: { state: ListState; hint: string | undefined }) {
  const { t } = useTranslation();
  const [text, onChange] = useTyped(state.query.search, (typed) => state.change({ search: typed }));
  return (
    <TextInput
      className="table-search" size="xs" type="search" data-search aria-label={t("table.search")} placeholder={hint ?? t("table.search")} maxLength={200}
      leftSection={<IconSearch size={14} />} value={text} onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function FilterField({ filter, state }: { filter: Filter; state: ListState }) {
  const { t } = useTranslation();
  const value = state.query.filters[filter.id] ?? "";
  if (!filter.options && !filter.dated) return <TextFilter filter={filter} state={state} />;
  if (!filter.options) {
    return <TextInput className="field dated" size="xs" type="date" aria-label={filter.label} leftSection={filter.label} value={value} onChange={(event) => state.filter(filter.id, event.currentTarget.value)} />;
  }
  const all = { value: "", label: `${filter.label}: ${t("table.all").toLowerCase()}` };
  return <NativeSelect className="field" size="xs" aria-label={filter.label} data={[all, ...filter.options]} value={value} onChange={(event) => state.filter(filter.id, event.currentTarget.value)} />;
}

function TextFilter({ filter, state }: { filter: Filter; state: ListState }) {
  const [text, onChange] = useTyped(state.query.filters[filter.id] ?? "", (typed) => state.filter(filter.id, typed));
  return <TextInput className="field table-filter" size="xs" aria-label={filter.label} placeholder={filter.label} maxLength={255} value={text} onChange={(event) => onChange(event.currentTarget.value)} />;
}

function ExportMenu<Row>({ table, state }: { table: DataTableProps<Row>; state: ListState }) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconDownload size={14} />}>{t("table.export")}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label maw={220}>{t("table.exportHint")}</Menu.Label>
        {(table.exportFormats ?? ["csv", "xlsx"]).map((format) => (
          <Menu.Item key={format} component="a" href={table.exportUrl?.(state.query, format) ?? ""} download>{t(`table.${format}`)}</Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
