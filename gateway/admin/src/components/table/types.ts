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
  /** A choice of these; without them a text, or a day if it is `dated`. */
  options?: readonly { value: string; label: string }[];
  dated?: boolean;
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

/** For histories that lead on by the id of their last row. */
export function keysetPage<Row extends { id: number }>(rows: Row[], total: number | undefined, more: boolean): ListPage<Row> {
  return { rows, total, next: more ? String(rows.at(-1)?.id ?? "") || null : null };
}

/** The first moment of a day and of the day after, where the reader is. */
export function dayBounds(query: ListQuery): { since?: string; until?: string } {
  const { since, until } = query.filters;
  const after = until ? new Date(`${until}T00:00`) : undefined;
  after?.setDate(after.getDate() + 1);
  return { ...(since ? { since: new Date(`${since}T00:00`).toISOString() } : {}), ...(after ? { until: after.toISOString() } : {}) };
}

/** For a short list that the API gives whole: searched and put in order here. */
export function wholeList<Row>(query: ListQuery, rows: readonly Row[], text: (row: Row) => string, by: Record<string, (row: Row) => string | number>): ListPage<Row> {
  const words = query.search.toLowerCase();
  const found = rows.filter((row) => text(row).toLowerCase().includes(words));
  const value = by[query.sort];
  if (value) {
    const collator = new Intl.Collator(undefined, { numeric: true });
    const compare = (a: Row, b: Row): number => {
      const [one, other] = [value(a), value(b)];
      return typeof one === "number" && typeof other === "number" ? one - other : collator.compare(String(one), String(other));
    };
    found.sort((a, b) => (query.descending ? compare(b, a) : compare(a, b)));
  }
  return { rows: found, total: found.length, next: null };
}
