/** Who is signed in. The token is in a cookie that no script can read. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { read, send, APP_HEADER } from "../api/client";
import { problemOf } from "../api/problem";
import type { Permission } from "./registry";

export interface Session {
  signed_in: boolean;
  username: string;
  role: string;
  permissions: Permission[];
}

export const SESSION_KEY = ["session"];

export function useSession() {
  return useQuery({
    queryKey: SESSION_KEY,
    queryFn: () => read<Session>("/auth/session"),
    staleTime: Infinity,
    retry: 3,
  });
}

/** Whether the administrator who is signed in may do it. */
export function usePermission(permission: Permission): boolean {
  return useSession().data?.permissions.includes(permission) ?? false;
}

export async function signIn(username: string, password: string, otp: string): Promise<void> {
  const body = new URLSearchParams({ username, password, otp });
  const response = await fetch("/auth/session", { method: "POST", headers: APP_HEADER, body });
  if (!response.ok) throw await problemOf(response);
}

export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    await send("DELETE", "/auth/session");
    // Nothing that this administrator has seen stays for the next one.
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
    await queries.refetchQueries({ queryKey: SESSION_KEY });
  }, [queries]);
}
