import type { ReactNode } from "react";

/** What a list is asked for. It is all in the address of the page. */
export interface ListQuery {
  search: string;
  sort: string;
  descending: boolean;
  filters: Record<string, string>;
  /** Where the page begins: what the answer before gave as `next`; "" is the first page. */
  cursor: string;
  limit: number;
}

export interface ListPage<Row> {
  rows: Row[];
  /** Of everything that fits the filter, from the server; never counted from pages. */
  total?: number | undefined;
  next?: string | null | undefined;
}

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  sortable?: boolean;
  /** Figures: right-aligned with digits of equal width. */
  numeric?: boolean;
  /** Left out on phones. */
  wide?: boolean;
  width?: number;
}

export interface Filter {
  id: string;
  label: string;
  /** A choice; without options it is a date. */
  options?: readonly { value: string; label: string }[];
}

export interface RowAction {
  label: string;
  onClick: () => void;
  danger?: boolean;
  disabled?: boolean;
}

export interface DataTableProps<Row> {
  /** First part of its query keys: `changes={[[name]]}` of a dialog asks for it again. */
  name: string;
  /** More of the query key, for a list that depends on something beside the address. */
  scope?: readonly string[];
  /** In front of its parameters in the address, where a page has two tables. */
  prefix?: string;
  label: string;
  columns: readonly Column<Row>[];
  load: (query: ListQuery) => Promise<ListPage<Row>>;
  rowKey: (row: Row) => string;
  searchable?: boolean;
  searchHint?: string;
  filters?: readonly Filter[];
  defaultSort?: string;
  pageSizes?: readonly number[];
  /** Menu at the end of each row. */
  actions?: (row: Row) => RowAction[];
  /** Opens the row; also by Enter. */
  onOpen?: (row: Row) => void;
  /** Shown while rows are selected; makes rows selectable. */
  bulk?: (rows: Row[], unselect: () => void) => ReactNode;
  /** Address of the file with everything that fits the filter. */
  exportUrl?: (query: ListQuery, format: ExportFormat) => string;
  exportFormats?: readonly ExportFormat[];
  empty?: { title: string; hint?: string; action?: ReactNode };
  toolbar?: ReactNode;
  /** Offers to ask again every few seconds. */
  live?: boolean;
}

export type ExportFormat = "csv" | "xlsx" | "json";

/** For services that page by offset: the cursor is the offset. */
export function offsetOf(query: ListQuery): number {
  return query.cursor ? Number(query.cursor) : 0;
}

/** The page of an answer that says how many there are. */
export function offsetPage<Row>(query: ListQuery, rows: Row[], total: number): ListPage<Row> {
  const end = offsetOf(query) + rows.length;
  return { rows, total, next: rows.length > 0 && end < total ? String(end) : null };
}
