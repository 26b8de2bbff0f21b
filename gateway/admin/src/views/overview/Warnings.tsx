import { IconAlertTriangle } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";

/** What somebody should look at; nothing where all is well. */
export function Warnings({ figures, alarms }: { figures: Schemas["Overview"] | undefined; alarms: Schemas["Alarm"][] | undefined }) {
  const { t } = useTranslation("overview");
  const accounts = figures?.accounts;
  const lines = [
    accounts && accounts.in_debt > 0 && <Link key="debt" className="link" to="/users" search={{ sort: "credits" }}>{t("warning.inDebt", { count: accounts.in_debt })}</Link>,
    accounts && accounts.suspended > 0 && <Link key="suspended" className="link" to="/users" search={{ status: "suspended" }}>{t("warning.suspended", { count: accounts.suspended })}</Link>,
    alarms && alarms.length > 0 && <span key="alarms">{t("warning.alarms", { count: alarms.length })} <span className="quiet">{[...new Set(alarms.map((one) => one.kind))].join(", ")}</span></span>,
  ].filter(Boolean);
  if (!lines.length) return null;
  return (
    <section className="card warnings" aria-label={t("warning.title")}>
      <IconAlertTriangle size={18} aria-hidden />
      {lines}
    </section>
  );
}
