/** Every view of the app: a line here is all that the shell needs to know. */
import {
  IconActivity, IconCashBanknote, IconChartBar, IconClipboardList, IconCoins, IconCreditCard, IconDiscount, IconFileDescription,
  IconHome, IconHourglass, IconKey, IconPackage, IconReceiptRefund, IconRefresh, IconRepeat, IconReportMoney, IconSettings,
  IconShieldLock, IconSitemap, IconUserCog, IconUsers,
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
  { id: "waiting-list", group: "people", path: "/waiting-list", permission: "read", icon: IconHourglass, key: "w", load: () => import("../views/waiting-list") },
  { id: "models", group: "prices", path: "/models", permission: "read", icon: IconCoins, key: "m", load: () => import("../views/models") },
  { id: "statistics", group: "records", path: "/statistics", permission: "read", icon: IconChartBar, key: "s", load: () => import("../views/statistics") },
  { id: "plans", group: "money", path: "/plans", permission: "read", icon: IconPackage, key: "p", load: () => import("../views/plans"), pages: { "/plans/$id": () => import("../views/plans/PlanPage") } },
  { id: "subscriptions", group: "money", path: "/subscriptions", permission: "read", icon: IconRepeat, key: "b", load: () => import("../views/subscriptions"), pages: { "/subscriptions/$id": () => import("../views/subscriptions/SubscriptionPage") } },
  { id: "payments", group: "money", path: "/payments", permission: "read", icon: IconCreditCard, key: "c", load: () => import("../views/payments"), pages: { "/payments/$id": () => import("../views/payments/PaymentPage") } },
  { id: "refunds", group: "money", path: "/refunds", permission: "read", icon: IconReceiptRefund, load: () => import("../views/refunds") },
  { id: "promo-codes", group: "money", path: "/promo-codes", permission: "read", icon: IconDiscount, load: () => import("../views/promo-codes") },
  { id: "revenue", group: "money", path: "/revenue", permission: "read", icon: IconCashBanknote, load: () => import("../views/revenue") },
  { id: "transactions", group: "records", path: "/transactions", permission: "read", icon: IconReportMoney, key: "t", load: () => import("../views/transactions") },
  { id: "system-log", group: "records", path: "/system-log", permission: "read", icon: IconFileDescription, key: "l", load: () => import("../views/system-log") },
  { id: "audit-log", group: "records", path: "/audit-log", permission: "audit", icon: IconClipboardList, key: "a", load: () => import("../views/audit-log") },
  { id: "sync", group: "system", path: "/sync", permission: "read", icon: IconRefresh, key: "y", load: () => import("../views/sync") },
  { id: "keys", group: "system", path: "/keys", permission: "access", icon: IconKey, key: "k", load: () => import("../views/keys") },
  { id: "admins", group: "system", path: "/admins", permission: "access", icon: IconShieldLock, key: "d", load: () => import("../views/admins") },
  { id: "settings", group: "system", path: "/settings", permission: "read", icon: IconSettings, key: "e", load: () => import("../views/settings") },
  { id: "health", group: "system", path: "/health", permission: "read", icon: IconActivity, key: "h", load: () => import("../views/health") },
  { id: "account", group: "system", path: "/account", permission: "read", icon: IconUserCog, load: () => import("../views/account") },
];
