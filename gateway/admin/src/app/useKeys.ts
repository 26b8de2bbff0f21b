/** Keys that work everywhere: `/` search, `g` and a letter to go to a view, `?` help. */
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { View } from "./registry";

const GO_WITHIN_MS = 1500;

export function useKeys(views: readonly View[], onHelp: () => void): void {
  const navigate = useNavigate();
  const wentAt = useRef(-Infinity);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector("[role=dialog]")) return;
      if (event.key === "/") {
        const search = document.querySelector<HTMLInputElement>("input[data-search]");
        if (search) event.preventDefault();
        search?.focus();
        search?.select();
      } else if (event.key === "?") {
        onHelp();
      } else if (event.key === "g") {
        wentAt.current = event.timeStamp;
      } else if (event.timeStamp - wentAt.current < GO_WITHIN_MS) {
        wentAt.current = -Infinity;
        const view = views.find((each) => each.key === event.key);
        if (view) void navigate({ to: view.path });
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [views, onHelp, navigate]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && Boolean(target.closest("input, textarea, select, [contenteditable]"));
}
