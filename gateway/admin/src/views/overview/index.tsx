import { SegmentedControl, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, call, read, type Schemas } from "../../api/client";
import { approximately } from "../../api/exact";
import { useUrlState } from "../../app/urlState";
import { Chart } from "../../components/Chart";
import { ErrorNotice } from "../../components/ErrorNotice";
import { useFormats } from "../../components/format";
import { PageHeader } from "../../components/PageHeader";
import { Shares } from "./Shares";
import { Tiles } from "./Tiles";
import { Warnings } from "./Warnings";

const SPANS = ["7", "30", "90"];

/** Billing's days are those of UTC. */
function firstSecond(days: number): string {
  const day = 86_400;
  return String((Math.floor(Date.now() / 1000 / day) - days + 1) * day);
}

export default function Overview() {
  const { t } = useTranslation("overview");
  const { compact, day, count } = useFormats();
  const [url, setUrl] = useUrlState();
  const days = SPANS.find((span) => span === url["days"]) ?? "30";
  const credits = useQuery({ queryKey: ["overview", days], queryFn: () => call(api.GET("/api/ledger/overview", { params: { query: { days: Number(days) } } })) });
  const billing = useQuery({ queryKey: ["billing-summary", days], queryFn: () => read<Schemas["SummaryReport"]>("/admin/billing/reports/summary", { from: firstSecond(Number(days)) }) });
  const alarms = useQuery({ queryKey: ["alarms"], queryFn: () => read<Schemas["Alarm"][]>("/admin/billing/alarms") });
  const points = (credits.data?.days ?? []).map((one) => ({ x: one.day, credits: approximately(one.credits_used), users: one.users }));
  return (
    <>
      <PageHeader title={t("title")} hint={t("hint")}>
        <SegmentedControl size="xs" aria-label={t("span")} value={days} onChange={(span) => setUrl({ days: span })} data={SPANS.map((value) => ({ value, label: t("days", { count: Number(value) }) }))} />
      </PageHeader>
      <Stack gap="sm">
        {credits.error && <ErrorNotice error={credits.error} onRetry={() => void credits.refetch()} />}
        <Warnings figures={credits.data} alarms={alarms.data} />
        <Tiles figures={credits.data} money={billing.data?.items} failed={Boolean(billing.error)} />
        <div className="columns">
          <section className="card pad">
            <h2 className="card-title">{t("creditsByDay")}</h2>
            <Chart label={t("creditsByDay")} data={points} series={[{ id: "credits", label: t("creditsUsed") }]} format={compact} formatX={day} />
          </section>
          <section className="card pad">
            <h2 className="card-title">{t("usersByDay")}</h2>
            <Chart label={t("usersByDay")} data={points} series={[{ id: "users", label: t("activeUsers"), kind: "area" }]} format={count} whole formatX={day} />
          </section>
          <Shares title={t("topModels")} rows={credits.data?.models} whole={credits.data?.credits_used} />
          <Shares title={t("topUsers")} rows={credits.data?.users} whole={credits.data?.credits_used} linked />
        </div>
      </Stack>
    </>
  );
}
