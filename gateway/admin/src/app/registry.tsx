/** Every view of the app: a line here is all that the shell needs to know. */
import {
  IconChartBar, IconClipboardList, IconCoins, IconFileDescription, IconHome, IconKey, IconReportMoney, IconShieldLock, IconSitemap,
  IconUserCog, IconUsers,
} from "@tabler/icons-react";
import type { ComponentType } from "react";

export type Permission = "read" | "people" | "money" | "prices" | "audit" | "access";
export type Group = "home" | "people" | "prices" | "money" | "records" | "system";

export interface View {
  /** Name of its folder in views/, of its texts in locales/ and, as `nav.<id>`, of its menu entry. */
  id: string;
  group: Group;
  /** Below /admin. Never /billing: existing clients call the API there. */
  path: string;
  permission: Permission;
  icon: ComponentType<{ size?: number; stroke?: number }>;
  load: () => Promise<{ default: ComponentType }>;
  /** The key after `g` that opens it. */
  key?: string;
  /** Pages below it, which the menu does not list: path -> component. */
  pages?: Record<string, () => Promise<{ default: ComponentType }>>;
}

export const GROUPS: readonly Group[] = ["home", "people", "prices", "money", "records", "system"];

export const VIEWS: readonly View[] = [
  { id: "overview", group: "home", path: "/", permission: "read", icon: IconHome, key: "o", load: () => import("../views/overview") },
  { id: "users", group: "people", path: "/users", permission: "read", icon: IconUsers, key: "u", load: () => import("../views/users"), pages: { "/users/$id": () => import("../views/users/UserPage") } },
  { id: "groups", group: "people", path: "/groups", permission: "read", icon: IconSitemap, key: "r", load: () => import("../views/groups") },
  { id: "models", group: "prices", path: "/models", permission: "read", icon: IconCoins, key: "m", load: () => import("../views/models") },
  { id: "statistics", group: "records", path: "/statistics", permission: "read", icon: IconChartBar, key: "s", load: () => import("../views/statistics") },
  { id: "transactions", group: "records", path: "/transactions", permission: "read", icon: IconReportMoney, key: "t", load: () => import("../views/transactions") },
  { id: "system-log", group: "records", path: "/system-log", permission: "read", icon: IconFileDescription, key: "l", load: () => import("../views/system-log") },
  { id: "audit-log", group: "records", path: "/audit-log", permission: "audit", icon: IconClipboardList, key: "a", load: () => import("../views/audit-log") },
  { id: "keys", group: "system", path: "/keys", permission: "access", icon: IconKey, key: "k", load: () => import("../views/keys") },
  { id: "admins", group: "system", path: "/admins", permission: "access", icon: IconShieldLock, key: "d", load: () => import("../views/admins") },
  { id: "account", group: "system", path: "/account", permission: "read", icon: IconUserCog, load: () => import("../views/account") },
];
