/** How answers are kept: fresh on every visit, asked again only where asking again can help. */
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "../api/problem";
import { SESSION_KEY } from "./session";

const TRY_AGAIN = new Set([502, 503, 504]);
const UNAUTHENTICATED = 401;

function noticeEnd(error: Error): void {
  // The shell then shows the sign-in form; the address stays, so the view is still there afterwards.
  if (error instanceof ApiProblem && error.status === UNAUTHENTICATED) {
    void queries.invalidateQueries({ queryKey: SESSION_KEY });
  }
}

export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEnd }),
  mutationCache: new MutationCache({ onError: noticeEnd }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => error instanceof ApiProblem && TRY_AGAIN.has(error.status) && count < 2,
    },
    mutations: { retry: false },
  },
});
