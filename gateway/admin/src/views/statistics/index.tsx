import { NativeSelect, SegmentedControl, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, call, type Schemas } from "../../api/client";
import { approximately } from "../../api/exact";
import { useUrlState } from "../../app/urlState";
import { Count, Credits } from "../../components/Amount";
import { Chart } from "../../components/Chart";
import { ErrorNotice } from "../../components/ErrorNotice";
import { useFormats } from "../../components/format";
import { PageHeader } from "../../components/PageHeader";
import { StatTile } from "../../components/StatTile";
import { choices, days, periodOf, written, type Period } from "./period";
import { Ranking } from "./Ranking";

type Year = Schemas["YearlyStatistics"];

export default function Statistics() {
  const { t } = useTranslation("statistics");
  const { month } = useFormats();
  const [url, setUrl] = useUrlState();
  const period = periodOf(url["period"]);
  const kind = period.month === undefined ? "year" : "month";
  const year = useQuery({ queryKey: ["yearly", period.year], queryFn: () => call(api.GET("/api/credits/statistics/yearly", { params: { query: { year: period.year } } })) });
  const choose = (next: Period): void => setUrl({ period: written(next), after: undefined, page: undefined });
  const label = (one: Period): string => (one.month === undefined ? String(one.year) : month(one.year, one.month));
  const offered = choices(kind);
  const listed = offered.some((one) => written(one) === written(period)) ? offered : [period, ...offered];
  return (
    <>
      <PageHeader title={t("title")} hint={t("hint")}>
        <SegmentedControl size="xs" aria-label={t("span")} value={kind} onChange={(next) => choose(next === "year" ? { year: period.year } : (choices("month").find((one) => one.year === period.year) ?? { year: period.year, month: 12 }))} data={["month", "year"].map((value) => ({ value, label: t(value) }))} />
        <NativeSelect size="xs" aria-label={t("period")} value={written(period)} onChange={(event) => choose(periodOf(event.currentTarget.value))} data={listed.map((one) => ({ value: written(one), label: label(one) }))} />
      </PageHeader>
      <Stack gap="sm">
        {year.error && <ErrorNotice error={year.error} onRetry={() => void year.refetch()} />}
        <Tiles year={year.data} period={period} />
        <section className="card pad">
          <h2 className="card-title">{t("creditsUsed")}: {label(period)}</h2>
          {kind === "year" ? <Months year={year.data} /> : <Days period={period} />}
        </section>
        <Ranking period={period} />
      </Stack>
    </>
  );
}

function Tiles({ year, period }: { year: Year | undefined; period: Period }) {
  const { t } = useTranslation("statistics");
  const month = year?.monthly_breakdown.find((one) => one.month === period.month);
  const summary = period.month === undefined ? year?.yearly_summary : month?.summary;
  return (
    <div className="tiles">
      <StatTile label={t("creditsUsed")} value={year && <Credits value={summary?.total_credits_used ?? 0} short />} />
      <StatTile label={t("charges")} value={year && <Count value={summary?.total_transactions ?? 0} />} />
      <StatTile label={t("activeUsers")} value={year && <Count value={summary?.unique_users ?? 0} />} />
      <StatTile label={t("models")} value={year && <Count value={summary?.unique_models ?? 0} />} />
    </div>
  );
}

function Months({ year }: { year: Year | undefined }) {
  const { t, i18n } = useTranslation("statistics");
  const { compact } = useFormats();
  const name = new Intl.DateTimeFormat(i18n.language, { month: "short", timeZone: "UTC" });
  const points = (year?.monthly_breakdown ?? []).map((one) => ({ x: String(one.month), credits: approximately(one.summary?.total_credits_used ?? 0) }));
  return <Chart label={t("creditsUsed")} data={points} series={[{ id: "credits", label: t("creditsUsed") }]} format={compact} formatX={(x) => name.format(Date.UTC(2026, Number(x) - 1))} />;
}

function Days({ period }: { period: Period }) {
  const { t } = useTranslation("statistics");
  const { compact, day } = useFormats();
  const span = days(period);
  const used = useQuery({ queryKey: ["breakdown", span], queryFn: () => call(api.GET("/api/credits/statistics/breakdown", { params: { query: { by: "day", ...span } } })) });
  if (used.error) return <ErrorNotice error={used.error} onRetry={() => void used.refetch()} />;
  const by = new Map((used.data?.rows ?? []).map((row) => [row.day, approximately(row.credits_used)]));
  // A day without use is a gap in the answer and a place on the axis.
  const points = Array.from({ length: Number(span.until.slice(-2)) }, (_, index) => {
    const x = `${span.since.slice(0, 8)}${String(index + 1).padStart(2, "0")}`;
    return { x, credits: by.get(x) ?? 0 };
  });
  return <Chart label={t("creditsUsed")} data={points} series={[{ id: "credits", label: t("creditsUsed") }]} format={compact} formatX={day} />;
}
