/** The one table of the app: the server searches, sorts, filters and pages; the address has the state. */
import { Checkbox, Table } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getCoreRowModel, useReactTable, type RowSelectionState } from "@tanstack/react-table";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorNotice } from "../ErrorNotice";
import { Body } from "./Body";
import { Footer } from "./Footer";
import { HeaderCell } from "./HeaderCell";
import { Toolbar } from "./Toolbar";
import type { DataTableProps } from "./types";
import { useListState } from "./useListState";
import "./table.css";

const REFRESH_MS = 10_000;

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { name, scope = [], label, columns, load, rowKey, bulk } = props;
  const { t } = useTranslation();
  const state = useListState(props);
  const [live, setLive] = useState(false);
  const [selection, setSelection] = useState<RowSelectionState>({});
  const list = useQuery({
    queryKey: [name, ...scope, state.query],
    queryFn: () => load(state.query),
    placeholderData: keepPreviousData,
    // Only the newest page moves; a hidden tab does not ask at all.
    refetchInterval: live && state.page === 1 ? REFRESH_MS : false,
  });
  const rows = useMemo(() => list.data?.rows ?? [], [list.data]);
  // eslint-disable-next-line react-hooks/incompatible-library -- no compiler memoizes it here
  const table = useReactTable({
    data: rows,
    columns: useMemo(() => columns.map(({ id }) => ({ id })), [columns]),
    getRowId: rowKey,
    getCoreRowModel: getCoreRowModel(),
    manualPagination: true,
    manualSorting: true,
    enableRowSelection: Boolean(bulk),
    state: { rowSelection: selection },
    onRowSelectionChange: setSelection,
  });
  const selected = table.getSelectedRowModel().rows.map((row) => row.original);
  const unselect = (): void => setSelection({});
  const sorted = (id: string): void =>
    state.change({ sort: state.query.sort === id && !state.query.descending ? `-${id}` : id });
  return (
    <div className="card data-table" aria-busy={list.isFetching}>
      <Toolbar table={props} state={state} live={live} onLive={setLive} onRefresh={() => void list.refetch()} selected={selected} unselect={unselect} />
      {list.error && <div className="table-error"><ErrorNotice error={list.error} onRetry={() => void list.refetch()} /></div>}
      <div className="table-scroll" role="region" aria-label={label} tabIndex={0}>
        <Table highlightOnHover={Boolean(props.onOpen)} verticalSpacing={7} horizontalSpacing="sm" data-stale={list.isPlaceholderData}>
          <Table.Thead>
            <Table.Tr>
              {bulk && (
                <Table.Th w={36}>
                  <Checkbox size="xs" aria-label={t("table.selectAll")} checked={rows.length > 0 && table.getIsAllRowsSelected()} indeterminate={table.getIsSomeRowsSelected()} onChange={table.getToggleAllRowsSelectedHandler()} />
                </Table.Th>
              )}
              {columns.map((column) => (
                <HeaderCell key={column.id} column={column} sort={state.query.sort} descending={state.query.descending} onSort={() => sorted(column.id)} />
              ))}
              {props.actions && <Table.Th w={44}><span className="hidden-text">{t("table.actions")}</span></Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Body table={props} rows={table.getRowModel().rows} pending={list.isPending} state={state} failed={list.isError} />
        </Table>
      </div>
      <Footer state={state} shown={rows.length} total={list.data?.total} next={list.data?.next} pageSizes={props.pageSizes} busy={list.isPlaceholderData} />
    </div>
  );
}
