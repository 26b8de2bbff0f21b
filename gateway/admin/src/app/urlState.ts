/** State that belongs to the address: filters, order, page. Back, reload and a shared link keep it. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";

export type UrlState = Record<string, string | undefined>;

/** The parameters of the address and a way to change some of them; undefined or "" removes one. */
export function useUrlState(): [UrlState, (changes: UrlState, replace?: boolean) => void] {
  const search = useSearch({ strict: false }) as UrlState;
  const navigate = useNavigate();
  const change = useCallback(
    (changes: UrlState, replace = false) =>
      void navigate({ to: ".", search: (before: UrlState) => ({ ...before, ...changes }), replace }),
    [navigate],
  );
  return [search, change];
}
