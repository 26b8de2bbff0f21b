/** The query of a list, read from the address of the page and written to it. */
import { useMemo, useRef } from "react";
import { useUrlState, type UrlState } from "../../app/urlState";
import type { DataTableProps, ListQuery } from "./types";

export interface ListState {
  query: ListQuery;
  page: number;
  filtered: boolean;
  change: (changes: Partial<Record<"search" | "sort" | "size", string>>) => void;
  filter: (id: string, value: string) => void;
  clear: () => void;
  next: (cursor: string) => void;
  first: () => void;
  back: () => void;
}

const FIRST = { after: undefined, page: undefined };

export function useListState<Row>(props: DataTableProps<Row>): ListState {
  const { prefix = "", filters = [], defaultSort = "", pageSizes = [50] } = props;
  const [url, setUrl] = useUrlState();
  const ids = filters.map((each) => each.id);
  const named = (changes: UrlState): UrlState =>
    Object.fromEntries(Object.entries(changes).map(([name, value]) => [prefix + name, value]));
  const read = (name: string): string => url[prefix + name] ?? "";
  const sort = read("sort") || defaultSort;
  const size = Number(read("size"));
  const given = JSON.stringify([read("q"), sort, read("after"), size, ids.map((id) => [id, read(id)])]);
  const query = useMemo<ListQuery>(() => {
    const [search, order, cursor, limit, chosen] = JSON.parse(given) as [string, string, string, number, [string, string][]];
    return {
      search,
      sort: order.replace(/^-/, ""),
      descending: order.startsWith("-"),
      filters: Object.fromEntries(chosen.filter(([, value]) => value)),
      cursor,
      limit: pageSizes.includes(limit) ? limit : (pageSizes[0] ?? 50),
    };
    // The sizes are written in the code of the view: they do not change.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [given]);
  // A cursor only leads forward: this is where the pages before began.
  const seen = useRef(new Map<number, string>());
  const page = Math.max(1, Number(read("page")) || 1);
  return {
    query,
    page,
    filtered: query.search !== "" || Object.keys(query.filters).length > 0,
    change: ({ search, ...rest }) =>
      setUrl(named({ ...rest, ...FIRST, ...(search === undefined ? {} : { q: search }) }), search !== undefined),
    filter: (id, value) => setUrl(named({ [id]: value, ...FIRST })),
    clear: () => setUrl(named({ q: undefined, ...Object.fromEntries(ids.map((id) => [id, undefined])), ...FIRST })),
    next: (cursor) => {
      seen.current.set(page, query.cursor);
      setUrl(named({ after: cursor, page: String(page + 1) }));
    },
    first: () => setUrl(named(FIRST)),
    back: () => {
      const before = page > 2 ? seen.current.get(page - 1) : undefined;
      setUrl(named(before ? { after: before, page: String(page - 1) } : FIRST));
    },
  };
}
