import { Button, Menu, SegmentedControl, Stack, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { read, withQuery, type Schemas } from "../../api/client";
import { approximately, big, type Exact } from "../../api/exact";
import { useUrlState } from "../../app/urlState";
import { Count, Money, When } from "../../components/Amount";
import { Chart } from "../../components/Chart";
import { ErrorNotice } from "../../components/ErrorNotice";
import { useFormats } from "../../components/format";
import { PageHeader } from "../../components/PageHeader";
import { StatTile } from "../../components/StatTile";
import { SalePill, SALES } from "../payments/parts";
import { Plain } from "../users/Lots";

const SPANS = ["30", "90", "365"];
const DAY_S = 86_400;
const REPORTS = ["summary", "revenue", "churn", "failed-payments"];

/** Billing's days are those of UTC. */
const firstSecond = (days: number): string => String((Math.floor(Date.now() / 1000 / DAY_S) - days + 1) * DAY_S);

export default function Revenue() {
  const { t } = useTranslation("revenue");
  const [url, setUrl] = useUrlState();
  const days = SPANS.find((span) => span === url["days"]) ?? "30";
  const from = firstSecond(Number(days));
  const report = <T,>(name: string) => ({ queryKey: ["revenue", name, from], queryFn: () => read<T>(`${SALES}/reports/${name}`, { from }) });
  const summary = useQuery(report<Schemas["SummaryReport"]>("summary"));
  const revenue = useQuery(report<Schemas["RevenueReport"]>("revenue"));
  const failed = useQuery(report<Schemas["FailedPaymentsReport"]>("failed-payments"));
  const error = summary.error ?? revenue.error ?? failed.error;
  return (
    <>
      <PageHeader title={t("title")} hint={t("hint")}>
        <SegmentedControl size="xs" aria-label={t("span")} value={days} onChange={(span) => setUrl({ days: span })} data={SPANS.map((value) => ({ value, label: t("days", { count: Number(value) }) }))} />
        <Export from={from} />
      </PageHeader>
      <Stack gap="sm">
        {error && <ErrorNotice error={error} onRetry={() => void Promise.all([summary.refetch(), revenue.refetch(), failed.refetch()])} />}
        {(summary.data?.items ?? [undefined]).map((row) => <Tiles key={row?.currency ?? ""} row={row} />)}
        <ByDay rows={revenue.data?.items} />
        <Failed report={failed.data} />
      </Stack>
    </>
  );
}

function Export({ from }: { from: string }) {
  const { t } = useTranslation("revenue");
  return (
    <Menu position="bottom-end">
      <Menu.Target><Button size="xs" variant="default" leftSection={<IconDownload size={14} />}>{t("app:table.export")}</Button></Menu.Target>
      <Menu.Dropdown>
        {REPORTS.flatMap((name) => ["csv", "xlsx"].map((format) => (
          <Menu.Item key={`${name}.${format}`} component="a" href={withQuery(`${SALES}/reports/${name}`, { from, format })}>{t(`report.${name}`)} · {t(`app:table.${format}`)}</Menu.Item>
        )))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Tiles({ row }: { row: Schemas["SummaryReport"]["items"][number] | undefined }) {
  const { t } = useTranslation("revenue");
  const { percent } = useFormats();
  const money = (value: Exact | null) => <Money value={value} currency={row?.currency ?? "RUB"} />;
  return (
    <div className="tiles">
      <StatTile label={t("mrr")} value={row && money(row.mrr)} hint={t("mrrHint")} />
      <StatTile label={t("arr")} value={row && money(row.arr)} hint={t("arrHint")} />
      <StatTile label={t("arpu")} value={row && money(row.arpu)} hint={t("arpuHint")} />
      <StatTile label={t("active")} value={row && <Count value={row.subscribers} />} />
      <StatTile label={t("churn")} value={row && (row.churn === null ? "—" : percent(approximately(row.churn)))} hint={t("churnHint")} />
    </div>
  );
}

function ByDay({ rows }: { rows: Schemas["RevenueReport"]["items"] | undefined }) {
  const { t } = useTranslation("revenue");
  const { compact, day } = useFormats();
  const sums = new Map<string, Record<string, number | string> & { x: string }>();
  const kinds = new Set<string>();
  for (const row of rows ?? []) {
    const one = sums.get(row.day) ?? { x: row.day };
    one[row.kind] = approximately(big(one[row.kind] ?? 0).plus(row.net).toFixed());
    sums.set(row.day, one);
    kinds.add(row.kind);
  }
  return (
    <section className="card pad">
      <h2 className="card-title">{t("byDay")}</h2>
      {rows?.length === 0 && <Text size="sm" className="quiet">{t("none")}</Text>}
      {rows && rows.length > 0 && <Chart label={t("byDay")} data={[...sums.values()].sort((a, b) => a.x.localeCompare(b.x))} series={[...kinds].map((kind) => ({ id: kind, label: t(`kind.${kind}`, kind) }))} format={compact} formatX={day} />}
    </section>
  );
}

function Failed({ report }: { report: Schemas["FailedPaymentsReport"] | undefined }) {
  const { t } = useTranslation("revenue");
  return (
    <section className="card pad">
      <h2 className="card-title">{t("failed")}</h2>
      {report?.items.length === 0 && <Text size="sm" className="quiet">{t("noneFailed")}</Text>}
      {Boolean(report?.items.length) && (
        <Plain heads={[t("time"), t("user"), t("amount"), t("status"), t("reason")]} numeric={[2]}>
          {(report?.items ?? []).map((row) => [
            <Link key="t" className="link" to={`/payments/${row.id}`}><When at={row.created_at} /></Link>, row.email || row.user_id,
            <Money key="m" value={row.amount} currency={row.currency} />, <SalePill key="s" status={row.status} />, row.reason,
          ])}
        </Plain>
      )}
      {report?.truncated && <Text size="xs" className="quiet" mt="xs">{t("truncated")}</Text>}
    </section>
  );
}
