import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { read } from "../../api/client";
import { When } from "../../components/Amount";
import { ErrorNotice } from "../../components/ErrorNotice";
import { PageHeader } from "../../components/PageHeader";
import { Pill } from "../../components/Pill";
import { StatTile } from "../../components/StatTile";
import { Queues } from "./Queues";
import { SERVICES, type Health, type Verification } from "./types";

const EVERY_MS = 10_000;

export default function HealthView() {
  const { t } = useTranslation("health");
  const health = useQuery({ queryKey: ["health"], queryFn: () => read<Health>("/health"), refetchInterval: EVERY_MS });
  return (
    <>
      <PageHeader title={t("title")} hint={t("hint")} />
      <Stack gap="sm">
        {health.error && <ErrorNotice error={health.error} onRetry={() => void health.refetch()} />}
        <div className="tiles">
          {["database", "redis", ...SERVICES].map((name) => {
            const state = health.data?.dependencies[name];
            return <StatTile key={name} label={t(`name.${name}`)} value={health.data && <Pill tone={state?.state === "up" ? "good" : "bad"}>{t(state?.state ?? "down")}</Pill>} hint={state && t("answered", { ms: Math.round(Number(state.ms)) })} />;
          })}
        </div>
        <Soundness />
        <Queues />
        {health.data && <Text size="xs" className="quiet">{t("version", { version: health.data.version })}</Text>}
      </Stack>
    </>
  );
}

/** What the regular check of the ledger's invariants found. */
function Soundness() {
  const { t } = useTranslation("health");
  const found = useQuery({ queryKey: ["verification"], queryFn: () => read<Verification>("/api/ledger/verification") });
  const rows = Object.entries(found.data?.breaches ?? {});
  const broken = rows.filter(([, count]) => count > 0);
  return (
    <section className="card pad" aria-busy={found.isPending}>
      <h2 className="card-title">{t("ledger")} {found.data?.checked_at && (broken.length ? <Pill tone="bad">{t("broken", { count: broken.length })}</Pill> : <Pill tone="good">{t("sound")}</Pill>)}</h2>
      {found.error && <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <Text size="sm" className="quiet">{found.data.checked_at ? <>{t("checked", { count: rows.length })} <When at={found.data.checked_at} /></> : t("notChecked")}</Text>}
      {broken.length > 0 && <ul>{broken.map(([invariant, count]) => <li key={invariant} className="minus">{invariant}: {count}</li>)}</ul>}
    </section>
  );
}
