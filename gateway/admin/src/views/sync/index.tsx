import { Alert, Button, Stack } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, type Schemas } from "../../api/client";
import { usePermission } from "../../app/session";
import { When } from "../../components/Amount";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Facts } from "../../components/Facts";
import { MoneyDialog } from "../../components/MoneyDialog";
import { PageHeader } from "../../components/PageHeader";
import { Pill } from "../../components/Pill";
import { DataTable } from "../../components/table/DataTable";
import type { Column } from "../../components/table/types";
import { Drift } from "./Drift";
import { RunDialog } from "./RunDialog";
import { Running } from "./Running";

type Run = Schemas["RunWire"];

const WHILE_RUNNING_MS = 1_500;

export default function Sync() {
  const { t } = useTranslation("sync");
  const mayRun = usePermission("people");
  const [open, setOpen] = useState<"run" | "publish">();
  const [done, setDone] = useState<string>();
  const status = useQuery({ queryKey: ["sync-status"], queryFn: () => call(api.GET("/api/sync/status")), refetchInterval: (query) => (query.state.data?.running ? WHILE_RUNNING_MS : false) });
  return (
    <>
      <PageHeader title={t("title")} hint={t("hint")}>
        {mayRun && <Button size="xs" variant="default" onClick={() => setOpen("publish")}>{t("publish.title")}</Button>}
        {mayRun && <Button size="xs" leftSection={<IconRefresh size={14} />} onClick={() => setOpen("run")}>{t("run.title")}</Button>}
      </PageHeader>
      <Stack gap="sm">
        {status.error && <ErrorNotice error={status.error} onRetry={() => void status.refetch()} />}
        {done && <Alert variant="default" role="status" withCloseButton closeButtonLabel={t("app:dialog.close")} onClose={() => setDone(undefined)}>{done}</Alert>}
        {status.data?.running && status.data.last_run?.status === "running" && <Running run={status.data.last_run} />}
        <Summary status={status.data} />
        <Drift />
        <Runs />
      </Stack>
      {open === "run" && <RunDialog onClose={() => setOpen(undefined)} onDone={(answer) => setDone(answer.message)} />}
      {open === "publish" && (
        <MoneyDialog opened onClose={() => setOpen(undefined)} title={t("publish.title")} submit={t("publish.submit")} reason="none" changes={[["sync-status"]]} send={() => call(api.POST("/api/sync/publish-again"))}>
          {t("publish.text")}
        </MoneyDialog>
      )}
    </>
  );
}

function Summary({ status }: { status: Schemas["StatusWire"] | undefined }) {
  const { t } = useTranslation("sync");
  if (!status) return null;
  const sources = [...new Set(Object.values(status.sources).map((source) => source ?? "none"))];
  const { last_run: last, last_success: success } = status;
  return (
    <section className="card pad">
      <Facts of={[
        [t("lastRun"), last ? <><When at={last.started_at} /> <State status={last.status} /></> : t("never")],
        [t("lastSuccess"), success ? <When at={success.started_at} /> : t("never")],
        [t("nextRun"), <>{status.running ? t("state.running") : <When at={status.next_due_at} />}, {t("every", { count: Math.round(Number(status.interval_s)) })}</>],
        [t("source"), `${sources.map((source) => t(`from.${source}`, source)).join(", ")}. ${status.hints_accepted ? t("hints") : t("noHints")}`],
      ]} />
    </section>
  );
}

function State({ status }: { status: string }) {
  const { t } = useTranslation("sync");
  const tone = status === "succeeded" ? "good" : status === "running" ? "accent" : status === "cancelled" ? "warn" : "bad";
  return <Pill tone={tone}>{t(`state.${status}`, status)}</Pill>;
}

function Runs() {
  const { t } = useTranslation("sync");
  const changed = (run: Run): string =>
    Object.entries(run.counts).map(([kind, counts]) => `${t(`kind.${kind.replace("_", "-")}`)} ${String((counts["created"] ?? 0) + (counts["changed"] ?? 0) + (counts["closed"] ?? 0))}/${String(counts["seen"] ?? 0)}`).join(", ");
  const columns: Column<Run>[] = [
    { id: "started", header: t("started"), cell: (run) => <When at={run.started_at} /> },
    { id: "state", header: t("result"), cell: (run) => <State status={run.status} /> },
    { id: "trigger", header: t("trigger"), wide: true, cell: (run) => <span className="two-lines">{t(`by.${run.trigger}`, run.trigger)}<small>{run.actor}{run.cancelled_by && `, ${t("cancel.by", { name: run.cancelled_by })}`}</small></span> },
    { id: "changed", header: t("changedOf"), wide: true, cell: (run) => changed(run) || <span className="quiet">—</span> },
    { id: "errors", header: t("errors"), cell: (run) => run.errors.map((error) => <small key={`${error["kind"] ?? ""}${error["code"] ?? ""}`} className="minus">{error["message"]} </small>) },
  ];
  return (
    <DataTable
      name="sync-runs" label={t("runs")} columns={columns} rowKey={(run) => String(run.id)} pageSizes={[25, 50, 100]} live
      load={async (query) => {
        const page = await call(api.GET("/api/sync/runs", { params: { query: { limit: query.limit, before: query.cursor ? Number(query.cursor) : null } } }));
        return { rows: page.runs, next: page.next_before === null ? null : String(page.next_before) };
      }}
      empty={{ title: t("noRuns"), hint: t("noRunsHint") }}
    />
  );
}
