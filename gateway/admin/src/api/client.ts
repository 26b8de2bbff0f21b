/** The one way to the API. Paths, parameters and answers have the types of docs/api/openapi.json. */
import createClient from "openapi-fetch";
import { keepDigits } from "./exact";
import { problemOf } from "./problem";
import type { components, paths } from "./schema";

export type Schemas = components["schemas"];

/** A page of another site cannot send it, so the gateway believes the cookie beside it. */
export const APP_HEADER = { "X-OWC-App": "admin" };

export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? "http://localhost",
  credentials: "same-origin",
  headers: APP_HEADER,
  fetch: (request) => globalThis.fetch(request),
});

api.use({
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response);
    if (!response.headers.get("content-type")?.includes("json")) return undefined;
    const { status, headers } = response;
    return new Response(keepDigits(await response.text()), { status, headers });
  },
});

/** The content of an answer; refusals were thrown as `ApiProblem` before. */
export async function call<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T;
}

/** For an address whose answer the API does not describe. */
export async function read<T>(path: string, query: Record<string, string | undefined> = {}): Promise<T> {
  return send<T>("GET", withQuery(path, query));
}

export async function send<T>(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<T> {
  const response = await fetch(path, {
    method,
    credentials: "same-origin",
    headers: { ...APP_HEADER, ...headers, ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
    body: body === undefined ? null : JSON.stringify(body),
  });
  if (!response.ok) throw await problemOf(response);
  const text = await response.text();
  return (text ? JSON.parse(keepDigits(text)) : undefined) as T;
}

/** `path` with those parameters that have a value. */
export function withQuery(path: string, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return given.length ? `${path}?${new URLSearchParams(given).toString()}` : path;
}

/** Made when a dialog opens, so that a double click and a retry are one change. */
export function newKey(): string {
  // crypto.randomUUID is missing where the page came over plain http from another machine.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
